import type { Source } from './source.ts'

/** What a rule says of one line. */
export interface Finding {
  readonly path: string
  readonly line: number
  readonly what: string
}

/** A rule of the house. `why` is shown to whoever breaks it. */
export interface Rule {
  readonly name: string
  readonly why: string
  find(source: Source, all: ReadonlyMap<string, Source>): Finding[]
}
