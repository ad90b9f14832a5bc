import type { Instant } from '../kernel/zone.ts'

/** A half-open span of time. */
export interface Span {
  readonly from: Instant
  readonly to: Instant
}

export const ALWAYS: Span = { from: 0, to: Number.MAX_SAFE_INTEGER }
