import type { Month } from '../kernel/calendar.ts'
import type { Fen } from '../kernel/money.ts'
import type { Instant } from '../kernel/zone.ts'
import type { Channel } from './complaint.ts'
import type { Kind } from './rules.ts'

export const GROUNDS = ['not-upheld', 'duplicate', 'excused'] as const
export type Ground = (typeof GROUNDS)[number]

/** What a person decided about a finding; each is kept. */
export interface Decision {
  readonly decision: number
  readonly fine_id: string
  readonly verdict: 'confirm' | 'dismiss' | 'correct'
  readonly ground: Ground | null
  readonly reason: string | null
  /** The liability that a correction sets. */
  readonly branch: string | null
  readonly maintainer: string | null
  readonly decided_at: Instant
  readonly decided_by: string
}

/** One booked line; never changed, never deleted. */
export interface LedgerLine {
  readonly line: number
  readonly booked_month: Month
  /** The month of the case. */
  readonly month: Month
  readonly fine_id: string
  readonly kind: Kind
  readonly channel: Channel | null
  readonly ticket_no: string | null
  readonly occurred_at: Instant
  /** Negative where it takes back another line. */
  readonly amount: Fen
  readonly branch: string
  readonly maintainer: string | null
  readonly entry: 'confirm' | 'reverse' | 'correct'
  readonly decided_at: Instant
  readonly decided_by: string
  readonly reason: string | null
}

/** All that was decided and booked about one fine, oldest first. */
export interface History {
  readonly decisions: readonly Decision[]
  readonly lines: readonly LedgerLine[]
}

export const NO_HISTORY: History = { decisions: [], lines: [] }

/** The line that a confirmed fine stands on. */
export function standingLine({ lines }: History): LedgerLine | undefined {
  const last = lines.at(-1)
  return last === undefined || last.entry === 'reverse' ? undefined : last
}
