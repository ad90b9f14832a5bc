import type { Day } from '../kernel/calendar.ts'

/** A half-day's hand-over (1.4). */
export type Slot = 'morning' | 'afternoon'

/** The hour of a half-day from a day on: the afternoon begins later in summer. */
export interface DatedHour {
  readonly slot: Slot
  readonly from_day: Day
  /** `14:30`. */
  readonly hour: string
}

/** When half-days end: `morning` and `afternoon` before the first dated hour of theirs. */
export interface CutOffHours {
  readonly morning: string
  readonly afternoon: string
  readonly cut_offs?: readonly DatedHour[]
}

/** The hour at which a half-day of this day ends. */
export function hourOf(office: CutOffHours, slot: Slot, day: Day): string {
  let found: DatedHour = { slot, from_day: '', hour: office[slot] }
  for (const dated of office.cut_offs ?? [])
    if (dated.slot === slot && dated.from_day <= day && dated.from_day >= found.from_day) found = dated
  return found.hour
}

/** The days on which an hour changes, from `from` on. */
export function daysOfChange(office: CutOffHours, from: Day): Day[] {
  const later = (office.cut_offs ?? []).map(({ from_day }) => from_day).filter((day) => day > from)
  return [from, ...later]
}
