import { LOST } from '../kernel/book-encoding.ts'

/** Stands in a rejects file for what was no text in the book: the bytes are there still, in the line that `_line` names. */
const SHOWN = '\\x??'

/** Text of a book as a rejects file may hold it. */
export function withLossShown(text: string): string {
  return text.replaceAll(/[\uFFFD\uF8F8]/g, SHOWN)
}

/** Is a text none, or was it none in the book that a rejects file comes from? */
export function isLost(text: string): boolean {
  return LOST.test(text) || text.includes(SHOWN)
}
