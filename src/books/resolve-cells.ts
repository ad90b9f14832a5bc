import { unguarded } from '../kernel/csv.ts'
import { yearIn } from '../kernel/book-layout.ts'
import { whyNot as why } from '../kernel/messages/books.ts'
import { foldWord } from '../kernel/word-folding.ts'
import { columnName } from './columns.ts'
import type { BookColumns } from './columns.ts'
import type { BookField } from './header-words.ts'
import type { Refusal } from './refusal.ts'

/** Marks that mean "as above". */
const DITTO = new Set(['同上', '〃', '″', '”', '“', '"', '＂', "''", '〞', '"', '々', '上同', '同前', '〃〃'])
const TOTALS = new Set([
  '合计',
  '总计',
  '小计',
  '共计',
  '本页合计',
  '本页小计',
  '本月合计',
  '本年合计',
  '累计',
  'total',
  'subtotal',
  'sum',
  'totals',
])
/** What a merged cell may be about; `--fill-down` fills nothing else. */
const FILLED: readonly BookField[] = ['reported_at', 'reported_date', 'branch', 'fault_class', 'taken_by']

/** What a line is; only a row has cells. A title between the rows may tell another year. */
export type LineKind = 'row' | 'blank' | 'header' | 'total' | 'title'

/** Trims cells, takes guards off, repeats what stands above, and knows lines that are no rows. */
export class CellResolver {
  /** The cells of the row that was resolved last. */
  cells: readonly string[] = []
  /** What is wrong with it. */
  refusal: Refusal | undefined
  /** The year that the last title tells of. */
  year: number | undefined
  private readonly columns: BookColumns
  private readonly filled: readonly number[]
  private readonly titles: ReadonlySet<string>
  private readonly headings: readonly string[]
  private readonly firstHeading: string

  constructor(columns: BookColumns, fillDown: boolean, titles: readonly (readonly string[])[]) {
    this.columns = columns
    this.filled = fillDown ? fillable(columns) : []
    this.titles = new Set(titles.map(titleOf))
    this.headings = columns.headings.map(foldWord)
    this.firstHeading = columns.headings[0]?.trim() ?? ''
  }

  resolve(raw: readonly string[]): LineKind {
    const width = this.columns.headings.length
    const cells: string[] = []
    let filled = 0
    this.refusal = undefined
    for (let index = 0; index < raw.length; index += 1) {
      const cell = unguarded(raw[index] ?? '').trim()
      if (cell !== '') filled += 1
      cells.push(cell)
      if (index >= width && cell !== '') this.refusal = { column: '', value: '', why: why.tooManyCells }
    }
    if (filled === 0) return 'blank'
    const looksOdd = filled <= 2 || cells[this.columns.at.reported_at] === '' || cells[0] === this.firstHeading
    const kind = looksOdd ? this.lineWithoutRow(cells, filled) : undefined
    if (kind !== undefined) return kind
    while (cells.length < width) cells.push('')
    const above = this.cells
    for (const index of this.filled) if (cells[index] === '') cells[index] = above[index] ?? ''
    for (let index = 0; index < width; index += 1) {
      const cell = cells[index] ?? ''
      if (cell.length <= 2 && cell !== '' && DITTO.has(cell)) cells[index] = this.asAbove(index, cell)
    }
    this.cells = cells
    return 'row'
  }

  private asAbove(index: number, cell: string): string {
    const above = this.cells[index] ?? ''
    if (above !== '') return above
    this.refusal ??= { column: columnName(this.columns.headings, index), value: cell, why: why.nothingAbove }
    return cell
  }

  /** A total may stand in any column, but it has no customer. */
  private isAboutNobody(folded: readonly string[]): boolean {
    const { customer_name, phone, address, reported_at } = this.columns.at
    const told = [customer_name, phone, address].map((index) => folded[index] ?? '')
    const hasDate = /^\d{4}/.test(folded[reported_at] ?? '')
    return (
      told.every((cell) => cell === '' || TOTALS.has(cell)) ||
      (!hasDate && told.filter((cell) => cell !== '').length < 2)
    )
  }

  private lineWithoutRow(cells: readonly string[], filled: number): LineKind | undefined {
    const folded = cells.map(foldWord)
    const alike = folded.filter((cell, index) => cell !== '' && cell === this.headings[index]).length
    if (alike >= 2 && alike >= filled / 2) return 'header'
    if (folded.some((cell) => TOTALS.has(cell)) && this.isAboutNobody(folded)) return 'total'
    const title = titleOf(cells)
    const isTitle = this.titles.has(title) || (filled === 1 && TITLE.test(title))
    if (!isTitle) return undefined
    this.year = yearIn([title])
    return 'title'
  }
}

const TITLE = /(登记|报修|维修|维护)[^,，]{0,8}(本|簿|表|册|台账|记录)/

/** A date beside a time of its own is filled, the time is not. */
function fillable({ at }: BookColumns): number[] {
  const fields = FILLED.filter((field) => field !== 'reported_at' || at.reported_date < 0)
  return fields.map((field) => at[field]).filter((index) => index >= 0)
}

function titleOf(cells: readonly string[]): string {
  return cells
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '')
    .join(' ')
}
