import { addDays, startOfDay } from '../kernel/calendar.ts'
import type { Day } from '../kernel/calendar.ts'
import { wallAt } from '../kernel/zone.ts'
import type { Instant, Zone } from '../kernel/zone.ts'
import { gapsIn, secondsOf } from './coverage.ts'
import type { Span } from './coverage.ts'

/** What a strip says of half an hour: covered whole, in part, not at all, still to come, or skipped by the clock. */
export type Mark = 'whole' | 'part' | 'none' | 'ahead' | 'skipped'

const HALF_HOURS = 48

/**
 * The half-hours that the office's clock shows on a day. When it is put forward those it skips are empty; when it is
 * put back the last one before the change holds what comes twice. Together they are the day, to the second.
 */
export function halfHoursOf(zone: Zone, day: Day): Span[] {
  let end = startOfDay(zone, addDays(day, 1))
  const spans: Span[] = []
  for (let index = HALF_HOURS - 1; index >= 0; index -= 1) {
    const begin = Math.min(end, beginOf(zone, day, index) ?? end)
    spans.unshift({ from: begin, to: end })
    end = begin
  }
  return spans
}

/** Absent where the clock skips it. */
function beginOf(zone: Zone, day: Day, index: number): Instant | undefined {
  const [hour, minute] = [Math.floor(index / 2), (index % 2) * 30]
  const instant = startOfDay(zone, day, hour, minute)
  const wall = wallAt(zone, instant)
  return wall.hour === hour && wall.minute === minute ? instant : undefined
}

/** The marks of a day for these shifts, as far as the day has passed. */
export function marksOf(halfHours: readonly Span[], shifts: readonly Span[], now: Instant): Mark[] {
  return halfHours.map((half) => {
    if (half.from >= half.to) return 'skipped'
    if (half.from >= now) return 'ahead'
    const passed = { from: half.from, to: Math.min(half.to, now) }
    const missing = secondsOf(gapsIn(passed, shifts))
    if (missing === 0) return 'whole'
    return missing < secondsOf([passed]) ? 'part' : 'none'
  })
}
