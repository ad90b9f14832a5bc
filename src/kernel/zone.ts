/** Whole seconds since 1970 UTC: how every moment is stored. */
export type Instant = number

/** A clock on a wall of the office. */
export interface Wall {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
  readonly second: number
}

/** An office's time zone. The machine's own zone is never asked. */
export interface Zone {
  readonly name: string
  /** Seconds east of UTC in force at that instant. */
  offsetAt(instant: Instant): number
}

const HOUR = 3600

/** Summer time in China, 1986–1991: begin and end in UTC, exact to the second (tz database, Rule PRC). */
const PRC_SUMMERS: readonly (readonly [Instant, Instant])[] = [
  [Date.UTC(1986, 4, 3, 18) / 1000, Date.UTC(1986, 8, 13, 17) / 1000],
  [Date.UTC(1987, 3, 11, 18) / 1000, Date.UTC(1987, 8, 12, 17) / 1000],
  [Date.UTC(1988, 3, 16, 18) / 1000, Date.UTC(1988, 8, 10, 17) / 1000],
  [Date.UTC(1989, 3, 15, 18) / 1000, Date.UTC(1989, 8, 16, 17) / 1000],
  [Date.UTC(1990, 3, 14, 18) / 1000, Date.UTC(1990, 8, 15, 17) / 1000],
  [Date.UTC(1991, 3, 13, 18) / 1000, Date.UTC(1991, 8, 14, 17) / 1000],
]

/** The default zone by table, because `Intl` takes 20 ms of a clerk's start-up. */
export const SHANGHAI: Zone = {
  name: 'Asia/Shanghai',
  offsetAt(instant) {
    if (instant >= 684_900_000 || instant < 515_500_000) return 8 * HOUR
    return PRC_SUMMERS.some(([from, to]) => instant >= from && instant < to) ? 9 * HOUR : 8 * HOUR
  },
}

/** Any IANA zone; absent where the name is unknown. */
export function zoneNamed(name: string): Zone | undefined {
  if (name === SHANGHAI.name) return SHANGHAI
  try {
    const zone = zoneOfIntl(name)
    return zone.name === SHANGHAI.name ? SHANGHAI : zone
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

function zoneOfIntl(name: string): Zone {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: name,
    calendar: 'gregory',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  const byQuarterHour = new Map<number, number>()
  const ask = (instant: Instant): number => {
    const parts = new Map(format.formatToParts(instant * 1000).map((p) => [p.type, Number(p.value)]))
    const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0
    return (
      Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second')) / 1000 -
      instant
    )
  }
  return {
    name: spelled(name, format.resolvedOptions().timeZone),
    // Zones change their offset on a quarter hour at the finest.
    offsetAt(instant) {
      const quarter = Math.floor(instant / 900)
      const known = byQuarterHour.get(quarter) ?? ask(quarter * 900)
      byQuarterHour.set(quarter, known)
      return known
    },
  }
}

/** `Asia/Kathmandu` stays what was typed, although `Intl` calls it `Asia/Katmandu`; only its letters are set right. */
function spelled(typed: string, canonical: string): string {
  const alias = typed.toLowerCase() !== canonical.toLowerCase() && canonical !== SHANGHAI.name
  return alias ? typed : canonical
}

export function wallAt(zone: Zone, instant: Instant): Wall {
  const shifted = new Date((instant + zone.offsetAt(instant)) * 1000)
  return {
    year: shifted.getUTCFullYear(),
    month: shifted.getUTCMonth() + 1,
    day: shifted.getUTCDate(),
    hour: shifted.getUTCHours(),
    minute: shifted.getUTCMinutes(),
    second: shifted.getUTCSeconds(),
  }
}

/**
 * The instant at which the office's clock shows `wall`. Shown twice (summer time ends): the earlier; never shown
 * (summer time begins): as if the clock had not been put forward, so later by the gap.
 */
export function instantAt(zone: Zone, wall: Wall): Instant {
  const asUtc = Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute, wall.second) / 1000
  const before = zone.offsetAt(asUtc - 24 * HOUR)
  const after = zone.offsetAt(asUtc + 24 * HOUR)
  const fitting = [asUtc - before, asUtc - after].filter((instant) => instant + zone.offsetAt(instant) === asUtc)
  return fitting.length > 0 ? Math.min(...fitting) : asUtc - before
}

/** Is it a day of the calendar (1970–2199) and a time of the day? */
export function isWall(wall: Wall): boolean {
  const day = new Date(Date.UTC(wall.year, wall.month - 1, wall.day))
  return (
    wall.year >= 1970 &&
    wall.year < 2200 &&
    day.getUTCMonth() + 1 === wall.month &&
    day.getUTCDate() === wall.day &&
    wall.hour < 24 &&
    wall.minute < 60 &&
    wall.second < 60
  )
}
