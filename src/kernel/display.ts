import { eastAsianWidth } from 'get-east-asian-width'
import { INVISIBLE } from './invisible.ts'

let segmenter: Intl.Segmenter | undefined

// Made on first use: it takes milliseconds that a call being logged does not have.
function graphemes(text: string): Iterable<{ segment: string }> {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' })
  return segmenter.segment(text)
}

/** The signs of a text as a reader sees them. */
export function graphemesOf(text: string): string[] {
  return Array.from(graphemes(text), ({ segment }) => segment)
}

/** Columns of what is neither narrow nor wide everywhere (`“ — ×`): one on a terminal, two on a Chinese printer. */
export type Ambiguous = 1 | 2

const PLAIN = /^[\x20-\x7e]*$/
// Characters that stand alone and are wide everywhere.
const PLAIN_CHINESE = /^[\x20-\x7e\u3001-\u3029\u4e00-\u9fff\uff01-\uff5e]*$/

/** Columns that the text takes on a terminal: a Chinese character takes two. */
export function displayWidth(text: string): number {
  return widthOf(text, 1)
}

/** The same where ambiguous signs take so many columns. */
export function widthOf(text: string, ambiguous: Ambiguous): number {
  if (PLAIN.test(text)) return text.length
  // Nearly every text: no need to look for graphemes.
  if (PLAIN_CHINESE.test(text)) return text.length + (text.match(/[^\x20-\x7e]/g)?.length ?? 0)
  let width = 0
  for (const { segment } of graphemes(text)) width += graphemeWidth(segment, ambiguous)
  return width
}

function graphemeWidth(grapheme: string, ambiguous: Ambiguous): number {
  if (grapheme.includes('\uFE0F') || /^\p{Regional_Indicator}{2}$/u.test(grapheme)) return 2
  let widest = 0
  for (const character of grapheme) {
    if (!/\p{Mark}|\p{Cf}/u.test(character))
      widest = Math.max(widest, eastAsianWidth(character.codePointAt(0) ?? 0, { ambiguousAsWide: ambiguous === 2 }))
  }
  return widest
}

/** Lines of at most `columns` columns, broken between words where there are any, else between characters. Nothing is lost. */
export function wrap(text: string, columns: number, ambiguous: Ambiguous = 1): string[] {
  return text.split('\n').flatMap((line) => wrapLine(line, Math.max(2, columns), ambiguous))
}

function wrapLine(text: string, columns: number, ambiguous: Ambiguous): string[] {
  if (widthOf(text, ambiguous) <= columns) return [text]
  const lines: string[] = []
  let line = ''
  let width = 0
  for (const { segment } of graphemes(text)) {
    const more = graphemeWidth(segment, ambiguous)
    if (width + more > columns) {
      if (segment === ' ') {
        // The break stands for the space.
        lines.push(line)
        line = ''
        width = 0
        continue
      }
      // A word or a number, of several with `/` each, goes to the next line whole, unless most of this one would be empty.
      const word = /^[\x21-\x7e]$/.test(segment) ? (/[\x21-\x2e\x30-\x7e]*$/.exec(line)?.[0].length ?? 0) : 0
      const cut = word < columns / 2 ? line.length - word : line.length
      lines.push(line.slice(0, cut).trimEnd())
      line = line.slice(cut)
      width = widthOf(line, ambiguous)
    }
    line += segment
    width += more
  }
  return [...lines, line]
}

/** The begin of a text that fits, with `…` where some of it does not. */
export function cut(text: string, columns: number): string {
  if (displayWidth(text) <= columns) return text
  let begin = ''
  let width = 1
  for (const sign of graphemesOf(text)) {
    width += displayWidth(sign)
    if (width > columns) break
    begin += sign
  }
  return `${begin}…`
}

export function padEnd(text: string, columns: number, ambiguous: Ambiguous = 1): string {
  return text + ' '.repeat(Math.max(0, columns - widthOf(text, ambiguous)))
}

/**
 * Stored text as it may be shown: C0, C1, DEL, lone CR, bidirectional controls and invisible characters become visible
 * escapes (`\x1b`, `\u202e`), so that nobody's address can move the clerk's cursor, and no two names look alike. Line feeds and tabs stay where `multiline`.
 */
export function visible(text: string, multiline = false): string {
  const hidden = multiline ? CONTROLS_BUT_LINES : CONTROLS
  return text.replace(hidden, (c) => {
    const code = c.charCodeAt(0)
    return code < 256 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u${code.toString(16)}`
  })
}

/** JSON in which the same characters are escaped: a terminal shows them, a parser reads the text unchanged. */
export function jsonText(value: unknown): string {
  return JSON.stringify(value).replace(CONTROLS, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

const BIDI = '\\u061c\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u2069'
const CONTROLS = new RegExp(`[\\x00-\\x1f\\x7f-\\x9f${BIDI}${INVISIBLE}]`, 'g')
const CONTROLS_BUT_LINES = new RegExp(`[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f${BIDI}${INVISIBLE}]`, 'g')
