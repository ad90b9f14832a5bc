import { monthAt, nextMonth } from '../kernel/calendar.ts'
import type { Month } from '../kernel/calendar.ts'
import type { Instant } from '../kernel/zone.ts'
import type { Office } from '../office/office.ts'

/** What verdicts on fines depend on beside their facts: the office, the moment, and the months that are closed. */
export interface AsOf {
  readonly office: Office
  readonly now: Instant
  readonly closed: ReadonlySet<Month>
}

/**
 * Art. 3.0: a line is booked in the month of the case while that month is open, else in the month of the decision, or the
 * next open one after it.
 */
export function bookedMonth(month: Month, { office, now, closed }: AsOf): Month {
  if (!closed.has(month)) return month
  let booked = monthAt(office.zone, now)
  while (closed.has(booked)) booked = nextMonth(booked)
  return booked
}
