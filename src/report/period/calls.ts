import { dayAt } from '../../kernel/calendar.ts'
import type { Day } from '../../kernel/calendar.ts'
import { foldWidth } from '../../kernel/width-folding.ts'
import { wallAt } from '../../kernel/zone.ts'
import type { Instant, Zone } from '../../kernel/zone.ts'
import type { Judged } from '../../ticket/rules.ts'

/** Calls in an hour of a weekday; Monday is 0. */
export interface HourCalls {
  readonly weekday: number
  readonly hour: number
  readonly calls: number
}

export const weekdayOf = (day: Day): number => (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7

/** All 168 hours of a week, Monday first. */
export function callsByHour(zone: Zone, calls: readonly Judged[]): HourCalls[] {
  const counts = Array.from({ length: 168 }, () => 0)
  for (const { reported_at } of calls) {
    const place = weekdayOf(dayAt(zone, reported_at)) * 24 + wallAt(zone, reported_at).hour
    counts[place] = (counts[place] ?? 0) + 1
  }
  return counts.map((count, place) => ({ weekday: Math.floor(place / 24), hour: place % 24, calls: count }))
}

export interface DayCalls {
  readonly date: Day
  readonly calls: number
}

export function callsByDay(zone: Zone, calls: readonly Judged[], days: readonly Day[]): DayCalls[] {
  const counts = new Map<Day, number>()
  for (const { reported_at } of calls) {
    const day = dayAt(zone, reported_at)
    counts.set(day, (counts.get(day) ?? 0) + 1)
  }
  return days.map((date) => ({ date, calls: counts.get(date) ?? 0 }))
}

/** An address that several calls came from. */
export interface AddressAgain {
  readonly address: string
  readonly branch: string
  readonly calls: number
  readonly last_reported_at: Instant
  readonly last_ticket_no: string
}

/** Addresses of at least two calls, those with the most first; spaces and wide letters make no other address. */
export function addressesAgain(calls: readonly Judged[]): AddressAgain[] {
  const places = new Map<string, Judged[]>()
  for (const call of calls) {
    const place = foldWidth(call.address).replace(/\s+/g, '')
    if (place !== '') places.set(place, [...(places.get(place) ?? []), call])
  }
  const again = [...places.values()].filter((own) => own.length > 1)
  return again.map(latestOf).sort((a, b) => b.calls - a.calls || compare(b.last_ticket_no, a.last_ticket_no))
}

function latestOf(own: readonly Judged[]): AddressAgain {
  const [first, ...rest] = own as [Judged, ...Judged[]]
  const later = (a: Judged, b: Judged): boolean =>
    a.reported_at > b.reported_at || (a.reported_at === b.reported_at && a.ticket_no > b.ticket_no)
  const last = rest.reduce((latest, one) => (later(one, latest) ? one : latest), first)
  const { address, branch, reported_at, ticket_no } = last
  return { address, branch, calls: own.length, last_reported_at: reported_at, last_ticket_no: ticket_no }
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b))
