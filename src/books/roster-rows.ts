import { MomentReader } from '../kernel/book-moments.ts'
import { yearIn } from '../kernel/book-layout.ts'
import { dayAt } from '../kernel/calendar.ts'
import type { CsvRecord } from '../kernel/csv-reader.ts'
import { whyNot as why } from '../kernel/messages/book-refusals.ts'
import type { NamedShifts } from '../duty/roster.ts'
import type { Clock } from '../kernel/moment.ts'
import type { OpenBook } from '../store/open-book.ts'
import { CellReader } from './cells/cell-reader.ts'
import { mapColumns } from './columns.ts'
import type { BookColumns } from './columns.ts'
import { HeaderFollower } from './header-follower.ts'
import { lossIn } from './loss-in-row.ts'
import { RosterReader } from './read-roster-row.ts'
import type { RosterShift } from './read-roster-row.ts'
import type { Refusal } from './refusal.ts'
import { CellResolver } from './resolve-cells.ts'
import { rosterWordOf } from './roster-columns.ts'
import type { RosterColumns } from './roster-columns.ts'

/** One row of a roster: its shifts (none: a day off), or why it is refused. */
export interface RosterRow {
  readonly line: number
  readonly cells: readonly string[]
  readonly read: readonly RosterShift[] | Refusal
}

interface RosterAsked {
  readonly year: number | undefined
  readonly fill_down: boolean
  readonly named: NamedShifts
  readonly empty: readonly string[]
}

/** All rows of a roster: an office has some thousand in ten years. */
export async function rosterRows(
  book: OpenBook,
  columns: RosterColumns,
  asked: RosterAsked,
  clock: Clock,
): Promise<RosterRow[]> {
  const titles = book.titles.map(({ cells }) => cells)
  const year = asked.year ?? yearIn(titles.map((cells) => cells.join(' ')))
  const thisYear = Number(dayAt(clock.zone, clock.now).slice(0, 4))
  const moments = new MomentReader({ year, order: undefined, thisYear }, clock.zone)
  const resolver = new CellResolver(asBookColumns(columns), asked.fill_down, book)
  const reader = new RosterReader({ columns, cells: new CellReader(asked.empty), moments, named: asked.named, clock })
  const headings = columns.shifts.map(({ index }) => columns.headings[index]?.trim() ?? '')
  const follower = new HeaderFollower(
    book,
    (heading) => rosterWordOf(heading) ?? headings.find((shift) => shift === heading),
  )
  const rows: RosterRow[] = []
  for await (const { records } of book.pieces()) {
    for (const record of records) {
      const title = titleIn(record.cells)
      const yearOfTitle = title === undefined ? undefined : yearIn([title])
      if (yearOfTitle !== undefined) moments.year = yearOfTitle
      const isHeader = record.problem === undefined && follower.follow(record.cells, record.line)
      if (title !== undefined || isHeader) continue
      const ordered = { ...record, cells: follower.ordered(record.cells) }
      const other = follower.refusalOf(record.cells)
      const found = rowOf(ordered, columns, resolver, reader, moments)
      const row = other === undefined ? found : found && { ...found, read: { column: '', value: '', why: other } }
      if (row !== undefined) rows.push(row)
    }
  }
  return rows
}

function rowOf(
  record: CsvRecord,
  columns: RosterColumns,
  resolver: CellResolver,
  reader: RosterReader,
  moments: MomentReader,
): RosterRow | undefined {
  const { line } = record
  const refused = (cells: readonly string[], read: Refusal): RosterRow => ({ line, cells, read })
  if (record.problem !== undefined) {
    resolver.lose()
    return refused(record.cells, { column: '', value: '', why: why.unclosedQuote })
  }
  const kind = resolver.resolve(record.cells)
  if (kind === 'title' && resolver.year !== undefined) moments.year = resolver.year
  if (kind !== 'row') return undefined
  // A date that takes its year from a title line has it written out, so that the row can stand alone.
  const cells = resolver.cells.map((cell, index) => (index === columns.at.date ? moments.withYear(cell) : cell))
  const bad = lossIn(cells, columns.headings) ?? resolver.refusal
  return { line, cells, read: bad ?? reader.read(cells) }
}

/** A line between the rows that heads the next month: `2008年4月值班表`. */
function titleIn(cells: readonly string[]): string | undefined {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '')
  return filled.length === 1 && /[值排]班/.test(filled[0] ?? '') ? filled[0] : undefined
}

/** The day and the shift are what a merged cell of a roster may hold; ditto marks, totals and titles are as in any book. */
function asBookColumns({ headings, at }: RosterColumns): BookColumns {
  const none = mapColumns([])
  return { ...none, headings, at: { ...none.at, reported_date: at.date, fault_class: at.shift } }
}
