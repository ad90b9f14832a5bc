import type { Day, Month } from '../kernel/calendar.ts'
import type { Language } from '../kernel/text.ts'
import type { Zone } from '../kernel/zone.ts'
import type { DatedHour } from './cut-offs.ts'
import type { DatedRule } from './rules.ts'

/** The office whose desk this is: everything about it that judges a case. */
export interface Office {
  readonly office_code: string
  readonly office_name: string
  readonly zone: Zone
  /** Cut-offs of the day (1.4), `08:00` and `14:00`, before the first dated hour. */
  readonly morning: string
  readonly afternoon: string
  readonly cut_offs: readonly DatedHour[]
  readonly language: Language | undefined
  /** Nothing that occurred before this day is a finding. */
  readonly fines_from: Day
  /** The usual symptoms, `无信号;雪花`; absent where nobody set them. */
  readonly symptoms: string | undefined
  /** The last month that was closed; none that is earlier may change. */
  readonly closed_month: Month | undefined
  readonly rules: readonly DatedRule[]
}

export type Area = 'urban' | 'township'

export interface Branch {
  readonly code: string
  readonly name: string
  readonly area: Area
  readonly phone: string | null
}

/** A maintainer. Two of one name in a branch are told apart in the name (王伟2). */
export interface Staff {
  readonly branch: string
  readonly name: string
  readonly retired_at: number | null
}
