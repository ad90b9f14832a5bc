import { unguarded } from '../kernel/csv.ts'
import type { Layout } from '../kernel/book-layout.ts'
import { whyNot as why } from '../kernel/messages/book-refusals.ts'
import { columnName } from './columns.ts'
import type { BookColumns } from './columns.ts'
import type { BookField } from './header-words.ts'
import { OddLines } from './odd-lines.ts'
import type { OddLine } from './odd-lines.ts'
import type { Refusal } from './refusal.ts'

/** Marks that mean "as above". */
const DITTO = new Set(['同上', '〃', '″', '”', '“', '"', '＂', "''", '〞', '"', '々', '上同', '同前', '〃〃'])
/** What a merged cell may be about; `--fill-down` fills nothing else. */
const FILLED: readonly BookField[] = ['reported_at', 'reported_date', 'branch', 'fault_class', 'taken_by']

/** No book has so many columns in use. */
const MOST_CELLS = 1000

/** What a line is; only a row has cells. */
export type LineKind = 'row' | 'blank' | OddLine

/** Trims cells, takes guards off, repeats what stands above, and knows lines that are no rows. */
export class CellResolver {
  /** The cells of the row that was resolved last. */
  cells: readonly string[] = []
  /** What is wrong with it. */
  refusal: Refusal | undefined
  private readonly columns: BookColumns
  private readonly filled: readonly number[]
  private readonly odd: OddLines
  /** Columns of which nobody knows what stands above. */
  private readonly lost = new Set<number>()

  constructor(columns: BookColumns, fillDown: boolean, layout: Pick<Layout, 'titles' | 'lower'>) {
    this.columns = columns
    this.filled = fillDown ? fillable(columns) : []
    this.odd = new OddLines(columns, layout)
  }

  /** The year that the last title tells of. */
  get year(): number | undefined {
    return this.odd.year
  }

  /** A row could not be told cell by cell: nothing below it can be as above until a row says it anew. */
  lose(): void {
    for (let index = 0; index < this.columns.headings.length; index += 1) this.lost.add(index)
  }

  /** A glance: the moment of a report begins with a digit in nearly every row. */
  looksLikeHeader(raw: readonly string[]): boolean {
    const { reported_at, reported_date } = this.columns.at
    const cell = raw[reported_date < 0 ? reported_at : reported_date] ?? ''
    const code = cell.charCodeAt(0)
    return !(code >= 0x30 && code <= 0x39)
  }

  resolve(raw: readonly string[]): LineKind {
    const width = this.columns.headings.length
    const cells: string[] = []
    let filled = 0
    let isTooWide = false
    this.refusal = undefined
    for (let index = 0; index < raw.length; index += 1) {
      const cell = unguarded(raw[index] ?? '').trim()
      if (cell !== '') filled += 1
      cells.push(cell)
      if (index >= width && cell !== '') isTooWide = true
    }
    if (filled === 0) return 'blank'
    const kind = this.odd.kindOf(cells, filled)
    if (kind !== undefined) return kind
    while (cells.length < width) cells.push('')
    this.repeatAbove(cells, width)
    if (filled > MOST_CELLS) this.refusal = { column: '', value: '', why: why.manyCells }
    if (isTooWide) {
      // Its cells may stand in wrong columns.
      this.refusal = { column: '', value: '', why: why.tooManyCells }
      this.lose()
    }
    this.cells = cells
    return 'row'
  }

  private repeatAbove(cells: string[], width: number): void {
    const { lost } = this
    for (const index of this.filled) if (cells[index] === '') cells[index] = this.asAbove(index, '')
    for (let index = 0; index < width; index += 1) {
      const cell = cells[index] ?? ''
      if (cell.length <= 2 && cell !== '' && DITTO.has(cell)) cells[index] = this.asAbove(index, cell)
      else if (lost.size > 0 && (cell !== '' || !this.filled.includes(index))) lost.delete(index)
    }
  }

  private asAbove(index: number, cell: string): string {
    const above = this.cells[index] ?? ''
    if (!this.lost.has(index) && (above !== '' || cell === '')) return above
    const reason = this.lost.has(index) ? why.aboveUnread : why.nothingAbove
    this.refusal ??= { column: columnName(this.columns.headings, index), value: cell, why: reason }
    this.lost.add(index)
    return cell
  }
}

/** A date beside a time of its own is filled, the time is not. */
function fillable({ at }: BookColumns): number[] {
  const fields = FILLED.filter((field) => field !== 'reported_at' || at.reported_date < 0)
  return fields.map((field) => at[field]).filter((index) => index >= 0)
}
