import { addDays, startOfDay } from '../kernel/calendar.ts'
import type { Ctx } from '../kernel/ctx.ts'
import type { WriteDb } from '../kernel/db.ts'
import { Fault } from '../kernel/faults.ts'
import { bookWords as t } from '../kernel/messages/books.ts'
import type { Office } from '../office/office.ts'
import { numbersGiven, raiseNumber } from '../office/numbering.ts'
import { putBranch, putStaff, readBranches, readOffice, readStaff } from '../office/queries.ts'
import { giveWay } from '../store/interrupted.ts'
import {
  adoptTickets,
  countTaken,
  numberStaged,
  readNumberedHere,
  requireReferences,
} from '../ticket/staged-tickets.ts'
import { ticketSeries, ticketNumber } from '../ticket/ticket.ts'
import type { ImportRecord } from './import-record.ts'
import { latestChange } from './known-rows.ts'
import type { People } from './people.ts'
import type { Progress } from './progress.ts'
import { insertImport } from './queries.ts'
import type { StagedBook } from './stage-rows.ts'

/** Large blocks are cheaper, but Ctrl-C is heard only between them: a block doubles while it takes less than this. */
const BLOCK_MS = 100

/** Makes tickets of all staged rows, in the transaction that is open: all of them or none. */
export async function adoptBook(
  ctx: Ctx,
  db: WriteDb,
  office: Office,
  staged: StagedBook,
  record: ImportRecord,
  people: People,
  progress: Progress,
): Promise<void> {
  await giveNumbers(db, office, staged)
  if ((await latestChange(db)) !== staged.seen) await requireUnchanged(db, people)
  for (const branch of people.createdBranches) await putBranch(db, branch)
  for (const member of people.createdStaff) await putStaff(db, member)
  await insertImport(db, record)
  await requireReferences(db)
  const all = staged.stager.counts.imported
  // Read anew: somebody may have closed a month while the book was staged.
  const settled = (await readOffice(db)).closed_month === undefined
  for (let from = 0, size = 1000; from < all;) {
    const started = performance.now()
    await adoptTickets(db, { import_id: record.import_id, settled, live: staged.stager.live }, from, from + size)
    from += size
    if (performance.now() - started < BLOCK_MS) size *= 2
    await progress.adopting(Math.min(from, all), all)
    await giveWay(ctx.signal)
  }
}

/** Somebody changed something since the rows were checked: none of it may be what this import brings. */
async function requireUnchanged(db: WriteDb, { createdBranches, createdStaff }: People): Promise<void> {
  const [branches, staff] = [await readBranches(db), await readStaff(db)]
  const isTaken =
    createdBranches.some((made) => branches.some((b) => b.code === made.code || b.name === made.name)) ||
    createdStaff.some((made) => staff.some((s) => s.branch === made.branch && s.name === made.name)) ||
    (await countTaken(db)) > 0
  if (isTaken) throw new Fault('DB_BUSY', t.changedMeanwhile)
}

/** The numbers stand in the stage already; a day on which the office gave some meanwhile is numbered anew. */
async function giveNumbers(db: WriteDb, { office_code, zone }: Office, { stager }: StagedBook): Promise<void> {
  for (const { day, base, end, isMoved } of stager.numbers.ends(await numbersGiven(db, 'ticket'))) {
    if (isMoved) {
      const rows = await readNumberedHere(db, startOfDay(zone, day), startOfDay(zone, addDays(day, 1)))
      await numberStaged(
        db,
        rows.map((seq, index) => [ticketNumber(office_code, day, base + index + 1), seq] as const),
      )
    }
    await raiseNumber(db, ticketSeries(day), end)
  }
}
