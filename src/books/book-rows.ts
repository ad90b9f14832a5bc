import type { MomentReader } from '../kernel/book-moments.ts'
import type { Layout } from '../kernel/book-layout.ts'
import type { CsvRecord } from '../kernel/csv-reader.ts'
import { whyNot as why } from '../kernel/messages/book-refusals.ts'
import { unguarded } from '../kernel/csv.ts'
import type { BookColumns } from './columns.ts'
import { fieldOf } from './columns.ts'
import { HeaderFollower } from './header-follower.ts'
import type { RowRead } from './draft.ts'
import { lossIn } from './loss-in-row.ts'
import type { OddLine } from './odd-lines.ts'
import { OwnRowReader } from './read-own-row.ts'
import { RowReader } from './read-row.ts'
import type { RowHabits } from './row-habits.ts'
import type { Refusal } from './refusal.ts'
import { CellResolver } from './resolve-cells.ts'

/** A row that cannot be imported as it stands. */
export interface RowRefused {
  readonly refusals: readonly Refusal[]
  readonly cells: readonly string[]
}

/** Reads the lines of one book, in order: what stands above a row can matter to it. */
export interface BookRows {
  /** How many lines were passed over as what. */
  readonly skipped: Readonly<Record<OddLine, number>>
  /** Absent: the line is no row, but blank, a total, a header or title between the rows. */
  read(record: CsvRecord, suspect: boolean): RowRead | RowRefused | undefined
}

export function bookRows(habits: RowHabits, fillDown: boolean, layout: Layout): BookRows {
  return habits.columns.isOwn ? ownRows(habits) : legacyRows(habits, fillDown, layout)
}

function legacyRows(habits: RowHabits, fillDown: boolean, layout: Layout): BookRows {
  const { columns, moments } = habits
  const width = columns.headings.length
  const resolver = new CellResolver(columns, fillDown, layout)
  const follower = new HeaderFollower(layout, fieldOf)
  const reader = new RowReader(habits)
  const skipped = { title: 0, header: 0, total: 0 }
  return {
    skipped,
    read(record, suspect) {
      if (record.problem !== undefined) {
        resolver.lose()
        const { refusals, cells } = unreadable(record)
        return { refusals, cells: cells.length === width ? withYears(columns, moments, cells) : cells }
      }
      if (suspect) habits.cells.suspect()
      const ordered = follower.ordered(record.cells)
      if (resolver.looksLikeHeader(ordered) && follower.follow(record.cells, record.line)) {
        skipped.header += 1
        return undefined
      }
      const kind = resolver.resolve(ordered)
      if (kind === 'blank') return undefined
      if (kind !== 'row') {
        skipped[kind] += 1
        if (kind === 'title' && resolver.year !== undefined && !habits.yearIsGiven) moments.year = resolver.year
        return undefined
      }
      const { cells } = resolver
      const other = follower.refusalOf(record.cells)
      const bad =
        other === undefined
          ? ((suspect ? lossIn(cells, columns.headings) : undefined) ?? resolver.refusal)
          : { column: '', value: '', why: other }
      const read = bad === undefined ? reader.read(cells, record.line) : [bad]
      return 'draft' in read ? read : { refusals: read, cells: withYears(columns, moments, cells) }
    },
  }
}

function ownRows(habits: RowHabits): BookRows {
  const reader = new OwnRowReader(habits)
  return {
    skipped: { title: 0, header: 0, total: 0 },
    read(record, suspect) {
      const { cells } = record
      if (record.problem !== undefined) return unreadable(record)
      if (cells.length === 1 && cells[0] === '') return undefined
      const bad = suspect ? lossIn(cells, habits.columns.headings) : undefined
      const read = bad === undefined ? reader.read(cells, record.line) : [bad]
      return 'draft' in read ? read : { refusals: read, cells: cells.map(unguarded) }
    },
  }
}

function unreadable({ cells, problem }: CsvRecord): RowRefused {
  const reason = problem === 'swallowed-row' ? why.swallowedRow : why.unclosedQuote
  return { refusals: [{ column: '', value: '', why: reason }], cells: cells.map(unguarded) }
}

/** A date that takes its year from a title line has it written out, so that the row can stand alone. */
function withYears(columns: BookColumns, moments: MomentReader, cells: readonly string[]): readonly string[] {
  const { reported_at, reported_date, repaired_at, repaired_date, returned_at, appointment_at } = columns.at
  const dates = new Set([reported_at, reported_date, repaired_at, repaired_date, returned_at, appointment_at])
  return cells.map((cell, index) => (dates.has(index) ? moments.withYear(cell) : cell))
}
