import type { Value } from '../../kernel/db.ts'

/** A statement with each parameter's type beside it, as the server gets it. */
export interface Statement {
  readonly text: string
  readonly values: readonly (string | number)[]
}

/** Half a character: it would arrive as U+FFFD. */
const LONE = /\p{Surrogate}/u

/**
 * The port's statement for PostgreSQL. The server would guess the type of a parameter from what stands beside it; its
 * value says what it is, and an absent one stands in the text, where it fits everywhere.
 */
export function statementOf(sql: string, values: readonly Value[]): Statement {
  const places = new Map<number, string>()
  const sent: (string | number)[] = []
  const text = sql.replace(/\$(\d+)/g, (_, number: string) => {
    const index = Number(number)
    const known = places.get(index)
    if (known !== undefined) return known
    const value = checkedValue(values[index - 1], index)
    const place = value === null ? 'null' : placeOf(sent.push(value), value)
    places.set(index, place)
    return place
  })
  for (const [index, value] of values.entries()) checkedValue(value, index + 1)
  return { text, values: sent }
}

/** What a text is compared or folded with may be a text of the statement too: by its bytes, as in every column. */
function placeOf(number: number, value: string | number): string {
  const typed = `$${number}::${typeOf(value)}`
  return typeof value === 'string' ? `(${typed} collate "C")` : typed
}

export function typeOf(value: string | number): string {
  if (typeof value === 'string') return 'text'
  return Number.isInteger(value) ? 'bigint' : 'double precision'
}

export function checkedValue(value: Value | undefined, place: number): Value {
  if (value === undefined || Number.isNaN(value)) throw new TypeError(`parameter $${place} is ${value}`)
  if (typeof value === 'string' && LONE.test(value)) throw new TypeError(`parameter $${place} holds half a character`)
  return value
}

/** The port's own words for the columns of a stage, as the books' tables have them. */
export function temporaryTable(sql: string): string {
  return sql.replaceAll(/\binteger\b/g, 'bigint').replaceAll(/\btext\b/g, 'text collate "C"')
}
