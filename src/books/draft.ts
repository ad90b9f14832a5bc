import type { StagedTicket } from '../ticket/staged-tickets.ts'

/** A row that was read; its place in the stage and what it is known by are filled in when it gets there. */
export type Draft = StagedTicket

/** What the stage fills in. */
export const UNPLACED = {
  seq: 0,
  phone_key: null,
  place_key: null,
  import_key: null,
  import_hash: null,
} as const

/** What of a row came from a default; one bit each, because a million rows have them. */
export const DEFAULTED = { reported_at: 1, branch: 2, fault_class: 4, repaired_at: 8 } as const

/** A row that can be imported. */
export interface RowRead {
  readonly draft: Draft
  readonly line: number
  readonly cells: readonly string[]
  /** Bits of `DEFAULTED`. */
  readonly defaulted: number
  /** What the row says, for telling whether it is known. */
  readonly content: string
  /** Does the row of an export give another deadline than this office's rules? */
  readonly isRecounted?: boolean
  /** Does it come from a rejects file? */
  readonly fromRejects: boolean
  /** Does one of its cells name several people? */
  readonly hasSeveral?: boolean
}
