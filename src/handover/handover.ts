import type { Day } from '../kernel/calendar.ts'
import type { Instant } from '../kernel/zone.ts'
import type { Slot } from '../office/cut-offs.ts'

export const SLOTS = ['morning', 'afternoon'] as const satisfies readonly Slot[]

/** A batch of slips, and who signed for it (1.4, 2.9). */
export interface Handover {
  readonly handover_no: string
  readonly channel: 'paper' | 'phone'
  readonly branch: string
  readonly date: Day
  readonly slot: Slot | 'notice'
  /** Everything reported before it, and not handed over earlier, is in the batch. */
  readonly cut_off: Instant
  readonly printed_at: Instant
  readonly reprints: number
  readonly ticket_count: number
  readonly collected_by: string | null
  readonly signed_at: Instant | null
}

const SHORT: Readonly<Record<Slot, string>> = { morning: 'AM', afternoon: 'PM' }

/** `KF-20261122-AM-CG`. */
export function batchNumber(officeCode: string, date: Day, slot: Slot, branch: string): string {
  return `${officeCode}-${date.replaceAll('-', '')}-${SHORT[slot]}-${branch}`
}

/** `KF-20261122-N1-XZ`. */
export function noticeNumber(officeCode: string, date: Day, number: number, branch: string): string {
  return `${officeCode}-${date.replaceAll('-', '')}-N${number}-${branch}`
}
