import type { StagedTicket } from '../ticket/staged-tickets.ts'

/** A row that was read, before it has a place in the stage and keys of its own. */
export type Draft = Omit<
  StagedTicket,
  'seq' | 'day' | 'place' | 'phone_key' | 'place_key' | 'import_key' | 'import_hash'
>

/** What of a row came from a default; one bit each, because a million rows have them. */
export const DEFAULTED = { reported_at: 1, branch: 2, fault_class: 4, repaired_at: 8 } as const

/** A row that can be imported. */
export interface RowRead {
  readonly draft: Draft
  /** Bits of `DEFAULTED`. */
  readonly defaulted: number
  /** What the row says, for telling whether it is known. */
  readonly content: string
  /** Set where the row comes from a rejects file: its line in the book. */
  readonly fromRejects: boolean
}
