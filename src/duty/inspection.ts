import type { Instant } from '../kernel/zone.ts'
import type { Failure } from './conduct-items.ts'

/** One check of somebody's conduct (1.2, 4.x). Without failures everything was kept. */
export interface Inspection {
  readonly inspection_no: string
  readonly staff: string
  readonly inspected_by: string
  readonly inspected_at: Instant
  readonly entered_at: Instant
  readonly note: string | null
  readonly void_at: Instant | null
  readonly void_reason: string | null
  readonly failures: readonly Failure[]
}

/** `KF-J-20261122-01`: office code, day of the check, a gap-free number of that day. */
export function inspectionNumber(officeCode: string, day: string, number: number): string {
  return `${officeCode}-J-${day.replaceAll('-', '')}-${String(number).padStart(2, '0')}`
}
