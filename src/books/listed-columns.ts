import { foldHeading } from './header-words.ts'

/** Marks of a rejects file. */
const MARKS = ['_line', '_reason', '_book'] as const

/** Knows the headings of one kind of list. */
export type ListFieldOf<F extends string> = (heading: string) => F | undefined

/** Headings as a table: each field with its usual spellings, compared folded. */
export function headingTable<F extends string>(words: Readonly<Record<F, string>>): ListFieldOf<F> {
  const byHeading = new Map<string, F>()
  for (const [field, spelled] of Object.entries<string>(words)) {
    for (const word of [field, ...spelled.split(' ')]) byHeading.set(foldHeading(word), field as F)
  }
  return (heading) => byHeading.get(foldHeading(heading))
}

type Mark = (typeof MARKS)[number]

/** Which column of a list tells which field. */
export interface ListColumns<F extends string> {
  readonly headings: readonly string[]
  readonly at: ReadonlyMap<F | Mark, number>
  readonly unmapped: readonly number[]
}

export function markOf(heading: string): Mark | undefined {
  return MARKS.find((mark) => mark === heading.trim())
}

/** The first column of each field; further ones are not taken. */
export function mapList<F extends string>(headings: readonly string[], fieldOf: ListFieldOf<F>): ListColumns<F> {
  const at = new Map<F | Mark, number>()
  const unmapped: number[] = []
  for (const [index, heading] of headings.entries()) {
    const field = markOf(heading) ?? fieldOf(heading)
    if (field !== undefined && !at.has(field)) at.set(field, index)
    else unmapped.push(index)
  }
  return { headings, at, unmapped }
}
