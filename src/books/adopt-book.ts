import type { Ctx } from '../kernel/ctx.ts'
import type { WriteDb } from '../kernel/db.ts'
import { Fault } from '../kernel/faults.ts'
import { bookWords as t } from '../kernel/messages/books.ts'
import { lastNumber, raiseNumber } from '../office/numbering.ts'
import { putBranch, putStaff } from '../office/queries.ts'
import { giveWay } from '../store/interrupted.ts'
import { adoptTickets, countTaken, stageDays } from '../ticket/staged-tickets.ts'
import { ticketSeries, ticketNumber } from '../ticket/ticket.ts'
import type { ImportRecord } from './import-record.ts'
import { latestChange } from './known-rows.ts'
import type { People } from './people.ts'
import type { Progress } from './progress.ts'
import { insertImport } from './queries.ts'
import type { StagedBook } from './stage-rows.ts'

const BLOCK = 2000

/** Makes tickets of all staged rows, in the transaction that is open: all of them or none. */
export async function adoptBook(
  ctx: Ctx,
  db: WriteDb,
  officeCode: string,
  staged: StagedBook,
  record: ImportRecord,
  people: People,
  progress: Progress,
): Promise<void> {
  if ((await latestChange(db)) !== staged.seen && (await countTaken(db)) > 0)
    throw new Fault('DB_BUSY', t.changedMeanwhile)
  for (const branch of people.createdBranches) await putBranch(db, branch)
  for (const member of people.createdStaff) await putStaff(db, member)
  await insertImport(db, record)
  await giveNumbers(db, officeCode, staged)
  const all = staged.stager.counts.imported
  for (let from = 0; from < all; from += BLOCK) {
    await adoptTickets(db, record.import_id, from, from + BLOCK)
    await progress.adopting(from, all)
    await giveWay(ctx.signal)
  }
}

/** Each day's numbers go on after its highest, whether the office gave it or the book did. */
async function giveNumbers(db: WriteDb, officeCode: string, { stager }: StagedBook): Promise<void> {
  const days: [day: string, numberStart: string, base: number][] = []
  for (const day of [...new Set([...stager.numbered.keys(), ...stager.taken.keys()])].sort()) {
    const base = Math.max(await lastNumber(db, ticketSeries(day)), stager.taken.get(day) ?? 0)
    days.push([day, ticketNumber(officeCode, day, 0).slice(0, -4), base])
    await raiseNumber(db, ticketSeries(day), base + (stager.numbered.get(day) ?? 0))
  }
  await stageDays(db, days)
}
