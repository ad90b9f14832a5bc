import { foldHeading } from './header-words.ts'
import { chooseColumns } from './headings/choose.ts'
import type { Unclear } from './headings/choose.ts'

/** Marks of a rejects file. */
const MARKS = ['_line', '_reason', '_book'] as const

/** What a heading of one kind of list means, and how much it counts: 1 the most. */
export type ListMeaningOf<F extends string> = (
  heading: string,
) => { readonly field: F; readonly rank: number } | undefined

/** Headings as a table: each field with its usual spellings, compared folded; `|` parts those that count less. */
export function headingTable<F extends string>(words: Readonly<Record<F, string>>): ListMeaningOf<F> {
  const byHeading = new Map<string, { field: F; rank: number }>()
  for (const [field, spelled] of Object.entries<string>(words) as [F, string][]) {
    byHeading.set(foldHeading(field), { field, rank: 1 })
    for (const [index, ranked] of spelled.split('|').entries()) {
      for (const word of ranked.trim().split(' ')) byHeading.set(foldHeading(word), { field, rank: index + 1 })
    }
  }
  return (heading) => byHeading.get(foldHeading(heading))
}

type Mark = (typeof MARKS)[number]

/** Which column of a list tells which field. */
export interface ListColumns<F extends string> {
  readonly headings: readonly string[]
  readonly at: ReadonlyMap<F | Mark, number>
  readonly unmapped: readonly number[]
  readonly unclear: readonly Unclear[]
}

export function markOf(heading: string): Mark | undefined {
  return MARKS.find((mark) => mark === heading.trim())
}

/** The column of each field, by rank. */
export function mapList<F extends string>(headings: readonly string[], meaningOf: ListMeaningOf<F>): ListColumns<F> {
  const { at: chosen, unclear } = chooseColumns(
    headings.map((heading) => (markOf(heading) === undefined ? meaningOf(heading) : undefined)),
  )
  const at = new Map<F | Mark, number>(chosen)
  for (const [index, heading] of headings.entries()) {
    const mark = markOf(heading)
    if (mark !== undefined && !at.has(mark)) at.set(mark, index)
  }
  const taken = new Set(at.values())
  return { headings, at, unmapped: [...headings.keys()].filter((index) => !taken.has(index)), unclear }
}
