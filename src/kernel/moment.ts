import { addDays, dayAt } from './calendar.ts'
import type { Day, Month } from './calendar.ts'
import { foldWidth } from './width-folding.ts'
import { instantAt, isWall, wallAt } from './zone.ts'
import type { Instant, Zone } from './zone.ts'

/** The clock that typed times are read against. */
export interface Clock {
  readonly now: Instant
  readonly zone: Zone
}

const FULL = /^(\d{4})-(\d{1,2})-(\d{1,2})[ T](\d{1,2}):(\d{2})(?::(\d{2}))?(Z|[+-](?:0\d|1[0-4]):?[0-5]\d)?$/
const TIME = /(?<!\d)(\d{1,2})(?::(\d{2})(?::(\d{2}))?|[点时](?:(半)|(\d{1,2})分|(\d{2})|[整钟])?)$/
const SPAN = /^([+-])(\d{1,4})([hm])$/
/** How many days from today. */
const DAYS: ReadonlyMap<string, number> = new Map([
  ['今天', 0],
  ['today', 0],
  ['昨天', -1],
  ['yesterday', -1],
  ['前天', -2],
  ['明天', 1],
  ['tomorrow', 1],
  ['后天', 2],
])
/** The first and the last hour that people call so, of 24. */
const PARTS: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['凌晨', [0, 6]],
  ['早上', [4, 11]],
  ['早晨', [4, 11]],
  ['上午', [0, 12]],
  ['中午', [11, 14]],
  ['下午', [12, 19]],
  ['傍晚', [16, 20]],
  ['晚上', [17, 23]],
])
const IN_DAY = new RegExp(`^(.*?)\\s*(${[...PARTS.keys()].join('|')})?$`)

/**
 * A moment as people type it: `2026-11-22 08:05`, with seconds, ISO 8601 with offset, `08:05` (today),
 * `昨天 15:20`, `明天下午3点`, `11-21 15:20` (this year), `-2h`, `+30m`. Wall time of the office. Absent where it is none of
 * these or not in the calendar.
 */
export function readMoment(typed: string, clock: Clock): Instant | undefined {
  const text = foldWidth(typed).trim()
  return readFull(text, clock.zone) ?? readNear(text, clock) ?? readSpan(text, clock)
}

function readFull(text: string, zone: Zone): Instant | undefined {
  const match = FULL.exec(text)
  if (match === null) return undefined
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1, 7).map((n) => Number(n ?? 0))
  const wall = { year, month, day, hour, minute, second }
  if (!isWall(wall)) return undefined
  const offset = match[7]
  if (offset !== undefined) return instantAt(fixedZone(offset), wall)
  const at = instantAt(zone, wall)
  // When summer time begins, an hour is never on the clock.
  return wallAt(zone, at).hour === hour ? at : undefined
}

function fixedZone(offset: string): Zone {
  const match = /^([+-])(\d{2}):?(\d{2})$/.exec(offset)
  const seconds = match === null ? 0 : (Number(match[2]) * 60 + Number(match[3])) * 60 * (match[1] === '-' ? -1 : 1)
  return { name: offset, offsetAt: () => seconds }
}

function readNear(text: string, clock: Clock): Instant | undefined {
  const match = TIME.exec(text)
  if (match === null) return undefined
  const [, hours, colon, seconds = '00', half, minutes = half === undefined ? '0' : '30', digits] = match
  const [, named = '', part] = IN_DAY.exec(longForm(text.slice(0, match.index).trim())) ?? []
  const day = dayNamed(named, clock)
  const hour = part === undefined ? Number(hours) : hourOf(part, Number(hours))
  if (day === undefined || hour === undefined) return undefined
  return readFull(`${day} ${hour}:${(colon ?? digits ?? minutes).padStart(2, '0')}:${seconds}`, clock.zone)
}

/** 昨晚 is 昨天晚上. */
const longForm = (when: string): string => when.replace(/^([今昨明])([早晚])$/, '$1天$2上')

function dayNamed(name: string, { now, zone }: Clock): Day | undefined {
  const today = dayAt(zone, now)
  const days = DAYS.get(name === '' ? 'today' : name.toLowerCase())
  if (days !== undefined) return addDays(today, days)
  const match = /^(?:(\d{4})[-年])?(\d{1,2})(?:-(?=\d+$)|月(?=\d+[日号]$))(\d{1,2})[日号]?$/.exec(name)
  return match === null ? undefined : `${match[1] ?? today.slice(0, 4)}-${match[2]}-${match[3]}`
}

/** The hour of 24 that one of 12 is in that part of the day; absent where nobody calls it so. */
function hourOf(part: string, hour: number): number | undefined {
  const [first, last] = PARTS.get(part) ?? [0, 23]
  return [hour, hour + 12].find((one) => one >= first && one <= last)
}

function readSpan(text: string, { now }: Clock): Instant | undefined {
  const match = SPAN.exec(text)
  if (match === null) return undefined
  const seconds = Number(match[2]) * (match[3] === 'h' ? 3600 : 60)
  return match[1] === '-' ? now - seconds : now + seconds
}

/** `2026-11-22`, `2026-1-2`, 今天, tomorrow … → `2026-11-22`. */
export function readDay(typed: string, { now, zone }: Clock): Day | undefined {
  const text = foldWidth(typed).trim()
  const days = DAYS.get(text)
  if (days !== undefined) return addDays(dayAt(zone, now), days)
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
