import { instantAt, wallAt } from './zone.ts'
import type { Instant, Zone } from './zone.ts'

/** A day of the office, `2026-11-22`. */
export type Day = string
/** A month of the office, `2026-11`. */
export type Month = string

export const pad2 = (n: number): string => String(n).padStart(2, '0')

export function dayAt(zone: Zone, instant: Instant): Day {
  const wall = wallAt(zone, instant)
  return `${wall.year}-${pad2(wall.month)}-${pad2(wall.day)}`
}

export function monthAt(zone: Zone, instant: Instant): Month {
  return dayAt(zone, instant).slice(0, 7)
}

/** The first second of the day. */
export function startOfDay(zone: Zone, day: Day, hour = 0, minute = 0): Instant {
  const { year, month, date } = partsOf(day)
  return instantAt(zone, { year, month, day: date, hour, minute, second: 0 })
}

export function addDays(day: Day, days: number): Day {
  const { year, month, date } = partsOf(day)
  return new Date(Date.UTC(year, month - 1, date + days)).toISOString().slice(0, 10)
}

/** Half-open: a moment belongs to the month when `from ≤ moment < to`. */
export function boundsOfMonth(zone: Zone, month: Month): { from: Instant; to: Instant } {
  return { from: startOfDay(zone, `${month}-01`), to: startOfDay(zone, `${nextMonth(month)}-01`) }
}

export function monthBefore(month: Month): Month {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return number === 1 ? `${String(year - 1).padStart(4, '0')}-12` : `${month.slice(0, 5)}${pad2(number - 1)}`
}

export function nextMonth(month: Month): Month {
  const { year, month: number } = partsOf(`${month}-01`)
  return number === 12 ? `${year + 1}-01` : `${year}-${pad2(number + 1)}`
}

function partsOf(day: Day): { year: number; month: number; date: number } {
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), date: Number(day.slice(8, 10)) }
}

const TWO_DIGITS = Array.from({ length: 60 }, (_, n) => pad2(n))
const DAY = 86_400
const MOST_DAYS = 50_000
/** Days since 1970 as text: an export prints the same few thousand days millions of times. */
const dayTexts = new Map<number, Day>()

/** `2026-11-22 08:05:00`, as CSV prints it. */
export function clockText(zone: Zone, instant: Instant): string {
  const local = instant + zone.offsetAt(instant)
  const day = Math.floor(local / DAY)
  const seconds = local - day * DAY
  const minutes = Math.floor(seconds / 60)
  return `${dayText(day)} ${TWO_DIGITS[Math.floor(minutes / 60)]}:${TWO_DIGITS[minutes % 60]}:${TWO_DIGITS[seconds % 60]}`
}

function dayText(day: number): Day {
  const known = dayTexts.get(day)
  if (known !== undefined) return known
  if (dayTexts.size >= MOST_DAYS) dayTexts.clear()
  const date = new Date(day * DAY * 1000)
  const text = `${date.getUTCFullYear()}-${pad2(date.getUTCMonth() + 1)}-${pad2(date.getUTCDate())}`
  dayTexts.set(day, text)
  return text
}

/** `2026-11-22 08:05`, as people read it; seconds only where there are any. */
export function readableTime(zone: Zone, instant: Instant): string {
  return clockText(zone, instant).replace(/:00$/, '')
}

/** ISO 8601 with offset, `2026-11-22T08:05:00+08:00`, as JSON prints it. */
export function isoText(zone: Zone, instant: Instant): string {
  const offset = zone.offsetAt(instant)
  const minutes = Math.floor(Math.abs(offset) / 60)
  const sign = offset < 0 ? '-' : '+'
  return `${clockText(zone, instant).replace(' ', 'T')}${sign}${pad2(Math.floor(minutes / 60))}:${pad2(minutes % 60)}`
}
