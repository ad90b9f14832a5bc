import { unguarded } from '../kernel/csv.ts'
import type { CsvRecord } from '../kernel/csv-reader.ts'
import type { FieldOf } from '../kernel/book-layout.ts'
import { whyNot as why } from '../kernel/messages/book-refusals.ts'
import type { Text } from '../kernel/text.ts'
import type { OpenBook } from '../store/open-book.ts'
import type { CellReader } from './cells/cell-reader.ts'
import { columnName } from './columns.ts'
import { HeaderFollower } from './header-follower.ts'
import type { ListColumns } from './listed-columns.ts'
import { lossIn } from './loss-in-row.ts'
import type { Refusal } from './refusal.ts'

const LONGEST = 10_000

/** Thrown where a row cannot be taken; the row is refused and the next one is read. */
export class RowRefused extends Error {
  readonly refusals: readonly Refusal[]

  constructor(refusals: readonly Refusal[]) {
    super('row refused')
    this.refusals = refusals
  }
}

/** One row of a list, by field. */
export class ListRow<F extends string> {
  readonly line: number
  /** As they stand in the file, for the rejects. */
  readonly cells: readonly string[]
  /** The first cell of a field that is no value. */
  readonly bad: Refusal | undefined
  private readonly columns: ListColumns<F>
  private readonly told = new Map<F, string>()

  /** `reader` absent: our own list, to the letter. */
  constructor(record: CsvRecord, columns: ListColumns<F>, reader: CellReader | undefined) {
    this.line = record.line
    this.columns = columns
    this.cells = record.cells.map((cell) => (reader === undefined ? unguarded(cell) : unguarded(cell).trim()))
    for (const [field, index] of columns.at) {
      const cell = this.cells[index] ?? ''
      const text = reader === undefined || field.startsWith('_') ? cell : reader.read(cell)
      if (typeof text === 'string') this.told.set(field as F, text)
      else this.bad ??= { column: columnName(columns.headings, index), value: cell, why: text }
    }
  }

  /** Does the list have such a column at all? */
  has(field: F): boolean {
    return this.columns.at.has(field)
  }

  /** Absent where the cell is empty. */
  cell(field: F): string | undefined {
    const cell = this.told.get(field) ?? ''
    return cell === '' ? undefined : cell
  }

  needed(field: F): string {
    return this.cell(field) ?? this.refuse(field, why.missing)
  }

  refuse(field: F, reason: Text): never {
    throw new RowRefused([{ column: this.nameOf(field), value: this.cell(field) ?? '', why: reason }])
  }

  nameOf(field: F): string {
    const index = this.columns.at.get(field)
    return index === undefined ? field : columnName(this.columns.headings, index)
  }

  /** Book and line of the first file where the row comes from a rejects file. */
  origin(book: string): { book: string; line: string } {
    const mark = (name: '_book' | '_line'): string => this.cells[this.columns.at.get(name) ?? -1] ?? ''
    return { book: mark('_book') || book, line: mark('_line') || String(this.line) }
  }
}

/** A row, or why its line is none that can be read. */
export interface ListLine<F extends string> {
  readonly row: ListRow<F>
  readonly bad: Refusal | undefined
}

/** The rows of a list in order, without blank lines and headers in mid-file, which are followed. */
export async function* listLines<F extends string>(
  book: OpenBook,
  columns: ListColumns<F>,
  reader: CellReader | undefined,
  fieldOf: FieldOf,
): AsyncGenerator<ListLine<F>> {
  const follower = new HeaderFollower(book, fieldOf)
  for await (const { records } of book.pieces()) {
    for (const record of records) {
      if (record.problem === undefined && record.cells.every((cell) => cell.trim() === '')) continue
      if (record.problem === undefined && follower.follow(record.cells, record.line)) continue
      const ordered = { ...record, cells: follower.ordered(record.cells) }
      const row = new ListRow(ordered, columns, reader)
      const other = follower.refusalOf(record.cells)
      const bad = other === undefined ? badLine(ordered, columns.headings) : { column: '', value: '', why: other }
      yield { row, bad: bad ?? row.bad }
    }
  }
}

function badLine({ cells, problem }: CsvRecord, headings: readonly string[]): Refusal | undefined {
  if (problem !== undefined) return { column: '', value: '', why: why.unclosedQuote }
  const bad = (index: number, reason: Text): Refusal => {
    return { column: columnName(headings, index), value: cells[index] ?? '', why: reason }
  }
  const lost = lossIn(cells, headings)
  if (lost !== undefined) return lost
  const long = cells.findIndex((cell) => cell.length > LONGEST)
  if (long >= 0) return bad(long, why.tooLong)
  const further = cells.findIndex((cell, index) => index >= headings.length && cell.trim() !== '')
  return further < 0 ? undefined : { column: '', value: '', why: why.tooManyCells }
}
