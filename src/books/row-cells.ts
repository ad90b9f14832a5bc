import { whyNot as why } from '../kernel/messages/book-refusals.ts'
import type { Text } from '../kernel/text.ts'
import { foldWidth } from '../kernel/width-folding.ts'
import { foldWord } from '../kernel/word-folding.ts'
import { columnName } from './columns.ts'
import type { BookColumns } from './columns.ts'
import type { BookField } from './header-words.ts'
import type { Refusal } from './refusal.ts'

const LONGEST = 10_000
const SCIENTIFIC = /^\d(?:\.\d+)?E\+\d+$/i

/** The words of one book: field → folded word → code or name. */
export type BookWords = ReadonlyMap<string, ReadonlyMap<string, string>>

/** The cells of one row by what they are about; collects what is wrong with them. */
export class RowCells {
  readonly columns: BookColumns
  private readonly words: BookWords
  private cells: readonly string[] = []
  refusals: Refusal[] = []

  constructor(columns: BookColumns, words: BookWords) {
    this.columns = columns
    this.words = words
  }

  start(cells: readonly string[]): void {
    this.cells = cells
    if (this.refusals.length > 0) this.refusals = []
  }

  has(field: BookField): boolean {
    return this.columns.at[field] >= 0
  }

  cell(field: BookField): string {
    const index = this.columns.at[field]
    return index < 0 ? '' : (this.cells[index] ?? '')
  }

  text(field: BookField): string {
    const index = this.columns.at[field]
    return index < 0 ? '' : this.long(index, this.cells[index] ?? '')
  }

  orNull(field: BookField): string | null {
    const text = this.text(field)
    return text === '' ? null : text
  }

  /** All phone columns, width folded. */
  phone(): string {
    const { at, phones } = this.columns
    let given = this.onePhone(at.phone)
    for (const index of phones) {
      const further = this.onePhone(index)
      if (further !== '' && !given.split('/').includes(further)) given = given === '' ? further : `${given}/${further}`
    }
    return given
  }

  private onePhone(index: number): string {
    const cell = index < 0 ? '' : (this.cells[index] ?? '')
    if (/^1\d{10}$/.test(cell)) return cell
    // Excel keeps numbers as reals.
    const folded = foldWidth(cell).replace(/^(\d{7,12})\.0$/, '$1')
    if (SCIENTIFIC.test(folded))
      this.refusals.push({ column: columnName(this.columns.headings, index), value: cell, why: why.scientific })
    return this.long(index, folded)
  }

  /** All columns of notes. */
  note(): string | null {
    const { at, notes } = this.columns
    if (notes.length === 0) return this.orNull('note')
    const given = [at.note, ...notes]
      .map((index) => this.long(index, this.cells[index] ?? ''))
      .filter((cell) => cell !== '')
    return given.length === 0 ? null : given.join('；')
  }

  /** A closed word; an empty cell is none. */
  word<T extends string>(field: BookField, table: ReadonlyMap<string, T>, reason: Text): T | null {
    const cell = this.cell(field)
    if (cell === '') return null
    const found = table.get(cell) ?? table.get(foldWord(this.translated(field, cell)))
    if (found === undefined) this.refuse(field, cell, reason)
    return found ?? null
  }

  /** What `--map` says of a word. */
  translated(field: BookField, cell: string): string {
    return this.words.size === 0 ? cell : (this.words.get(field)?.get(foldWord(cell)) ?? cell)
  }

  count(field: BookField): number {
    const cell = foldWidth(this.cell(field))
    if (cell === '') return 0
    if (!/^\d{1,4}$/.test(cell)) this.refuse(field, cell, why.notACount)
    return Number(cell)
  }

  /** The columns that are about none of our fields, as JSON; `more` stands beside them. */
  extra(more?: BookField): string | null {
    const { unmapped, keys, headings, at } = this.columns
    let kept: Record<string, string> | undefined
    for (let place = 0; place < unmapped.length; place += 1) {
      const index = unmapped[place] ?? -1
      const cell = this.long(index, this.cells[index] ?? '')
      if (cell !== '') (kept ??= nothing())[keys[place] ?? ''] = cell
    }
    if (more !== undefined) (kept ??= nothing())[columnName(headings, at[more])] = this.cell(more)
    return kept === undefined ? null : JSON.stringify(kept)
  }

  refuse(field: BookField | undefined, value: string, reason: Text): void {
    const index = field === undefined ? -1 : this.columns.at[field]
    const column = index < 0 ? (field ?? '') : columnName(this.columns.headings, index)
    this.refusals.push({ column, value, why: reason })
  }

  private long(index: number, cell: string): string {
    if (cell.length > LONGEST)
      this.refusals.push({ column: columnName(this.columns.headings, index), value: cell, why: why.tooLong })
    return cell
  }
}

/** Without a prototype: a heading may be called `__proto__`. */
function nothing(): Record<string, string> {
  return Object.create(null) as Record<string, string>
}
