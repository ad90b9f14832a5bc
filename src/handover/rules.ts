import { addDays, dayAt, startOfDay } from '../kernel/calendar.ts'
import type { Day } from '../kernel/calendar.ts'
import type { Instant } from '../kernel/zone.ts'
import { hourOf } from '../office/cut-offs.ts'
import type { CutOffHours, Slot } from '../office/cut-offs.ts'
import type { Office } from '../office/office.ts'
import { isUnrepaired } from '../ticket/rules.ts'
import type { Ticket } from '../ticket/ticket.ts'
import { SLOTS } from './handover.ts'

/** A half-day and the moment that ends it. */
export interface CutOff {
  readonly date: Day
  readonly slot: Slot
  readonly at: Instant
}

type Cutting = Pick<Office, 'zone'> & CutOffHours

/** Art. 1.4: 08:00, and the start of the afternoon, as the office sets it for that day. Wall time of the office. */
export function cutOffOf(office: Cutting, date: Day, slot: Slot): CutOff {
  const [hour = 0, minute = 0] = hourOf(office, slot, date).split(':').map(Number)
  return { date, slot, at: startOfDay(office.zone, date, hour, minute) }
}

/** The latest cut-off that has passed. */
export function latestCutOff(office: Cutting, now: Instant): CutOff {
  return (
    around(office, now).findLast((cutOff) => cutOff.at <= now) ?? cutOffOf(office, dayAt(office.zone, now), 'morning')
  )
}

/** The next cut-off to come. */
export function nextCutOff(office: Cutting, now: Instant): CutOff {
  return around(office, now).find((cutOff) => cutOff.at > now) ?? cutOffOf(office, dayAt(office.zone, now), 'afternoon')
}

/** The cut-offs of yesterday, today and tomorrow, in order. */
function around(office: Cutting, now: Instant): CutOff[] {
  const today = dayAt(office.zone, now)
  return [-1, 0, 1].flatMap((days) => SLOTS.map((slot) => cutOffOf(office, addDays(today, days), slot)))
}

type Candidate = Pick<
  Ticket,
  'intake' | 'void_at' | 'closed_at' | 'repaired_at' | 'reported_at' | 'handover_no' | 'source'
>

/**
 * Art. 1.4: a batch takes everything reported before its cut-off and not yet handed over, so no call can fall between
 * two windows. Calls that a branch took itself (2.7), repaired and void ones and rows of old books are never in one.
 */
export function isDue(ticket: Candidate, cutOff: Instant): boolean {
  return (
    ticket.intake === 'desk' &&
    isUnrepaired(ticket) &&
    ticket.reported_at < cutOff &&
    ticket.handover_no === null &&
    ticket.source === null
  )
}
