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

/** A row as the book means it, or nothing where the line is none. */
export type Resolved =
  | { readonly kind: 'row'; readonly cells: readonly string[]; readonly refusals: readonly Refusal[] }
  | { readonly kind: 'blank' | 'header' | 'total' }
  /** A title line between the rows; it may tell another year. */
  | { readonly kind: 'title'; readonly year: number | undefined }

/** Trims cells, takes guards off, repeats what stands above, and knows lines that are no rows. */
export class CellResolver {
  private readonly columns: BookColumns
  private readonly filled: readonly number[]
  private readonly titles: ReadonlySet<string>
  private readonly headings: readonly string[]
  private above: readonly string[] | undefined

  constructor(columns: BookColumns, fillDown: boolean, titles: readonly (readonly string[])[]) {
    this.columns = columns
    const { at } = columns
    this.filled = fillDown
      ? FILLED.filter((f) => isFillable(f, columns))
          .map((f) => at[f])
          .filter((index) => index >= 0)
      : []
    this.titles = new Set(titles.map(titleOf))
    this.headings = columns.headings.map(foldWord)
  }

  resolve(raw: readonly string[]): Resolved {
    const width = this.columns.headings.length
    const cells: string[] = []
    const refusals: Refusal[] = []
    let lone = 0
    for (let index = 0; index < raw.length; index += 1) {
      const cell = unguarded(raw[index] ?? '').trim()
      cells.push(cell)
      if (cell !== '') lone += 1
      if (index >= width && cell !== '') refusals.push({ column: '', value: '', why: why.tooManyCells })
    }
    if (lone === 0) return { kind: 'blank' }
    const other =
      lone <= 2 || cells[this.columns.at.reported_at] === '' || isHeading(cells[0] ?? '', this.headings[0])
        ? this.noRow(cells, lone)
        : undefined
    if (other !== undefined) return other
    if (cells.length > width) cells.length = width
    for (const index of this.filled) if ((cells[index] ?? '') === '') cells[index] = this.above?.[index] ?? ''
    for (let index = 0; index < cells.length; index += 1) {
      const cell = cells[index] ?? ''
      if (cell.length > 2 || cell === '' || !DITTO.has(cell)) continue
      const above = this.above?.[index] ?? ''
      if (above === '')
        refusals.push({ column: columnName(this.columns.headings, index), value: cell, why: why.nothingAbove })
      else cells[index] = above
    }
    this.above = cells
    return { kind: 'row', cells, refusals: refusals.slice(0, 1) }
  }

  private noRow(cells: readonly string[], lone: number): Resolved | undefined {
    const folded = cells.map(foldWord)
    const alike = folded.filter((cell, index) => cell !== '' && cell === this.headings[index]).length
    if (alike >= 2 && alike >= lone / 2) return { kind: 'header' }
    const date =
      cells[this.columns.at.reported_date >= 0 ? this.columns.at.reported_date : this.columns.at.reported_at] ?? ''
    if (folded.some((cell) => TOTALS.has(cell)) && (date === '' || TOTALS.has(foldWord(date)))) return { kind: 'total' }
    const title = titleOf(cells)
    if (this.titles.has(title)) return { kind: 'title', year: yearIn([title]) }
    const isTitle = lone === 1 && /(登记|报修|维修|维护)[^,，]{0,8}(本|簿|表|册|台账|记录)/.test(title)
    return isTitle ? { kind: 'title', year: yearIn([title]) } : undefined
  }
}

/** A date beside a time of its own is filled, the time is not. */
function isFillable(field: BookField, { at }: BookColumns): boolean {
  return field !== 'reported_at' || at.reported_date < 0
}

function titleOf(cells: readonly string[]): string {
  return cells
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '')
    .join(' ')
}

function isHeading(cell: string, heading: string | undefined): boolean {
  return cell !== '' && heading !== '' && foldWord(cell) === heading
}
