/** One sheet, in one language. Whatever a user typed stands in it as typed: the renderers make it safe. */
export interface Sheet {
  readonly parts: readonly Part[]
}

export type Part =
  | {
      readonly kind: 'title'
      readonly office: string
      readonly title: string
      readonly number: string
      readonly mark: string
    }
  | { readonly kind: 'lines'; readonly lines: readonly string[] }
  | { readonly kind: 'fields'; readonly fields: readonly Field[] }
  | { readonly kind: 'entries'; readonly entries: Entries }
  | { readonly kind: 'box'; readonly box: Box }
  | { readonly kind: 'signatures'; readonly signatures: readonly (readonly Blank[])[] }
  | { readonly kind: 'tear'; readonly text: string }

/** A heading with what stands beside it. */
export interface Field {
  readonly head: string
  readonly value: string
  /** Words to tick, instead of a value. */
  readonly ticks?: readonly Tick[]
}

export interface Tick {
  readonly word: string
  readonly ticked: boolean
}

/** A heading with a line to write on, unless it was filled in already. */
export interface Blank {
  readonly head: string
  readonly value: string | null
}

/** A frame with text, or room to write by hand, and lines below. */
export interface Box {
  readonly head: string
  readonly text: string
  /** Empty lines to write on. */
  readonly room: number
  /** Words to tick, after a heading of their own. */
  readonly choice: { readonly head: string; readonly ticks: readonly Tick[] } | undefined
  readonly blanks: readonly Blank[]
}

/** Numbered records: each has for every column some pieces, one below the other. */
export interface Entries {
  readonly heads: readonly string[]
  /** How much of the width each column gets, of 100; absent: as their words need it. */
  readonly shares?: readonly number[]
  readonly rows: readonly (readonly (readonly string[])[])[]
  /** A box to tick for each, as its words are read out. */
  readonly tick: string | undefined
}
