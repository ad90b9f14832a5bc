import type { Judged } from '../../ticket/rules.ts'

const HOUR = 3600

/** Up to so many hours from the report to the repair; the last one is open. */
const LIMITS = [4, 12, 24, 36, undefined] as const

/** How many repairs took at most so long, and longer than the one before. */
export interface TimeBand {
  readonly up_to_hours: number | undefined
  readonly above_hours: number
  readonly repairs: number
}

export interface RepairTimes {
  /** Whole minutes; absent where nothing was repaired. */
  readonly median: number | undefined
  readonly ninety: number | undefined
  readonly bands: readonly TimeBand[]
}

/** From the report to the repair, by nearest rank: a time that one of the repairs really took. */
export function repairTimesOf(repaired: readonly Judged[]): RepairTimes {
  const seconds = repaired
    .flatMap(({ reported_at, repaired_at }) => (repaired_at === null ? [] : [repaired_at - reported_at]))
    .sort((a, b) => a - b)
  const bands = LIMITS.map((limit, index): TimeBand => {
    const above = index === 0 ? -1 : (LIMITS[index - 1] ?? 0) * HOUR
    const within = (one: number): boolean => one > above && (limit === undefined || one <= limit * HOUR)
    return { up_to_hours: limit, above_hours: Math.max(0, above / HOUR), repairs: seconds.filter(within).length }
  })
  return { median: minutes(rank(seconds, 0.5)), ninety: minutes(rank(seconds, 0.9)), bands }
}

function rank(sorted: readonly number[], part: number): number | undefined {
  return sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)]
}

function minutes(seconds: number | undefined): number | undefined {
  return seconds === undefined ? undefined : Math.floor(seconds / 60)
}
