import { whyNot as why } from '../kernel/messages/book-refusals.ts'
import type { Text } from '../kernel/text.ts'
import { foldWord } from '../kernel/word-folding.ts'
import type { CellReader } from './cells/cell-reader.ts'
import { countIn } from './cells/count-cell.ts'
import { phonesIn } from './cells/phone-cell.ts'
import { signatureIn } from './cells/signature-cell.ts'
import { columnName, fieldsByPlace } from './columns.ts'
import type { BookColumns } from './columns.ts'
import type { BookField } from './header-words.ts'
import type { Refusal } from './refusal.ts'

const LONGEST = 10_000

/** The words of one book: field → folded word → code or name. */
export type BookWords = ReadonlyMap<string, ReadonlyMap<string, string>>

/** The cells of one row by what they are about; collects what is wrong with them. */
export class RowCells {
  readonly columns: BookColumns
  private readonly words: BookWords
  private readonly reader: CellReader
  /** Columns of fields; what is kept as it is is not read. */
  private readonly told: readonly number[]
  private cells: readonly string[] = []
  refusals: Refusal[] = []

  constructor(columns: BookColumns, words: BookWords, reader: CellReader) {
    this.columns = columns
    this.words = words
    this.reader = reader
    const fields = [...fieldsByPlace(columns)].filter(([, field]) => !field.startsWith('_'))
    this.told = fields.map(([index]) => index).sort((a, b) => a - b)
  }

  /** Reads what the cells of fields say; marks for nothing are empty from here on. */
  start(cells: readonly string[]): void {
    if (this.refusals.length > 0) this.refusals = []
    let read: string[] | undefined
    for (const index of this.told) {
      const cell = cells[index] ?? ''
      if (this.reader.isPlain(cell)) continue
      const text = this.reader.read(cell)
      if (typeof text !== 'string') this.refuseAt(index, cell, text)
      else if (text !== cell) (read ??= [...cells])[index] = text
    }
    this.cells = read ?? cells
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
    return this.long(index, phonesIn(cell))
  }

  /** Many customers with one such number would be one customer. */
  account(): string | null {
    const text = this.text('account_no')
    return /[1-9１-９\p{Script=Latin}]/u.test(text) ? text : null
  }

  signature(field: 'customer_signed_by' | 'maintainer_signed_by'): string | null {
    const text = signatureIn(this.text(field))
    return text === '' ? null : text
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
    const cell = this.cell(field)
    if (cell === '') return 0
    const count = countIn(cell)
    if (count === undefined) this.refuse(field, cell, why.notACount)
    return count ?? 0
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

  nameOf(field: BookField): string {
    return columnName(this.columns.headings, this.columns.at[field])
  }

  private refuseAt(index: number, value: string, reason: Text): void {
    this.refusals.push({ column: columnName(this.columns.headings, index), value, why: reason })
  }

  private long(index: number, cell: string): string {
    if (cell.length > LONGEST) this.refuseAt(index, cell, why.tooLong)
    return cell
  }
}

/** Without a prototype: a heading may be called `__proto__`. */
function nothing(): Record<string, string> {
  return Object.create(null) as Record<string, string>
}
