import type { BookField } from '../header-words.ts'
import { BARE } from './rules.ts'
import type { Meaning } from './rules.ts'

/** Two columns that may tell one field, neither more than the other. */
export interface Unclear {
  readonly field: string
  readonly columns: readonly number[]
}

/** Which column tells each field. */
export interface Chosen<F extends string> {
  readonly at: ReadonlyMap<F, number>
  readonly unclear: readonly Unclear[]
}

/** Of the columns that mean a field the one with the highest rank; of two equal ones none. */
export function chooseColumns<F extends string>(
  found: readonly ({ readonly field: F; readonly rank: number } | undefined)[],
): Chosen<F> {
  const at = new Map<F, number>()
  const unclear: Unclear[] = []
  for (const field of new Set(found.flatMap((meaning) => (meaning === undefined ? [] : [meaning.field])))) {
    const ranks = found.map((meaning) => (meaning?.field === field ? meaning.rank : Infinity))
    const best = Math.min(...ranks)
    const columns = ranks.flatMap((rank, index) => (rank === best ? [index] : []))
    const [first] = columns
    if (first !== undefined) at.set(field, first)
    if (columns.length > 1) unclear.push({ field, columns })
  }
  return { at, unclear }
}

const HOUR =
  /^(?:(?:[上下中]午|早上?|晚上?|凌晨|傍晚|[ap]m)?\s*\d{1,2}\s*(?:[:：∶点时].{0,12})?|(?:1899|1900|1904)\D.*|0?\.\d+|0)$/i

/** Do all cells of a column hold an hour and no day? */
export function holdsHours(samples: readonly (readonly string[])[], index: number): boolean {
  const told = samples.map((cells) => cells[index]?.trim() ?? '').filter((cell) => cell !== '')
  return told.length > 0 && told.every((cell) => HOUR.test(cell))
}

/** A day and an hour of one event belong together; of two events only where one of them is of no event, or a bare hour. */
export function belongTogether(date: Meaning, moment: Meaning, momentIsHour: boolean): boolean {
  return date.rank === moment.rank || date.rank >= BARE || moment.rank >= BARE || momentIsHour
}

/** Does a column count lines from 1, and again from 1? */
export function countsAnew(samples: readonly (readonly string[])[], index: number): boolean {
  const told = samples.map((cells) => cells[index]?.trim() ?? '').filter((cell) => cell !== '')
  if (!told.every((cell) => /^\d{1,4}(?:\.0)?$/.test(cell))) return false
  const seen = new Set<number>()
  let last = 0
  for (const number of told.map(Number)) {
    if (number < last && seen.has(number)) return true
    seen.add(number)
    last = number
  }
  return false
}

/** Fields that a heading of no event may claim only where its cells bear it out. */
export function isBareBranch({ field, rank }: { field: BookField; rank: number }): boolean {
  return field === 'branch' && rank >= BARE
}
