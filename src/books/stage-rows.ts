import type { Ctx } from '../kernel/ctx.ts'
import type { StageDb } from '../kernel/db.ts'
import { joined, say } from '../kernel/text.ts'
import type { OpenBook } from '../store/open-book.ts'
import { bookRows } from './book-rows.ts'
import type { BookRows } from './book-rows.ts'
import { latestChange } from './known-rows.ts'
import type { KnownLines } from './known-lines.ts'
import type { Progress } from './progress.ts'
import type { RowHabits } from './row-habits.ts'
import { RefusalCounts } from './refusal-counts.ts'
import { refusalText } from './refusal.ts'
import type { Refusal } from './refusal.ts'
import type { RejectsFile } from './rejects-file.ts'
import { Stager } from './stage-book.ts'
import type { StageSetting } from './stage-book.ts'
import { UsedColumns } from './used-columns.ts'
import { liveColumns } from './columns.ts'
import type { Draft, RowRead } from './draft.ts'

/** How a book is brought into the stage. */
export interface StagePlan {
  readonly book: OpenBook
  readonly habits: RowHabits
  readonly fillDown: boolean
  readonly officeCode: string
  readonly rejects: RejectsFile
  /** Rows that became tickets when this file was imported before, however they are read now. */
  readonly known: KnownLines | undefined
}

/** What stands in the stage, and what does not. */
export interface StagedBook {
  readonly stager: Stager
  readonly refusals: RefusalCounts
  readonly rows_read: number
  readonly rejected: number
  readonly skipped: BookRows['skipped']
  readonly first: readonly Draft[]
  /** Unmapped columns that hold something. */
  readonly used: UsedColumns
  /** The last change of the office that was looked at for known rows. */
  readonly seen: number
}

const BLOCK = 250
const FIRST_ROWS = 3

/** Reads and checks every row, and puts the good ones into the stage; nothing that anyone else sees changes. */
export async function stageRows(ctx: Ctx, db: StageDb, plan: StagePlan, progress: Progress): Promise<StagedBook> {
  const { book, habits, rejects } = plan
  const refusals = new RefusalCounts()
  const refused: { line: number; cells: readonly string[]; all: readonly Refusal[] }[] = []
  const writeRefused = async (): Promise<void> => {
    for (const { line, cells, all } of refused.sort((a, b) => a.line - b.line)) {
      for (const refusal of all) refusals.add(line, refusal)
      const [original, named] = [cells[habits.columns.at._line] ?? '', cells[habits.columns.at._book] ?? '']
      const reason = say(joined(all.map(refusalText), { en: '; ', zh: '；' }), ctx.language)
      await rejects.add(cells, original === '' ? String(line) : original, reason, named === '' ? habits.book : named)
    }
    refused.length = 0
  }
  const stager = await Stager.open(db, {
    ...stageSetting(ctx, plan),
    refuse: ({ line, cells }, refusal) => void refused.push({ line, cells, all: [refusal] }),
  })
  const rows = bookRows(habits, plan.fillDown, book)
  const first: Draft[] = []
  const used = new UsedColumns(habits.columns.unmapped)
  let [rowsRead, block]: [number, RowRead[]] = [0, []]
  const take = async (): Promise<void> => {
    await stager.take(block)
    await writeRefused()
    block = []
    await progress.rows(rowsRead, book.size === undefined ? undefined : book.bytesRead() / book.size)
  }
  for await (const { records, suspect } of book.pieces()) {
    for (const record of records) {
      const found = rows.read(record, suspect || isOfRejects(plan))
      if (found === undefined) continue
      rowsRead += 1
      used.note(found.cells)
      if ('draft' in found && first.length < FIRST_ROWS) first.push(found.draft)
      if (isKnown(plan, record.line, found.cells)) stager.counts.duplicates += 1
      else if ('refusals' in found) refused.push({ line: record.line, cells: found.cells, all: found.refusals })
      else block.push(found)
      if (block.length + refused.length >= BLOCK) await take()
    }
  }
  await take()
  await stager.finish()
  const counts = { rows_read: rowsRead, rejected: rejects.count, skipped: withTitlesAbove(rows.skipped, book) }
  return { stager, refusals, ...counts, first, used, seen: await latestChange(db) }
}

function stageSetting({ zone }: Ctx, { habits, officeCode, known }: StagePlan): Omit<StageSetting, 'refuse'> {
  return {
    officeCode,
    zone,
    people: habits.people,
    isOwn: habits.columns.isOwn,
    numberIsBare: habits.columns.hasBareNumber,
    isFileKnown: known !== undefined,
    hasNumbers: habits.columns.at.ticket_no >= 0,
    live: liveColumns(habits.columns),
  }
}

/** There lost text stands as it is shown, and no piece is suspected of it. */
function isOfRejects({ habits }: StagePlan): boolean {
  return habits.columns.at._reason >= 0
}

function isKnown({ known, habits }: StagePlan, line: number, cells: readonly string[]): boolean {
  if (known === undefined) return false
  const { _line, _book } = habits.columns.at
  const original = cells[_line] ?? ''
  return original === '' ? known.hasLine(line) : known.hasSource(`${cells[_book] || habits.book}:${original}`)
}

/** What stands above the header was passed over, too. */
function withTitlesAbove(skipped: BookRows['skipped'], { titles, lower }: OpenBook): BookRows['skipped'] {
  const above = titles.filter(({ cells }) => cells.some((cell) => cell.trim() !== '')).length
  return { ...skipped, title: skipped.title + above - (lower === undefined ? 0 : 1) }
}
