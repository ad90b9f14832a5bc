import type { MomentReader } from '../kernel/book-moments.ts'
import type { CsvRecord } from '../kernel/csv-reader.ts'
import { whyNot as why } from '../kernel/messages/books.ts'
import { columnName } from './columns.ts'
import type { BookColumns } from './columns.ts'
import type { RowRead } from './draft.ts'
import { OwnRowReader } from './read-own-row.ts'
import { RowReader } from './read-row.ts'
import type { RowHabits } from './read-row.ts'
import type { Refusal } from './refusal.ts'
import { CellResolver } from './resolve-cells.ts'

/** What a line of a book turned out to be. */
export type RowFound =
  | { readonly kind: 'row'; readonly read: RowRead; readonly cells: readonly string[] }
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[]; readonly cells: readonly string[] }
  /** A blank line, a total, a header or title between the rows. */
  | { readonly kind: 'skipped' }

/** Reads the lines of one book, in order: what stands above a row can matter to it. */
export interface BookRows {
  read(record: CsvRecord, suspect: boolean): RowFound
}

const SKIPPED: RowFound = { kind: 'skipped' }

export function bookRows(habits: RowHabits, fillDown: boolean, titles: readonly CsvRecord[]): BookRows {
  return habits.columns.isOwn ? ownRows(habits) : legacyRows(habits, fillDown, titles)
}

function legacyRows(habits: RowHabits, fillDown: boolean, titles: readonly CsvRecord[]): BookRows {
  const { columns, moments } = habits
  const resolver = new CellResolver(
    columns,
    fillDown,
    titles.map((title) => title.cells),
  )
  const reader = new RowReader(habits)
  return {
    read(record, suspect) {
      if (record.problem !== undefined) return unclosed(record)
      const resolved = resolver.resolve(record.cells)
      if (resolved.kind === 'title' && resolved.year !== undefined) moments.year = resolved.year
      if (resolved.kind !== 'row') return SKIPPED
      const { cells } = resolved
      const bad = [...(suspect ? mangled(columns, cells) : []), ...resolved.refusals]
      const read = bad.length > 0 ? bad : reader.read(cells, record.line)
      return 'draft' in read
        ? { kind: 'row', read, cells }
        : { kind: 'refused', refusals: read, cells: withYears(columns, moments, cells) }
    },
  }
}

function ownRows(habits: RowHabits): BookRows {
  const reader = new OwnRowReader(habits)
  return {
    read(record, suspect) {
      if (record.problem !== undefined) return unclosed(record)
      if (record.cells.length === 1 && record.cells[0] === '') return SKIPPED
      const bad = suspect ? mangled(habits.columns, record.cells) : []
      const read = bad.length > 0 ? bad : reader.read(record.cells)
      return 'draft' in read
        ? { kind: 'row', read, cells: record.cells }
        : { kind: 'refused', refusals: read, cells: record.cells }
    },
  }
}

function unclosed({ cells }: CsvRecord): RowFound {
  return { kind: 'refused', refusals: [{ column: '', value: '', why: why.unclosedQuote }], cells }
}

function mangled(columns: BookColumns, cells: readonly string[]): Refusal[] {
  const bad = cells.findIndex((cell) => /[\0\uFFFD]/.test(cell))
  if (bad < 0) return []
  return [{ column: columnName(columns.headings, bad), value: cells[bad] ?? '', why: why.notText }]
}

/** A date that takes its year from a title line has it written out, so that the row can stand alone. */
function withYears(columns: BookColumns, moments: MomentReader, cells: readonly string[]): readonly string[] {
  const { reported_at, reported_date, repaired_at, repaired_date, returned_at } = columns.at
  const dates = new Set([reported_at, reported_date, repaired_at, repaired_date, returned_at])
  return cells.map((cell, index) => (dates.has(index) ? moments.withYear(cell) : cell))
}
