import { momentShown, serialText } from './serial-moment.ts'
import type { Shown } from './serial-moment.ts'

/** A cell of a workbook, as a library reads it. */
export interface SheetCell {
  /** `s` text, `n` number, `b` boolean, `e` error, `z` nothing. */
  readonly t: string
  readonly v?: unknown
  /** Its number format. */
  readonly z?: string | number
  readonly f?: string
}

/** Writes a number as a format shows it. */
export type FormatNumber = (format: string, value: number) => string

const ERRORS: Readonly<Record<number, string>> = {
  0x00: '#NULL!',
  0x07: '#DIV/0!',
  0x0f: '#VALUE!',
  0x17: '#REF!',
  0x1d: '#NAME?',
  0x24: '#NUM!',
  0x2a: '#N/A',
  0x2b: '#GETTING_DATA',
}

/** A spreadsheet keeps fifteen digits; what stands behind them in a longer number is made up. */
const MOST_EXACT = 1e15
/** Formats without signs of their own: an integer stands in full, whatever decimals or thousands they show. */
const PLAIN_NUMBER = /^[#,]*[0?#](\.[0?#]+)?$|^general$|^@$|e\+/i
const THOUSANDS = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/

/** Turns cells into what the same cell holds in a book of text. */
export class CellReader {
  private readonly format: FormatNumber
  private readonly from1904: boolean
  private readonly shown = new Map<string, Shown | undefined>()

  constructor(format: FormatNumber, from1904: boolean) {
    this.format = format
    this.from1904 = from1904
  }

  text({ t, v, z }: SheetCell): string {
    if (t === 'z' || v === undefined || v === null) return ''
    if (t === 'n' && typeof v === 'number') return this.number(v, typeof z === 'string' ? z : 'General')
    if (t === 'b') return v === true ? 'TRUE' : 'FALSE'
    if (t === 'e') return ERRORS[Number(v)] ?? '#VALUE!'
    return typeof v === 'string' ? v : ''
  }

  private number(value: number, format: string): string {
    const shown = this.shownBy(format)
    if (shown !== undefined) return serialText(value, shown, this.from1904)
    if (Math.abs(value) >= MOST_EXACT) return value.toExponential(5).replace('e+', 'E+')
    const plain = format.replace(/;.*/s, '').replace(/\[[^\]]*\]|_.|\\?[-() ]/g, '')
    if (Number.isInteger(value) ? PLAIN_NUMBER.test(plain) : /^general$|e\+/i.test(plain)) return plainNumber(value)
    return this.formatted(value, format)
  }

  private formatted(value: number, format: string): string {
    try {
      const text = this.format(format, value).trim()
      if (text === '') return plainNumber(value)
      return THOUSANDS.test(text) ? text.replaceAll(',', '') : text
    } catch {
      // A format that nobody else can read either.
      return plainNumber(value)
    }
  }

  private shownBy(format: string): Shown | undefined {
    if (!this.shown.has(format)) this.shown.set(format, momentShown(format))
    return this.shown.get(format)
  }
}

/** Never scientific; of a fraction the digits that a spreadsheet keeps. */
function plainNumber(value: number): string {
  if (Number.isInteger(value)) return String(value)
  const text = String(Number(value.toPrecision(15)))
  return text.includes('e') ? value.toFixed(15).replace(/0+$/, '') : text
}
