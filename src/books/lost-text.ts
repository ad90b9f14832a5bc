import { LOST } from '../kernel/book-encoding.ts'

/** Stands in a rejects file for what was no text in the book: the bytes are there still, in the line that `_line` names. */
const SHOWN = '\\x??'

const isLostText = (text: string): boolean => LOST.test(text)
const isLostOrShown = (text: string): boolean => LOST.test(text) || text.includes(SHOWN)

/** Text of a book as a rejects file may hold it. */
export function withLossShown(text: string): string {
  return text.replaceAll(/[\uFFFD\uF8F8]/g, SHOWN)
}

export function isLost(heading: string): boolean {
  return isLostOrShown(heading)
}

/** The first cell that is no text, or that a rejects file says was none; −1: none. What `_reason` quotes is not of the row. */
export function lostCell(cells: readonly string[], headings: readonly string[]): number {
  const reason = headings.indexOf('_reason')
  const lost = reason < 0 ? isLostText : isLostOrShown
  return cells.findIndex((cell, index) => index !== reason && lost(cell))
}
