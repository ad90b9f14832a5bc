import { addDays, dayAt } from './calendar.ts'
import type { Day, Month } from './calendar.ts'
import { foldWidth } from './width-folding.ts'
import { instantAt, isWall } from './zone.ts'
import type { Instant, Zone } from './zone.ts'

/** The clock that typed times are read against. */
export interface Clock {
  readonly now: Instant
  readonly zone: Zone
}

const FULL = /^(\d{4})-(\d{1,2})-(\d{1,2})[ T](\d{1,2}):(\d{2})(?::(\d{2}))?(Z|[+-](?:0\d|1[0-4]):?[0-5]\d)?$/
const TIME = /^(?:(\S+) +)?(\d{1,2}):(\d{2})(?::(\d{2}))?$/
const AGO = /^-(\d{1,4})([hm])$/
const DAYS_AGO: ReadonlyMap<string, number> = new Map([
  ['今天', 0],
  ['today', 0],
  ['昨天', 1],
  ['yesterday', 1],
  ['前天', 2],
])

/**
 * A moment as people type it: `2026-11-22 08:05`, with seconds, ISO 8601 with offset, `08:05` (today),
 * `昨天 15:20`, `-2h`. Wall time of the office. Absent where it is none of these or not in the calendar.
 */
export function readMoment(typed: string, clock: Clock): Instant | undefined {
  const text = foldWidth(typed).trim()
  return readFull(text, clock.zone) ?? readTime(text, clock) ?? readAgo(text, clock)
}

function readFull(text: string, zone: Zone): Instant | undefined {
  const match = FULL.exec(text)
  if (match === null) return undefined
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1, 7).map((n) => Number(n ?? 0))
  const wall = { year, month, day, hour, minute, second }
  if (!isWall(wall)) return undefined
  const offset = match[7]
  return offset === undefined ? instantAt(zone, wall) : instantAt(fixedZone(offset), wall)
}

function fixedZone(offset: string): Zone {
  const match = /^([+-])(\d{2}):?(\d{2})$/.exec(offset)
  const seconds = match === null ? 0 : (Number(match[2]) * 60 + Number(match[3])) * 60 * (match[1] === '-' ? -1 : 1)
  return { name: offset, offsetAt: () => seconds }
}

function readTime(text: string, { now, zone }: Clock): Instant | undefined {
  const match = TIME.exec(text)
  if (match === null) return undefined
  const daysAgo = DAYS_AGO.get(match[1] ?? 'today')
  if (daysAgo === undefined) return undefined
  const [hour, minute, second] = [match[2], match[3], match[4] ?? '00']
  return readFull(`${addDays(dayAt(zone, now), -daysAgo)} ${hour}:${minute}:${second}`, zone)
}

function readAgo(text: string, { now }: Clock): Instant | undefined {
  const match = AGO.exec(text)
  return match === null ? undefined : now - Number(match[1]) * (match[2] === 'h' ? 3600 : 60)
}

/** `2026-11-22`, `2026-1-2`, 今天, yesterday … → `2026-11-22`. */
export function readDay(typed: string, { now, zone }: Clock): Day | undefined {
  const text = foldWidth(typed).trim()
  const daysAgo = DAYS_AGO.get(text)
  if (daysAgo !== undefined) return addDays(dayAt(zone, now), -daysAgo)
  const match = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text)
  if (match === null) return undefined
  const [year = 0, month = 0, day = 0] = match.slice(1).map(Number)
  if (!isWall({ year, month, day, hour: 0, minute: 0, second: 0 })) return undefined
  return `${match[1]}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** `2026-11` or `2026-1`. */
export function readMonth(typed: string): Month | undefined {
  const match = /^(\d{4})-(\d{1,2})$/.exec(foldWidth(typed).trim())
  if (match === null) return undefined
  const [year = 0, month = 0] = match.slice(1).map(Number)
  return year >= 1970 && year < 2200 && month >= 1 && month <= 12
    ? `${match[1]}-${String(month).padStart(2, '0')}`
    : undefined
}

/** `4h`, `90m`, `2d`, `1h30m` → seconds. */
export function readDuration(typed: string): number | undefined {
  const match = /^(?:(\d{1,4})d)?(?:(\d{1,5})h)?(?:(\d{1,6})m)?$/.exec(foldWidth(typed).trim())
  if (match === null || match[0] === '') return undefined
  const [days = 0, hours = 0, minutes = 0] = match.slice(1).map((n) => Number(n ?? 0))
  return days * 86_400 + hours * 3600 + minutes * 60
}
