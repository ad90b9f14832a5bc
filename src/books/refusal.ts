import type { Text } from '../kernel/text.ts'

/** Why a row of a book was not taken: bad rows are data. */
export interface Refusal {
  /** The heading of the column; empty where it is the row as a whole. */
  readonly column: string
  readonly value: string
  readonly why: Text
}

const LONGEST_QUOTE = 40

/** One sentence, `列 “值”：原因`. */
export function refusalText({ column, value, why }: Refusal): Text {
  const shown = value.length > LONGEST_QUOTE ? `${value.slice(0, LONGEST_QUOTE)}…` : value
  if (column === '') return why
  if (value === '') return { en: `${column}: ${why.en}`, zh: `${column}：${why.zh}` }
  return { en: `${column} "${shown}" ${why.en}`, zh: `${column}“${shown}”${why.zh}` }
}
