import { addDays, startOfDay } from '../kernel/calendar.ts'
import type { Day } from '../kernel/calendar.ts'
import type { Instant, Zone } from '../kernel/zone.ts'
import type { Shift } from './shift.ts'

/** A stretch of time: `from ≤ moment < to`. */
export interface Span {
  readonly from: Instant
  readonly to: Instant
}

/** The days from the first to the last, both whole. A day in which the clocks change is as long as it was. */
export function spanOfDays(zone: Zone, first: Day, last: Day): Span {
  return { from: startOfDay(zone, first), to: startOfDay(zone, addDays(last, 1)) }
}

/** Whoever has not signed off is still there. */
export function spanOfShift(shift: Pick<Shift, 'on_at' | 'off_at'>): Span {
  return { from: shift.on_at, to: shift.off_at ?? Infinity }
}

/** Art. 1.1: the stretches of a period in which nobody was on duty, in order. Shifts may overlap and come in any order. */
export function gapsIn(period: Span, shifts: readonly Span[]): Span[] {
  const gaps: Span[] = []
  let covered = period.from
  for (const { from, to } of [...shifts].sort((a, b) => a.from - b.from)) {
    if (from > covered) gaps.push({ from: covered, to: Math.min(from, period.to) })
    covered = Math.max(covered, to)
    if (covered >= period.to) break
  }
  if (covered < period.to) gaps.push({ from: covered, to: period.to })
  return gaps.filter((gap) => gap.from < gap.to)
}

export function secondsOf(spans: readonly Span[]): number {
  return spans.reduce((sum, { from, to }) => sum + to - from, 0)
}

/** Minutes of a span, to the hundredth. */
export function minutesOf({ from, to }: Span): number {
  return Math.round(((to - from) / 60) * 100) / 100
}

/** How much of a period was covered, in hundredths of a per cent rounded down: 100 means that there was no gap at all. */
export function percentCovered(period: Span, gaps: readonly Span[]): number {
  const length = secondsOf([period])
  return length <= 0 ? 100 : Math.floor(((length - secondsOf(gaps)) * 10_000) / length) / 100
}

/** A shift of the same person that a new one would overlap: nobody sits at the desk twice. */
export function overlapping<T extends Pick<Shift, 'on_at' | 'off_at'>>(span: Span, own: readonly T[]): T | undefined {
  return own.find((shift) => {
    const other = spanOfShift(shift)
    return other.from < span.to && span.from < other.to
  })
}
