/** Stands in a rejects file for what was no text in the book: the bytes are there still, in the line that `_line` names. */
const SHOWN = '\\x??'

/** U+F8F8 is what the platform makes of the byte FF in Big5. */
const LOST = /[\0\uFFFD\uF8F8]/
const LOST_OR_SHOWN = /[\0\uFFFD\uF8F8]|\\x\?\?/

/** Text of a book as a rejects file may hold it. */
export function withLossShown(text: string): string {
  return text.replaceAll(/[\uFFFD\uF8F8]/g, SHOWN)
}

export function isLost(heading: string): boolean {
  return LOST_OR_SHOWN.test(heading)
}

/** The first cell that is no text, or that a rejects file says was none; −1: none. What `_reason` quotes is not of the row. */
export function lostCell(cells: readonly string[], headings: readonly string[]): number {
  const reason = headings.indexOf('_reason')
  const lost = reason < 0 ? LOST : LOST_OR_SHOWN
  return cells.findIndex((cell, index) => index !== reason && lost.test(cell))
}
