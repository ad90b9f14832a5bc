import { addDays, boundsOfMonth, dayAt, nextMonth, pad2, startOfDay } from '../../kernel/calendar.ts'
import type { Day, Month } from '../../kernel/calendar.ts'
import type { Instant, Zone } from '../../kernel/zone.ts'

/** The whole days that a report looks at; the last one of them may still be going on. */
export interface Period {
  readonly kind: 'day' | 'month'
  /** `2026-11-22` or `2026-11`. */
  readonly name: string
  readonly first: Day
  readonly last: Day
  readonly from: Instant
  /** Nothing from this moment on is counted. */
  readonly to: Instant
  /** False for a month that is not over. */
  readonly isWhole: boolean
}

/** A day; of today what has passed of it. */
export function periodOfDay(zone: Zone, day: Day, now: Instant): Period {
  const bounds = { from: startOfDay(zone, day), to: startOfDay(zone, addDays(day, 1)) }
  const to = cutAt(now, bounds.from, bounds.to)
  return { kind: 'day', name: day, first: day, last: day, from: bounds.from, to, isWhole: to === bounds.to }
}

/** A month; of one that is not over what has passed of it. */
export function periodOfMonth(zone: Zone, month: Month, now: Instant): Period {
  const { from, to: end } = boundsOfMonth(zone, month)
  const to = cutAt(now, from, end)
  return { kind: 'month', name: month, first: `${month}-01`, last: dayAt(zone, to - 1), from, to, isWhole: to === end }
}

/** What happens in this very second counts. */
const cutAt = (now: Instant, from: Instant, end: Instant): Instant => Math.min(end, Math.max(from, now + 1))

/** The days that a period is compared with. */
export interface Comparison {
  readonly previous: Period
  readonly lastYear: Period
}

/** A month with the one before and that of last year; a day with the same weekday a week and 52 weeks before. */
export function comparisonOf(zone: Zone, period: Period): Comparison {
  if (period.kind === 'day') {
    return { previous: dayBefore(zone, period, 7), lastYear: dayBefore(zone, period, 364) }
  }
  const year = Number(period.name.slice(0, 4))
  const lastYear = `${year - 1}${period.name.slice(4)}`
  return { previous: sameDays(zone, monthBefore(period.name), period), lastYear: sameDays(zone, lastYear, period) }
}

function dayBefore(zone: Zone, { first }: Period, days: number): Period {
  return periodOfDay(zone, addDays(first, -days), Infinity)
}

/** As many days of another month as have begun of this one, so that like is compared with like. */
function sameDays(zone: Zone, month: Month, { last, isWhole }: Period): Period {
  if (isWhole) return periodOfMonth(zone, month, Infinity)
  const days = Number(last.slice(8))
  const end = boundsOfMonth(zone, month).to
  const cut = Math.min(end, startOfDay(zone, addDays(`${month}-01`, days)))
  return periodOfMonth(zone, month, cut - 1)
}

function monthBefore(month: Month): Month {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5))]
  return number === 1 ? `${year - 1}-12` : `${year}-${pad2(number - 1)}`
}

/** The months that the days lie in. */
export function monthsOf({ first, last }: Pick<Period, 'first' | 'last'>): { first: Month; last: Month } {
  return { first: first.slice(0, 7), last: last.slice(0, 7) }
}

/** Every day of the calendar from the first of the month to its last, whether it has passed or not. */
export function daysOfMonth(month: Month): Day[] {
  const days: Day[] = []
  for (let day = `${month}-01`; day < `${nextMonth(month)}-01`; day = addDays(day, 1)) days.push(day)
  return days
}
