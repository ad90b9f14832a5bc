import { LOST } from '../../kernel/book-encoding.ts'
import { whyCell } from '../../kernel/messages/book-cells.ts'
import { whyNot } from '../../kernel/messages/book-refusals.ts'
import type { Text } from '../../kernel/text.ts'
import { isKunJinKao, seen } from '../../kernel/unseen.ts'
import { KNOWN_MARKS, destroyedBy, exactNumber, foldMark, isStrokes } from './cell-words.ts'

/** The longest cell that is looked up as a mark: a date of zeros with its time. */
const LONGEST_MARK = 24

/** First characters of cells that may be a mark, a text mark or something destroyed; a glance for a million rows. */
const ODD_STARTS = [
  ..."'=＝#?+-‐‑‒–—―−─━－_＿/／\\＼|｜~～…·.。,，、*＊:：([<{（【〔",
  ...[...KNOWN_MARKS].map((mark) => mark.charAt(0)).filter((start) => !/\d/.test(start)),
  ...'abcdefghijklmnopqrstuvwxyz锟斤',
]

function oddTable(): Uint8Array {
  const table = new Uint8Array(65_536)
  for (const start of ODD_STARTS) {
    table[start.charCodeAt(0)] = 1
    table[start.toUpperCase().charCodeAt(0)] = 1
  }
  // Full width may be any of these.
  table.fill(1, 0xff01, 0xff5f)
  return table
}

const [ZERO, NINE, POINT, BIG_E, SMALL_E] = [0x30, 0x39, 0x2e, 0x45, 0x65]

/**
 * The one reader of cells, of every field of every list and book: marks for nothing, text marks of spreadsheets,
 * invisible characters, and what was destroyed. What a field makes of the text is the field's own.
 */
export class CellReader {
  private readonly odd = oddTable()
  private readonly marks: ReadonlySet<string>
  /** Bytes of a kind that a glance at the first character does not see are somewhere in the file. */
  private isSuspect = false

  constructor(further: readonly string[] = []) {
    this.marks = new Set([...KNOWN_MARKS, ...further.map(foldMark)])
    for (const mark of further) this.odd[mark.trim().charCodeAt(0)] = 1
  }

  /** From here on every cell is looked at. */
  suspect(): void {
    this.isSuspect = true
  }

  /** The text of a trimmed cell, empty where it means nothing; or why it is no value. */
  read(cell: string): string | Text {
    return this.isPlain(cell) ? cell : this.looked(cell)
  }

  isPlain(cell: string): boolean {
    if (this.isSuspect) return cell === ''
    const code = cell.charCodeAt(0)
    if (code >= ZERO && code <= NINE) {
      const next = cell.charCodeAt(1)
      return (
        this.odd[code] === 0 &&
        next !== POINT &&
        next !== BIG_E &&
        next !== SMALL_E &&
        !(code === ZERO && next === ZERO)
      )
    }
    return this.odd[code] !== 1
  }

  private looked(cell: string): string | Text {
    if (this.isSuspect && LOST.test(cell)) return whyNot.notText
    if (this.isSuspect && isKunJinKao(cell)) return whyCell.lostText
    const text = withoutTextMark(this.isSuspect ? seen(cell) : cell)
    if (text.length <= LONGEST_MARK && (isStrokes(text) || this.marks.has(foldMark(text)))) return ''
    return exactNumber(text) ?? destroyedBy(text) ?? text
  }
}

/** `="0012"` and `'0012`: text, whatever it looks like. Two of them mean "as above". */
function withoutTextMark(cell: string): string {
  const quoted = /^[=＝]\s*"((?:[^"]|"")*)"$/.exec(cell)?.[1]
  if (quoted !== undefined) return quoted.replaceAll('""', '"').trim()
  return cell.startsWith("'") && cell.length > 1 && !cell.startsWith("''") ? cell.slice(1).trim() : cell
}
