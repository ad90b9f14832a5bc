import type { ReadDb } from '../../kernel/db.ts'
import type { Instant } from '../../kernel/zone.ts'
import type { AsOf } from '../../fines/booking.ts'
import { readMonthReport } from '../../fines/month-report.ts'
import { readAsOf } from '../../fines/read-fines.ts'
import { byBranch } from '../../fines/summary-groups.ts'
import type { SummaryRow } from '../../fines/summary.ts'
import { readBranches } from '../../office/queries.ts'
import { addressesAgain, callsByDay, callsByHour } from './calls.ts'
import type { AddressAgain, DayCalls, HourCalls } from './calls.ts'
import { readActivity } from './figures.ts'
import type { Figures } from './figures.ts'
import type { ChannelCount, HoldCount } from './period-cases.ts'
import { readFirstReport, readPeriodTickets } from './period-tickets.ts'
import { comparisonOf, daysOfMonth, periodOfMonth } from './period.ts'
import type { Period } from './period.ts'
import { punctualityByBranch, punctualityByClass } from './punctuality.ts'
import type { BranchPunctuality, ClassPunctuality } from './punctuality.ts'
import type { TimeBand } from './repair-times.ts'

/** A period beside the one reported on. */
export interface ComparedPeriod {
  readonly period: Period
  /** Absent: the books begin later. */
  readonly figures: Figures | undefined
}

/** Everything that a day or a month is judged by. */
export interface PeriodReport {
  readonly office_name: string
  readonly period: Period
  readonly figures: Figures
  readonly previous: ComparedPeriod
  readonly lastYear: ComparedPeriod
  readonly classes: readonly ClassPunctuality[]
  readonly branches: readonly BranchPunctuality[]
  readonly holds: readonly HoldCount[]
  readonly channels: readonly ChannelCount[]
  readonly bands: readonly TimeBand[]
  /** Of the month that the period is or lies in, days still to come among them. */
  readonly days: readonly DayCalls[]
  /** Of the same month, up to the end of the period: a single day has no weekdays to compare. */
  readonly hours: readonly HourCalls[]
  readonly again: readonly AddressAgain[]
  /** Sums of the month by branch, as `fines summary --group branch` has them. */
  readonly fines: readonly SummaryRow[]
}

/** Reads the report in one consistent state. Everything is judged as it stood when the period ended. */
export async function readPeriodReport(
  db: ReadDb,
  now: Instant,
  periodIn: (asOf: AsOf) => Period,
): Promise<PeriodReport> {
  const today = await readAsOf(db, now)
  const period = periodIn(today)
  const asOf = { ...today, now: Math.min(now, period.to) }
  const { zone } = asOf.office
  const activity = await readActivity(db, asOf, period)
  const month = monthAround(asOf, period)
  const calls = period.kind === 'month' ? activity.tickets.calls : await readCalls(db, asOf, month)
  const { previous, lastYear } = comparisonOf(zone, period)
  return {
    office_name: asOf.office.office_name,
    period,
    figures: activity.figures,
    previous: await compared(db, asOf, previous),
    lastYear: await compared(db, asOf, lastYear),
    classes: punctualityByClass(activity.tickets),
    branches: punctualityByBranch(activity.tickets, await readBranches(db)),
    holds: activity.holds,
    channels: activity.channels,
    bands: activity.times.bands,
    days: callsByDay(zone, calls, daysOfMonth(month.name)),
    hours: callsByHour(zone, calls),
    again: addressesAgain(calls).filter(({ last_reported_at }) => last_reported_at >= period.from),
    fines: byBranch((await readMonthReport(db, asOf, month.name)).summary),
  }
}

/** Of a day the month up to its end. */
function monthAround({ office }: AsOf, period: Period): Period {
  return period.kind === 'month' ? period : periodOfMonth(office.zone, period.name.slice(0, 7), period.to - 1)
}

async function readCalls(
  db: ReadDb,
  asOf: AsOf,
  period: Period,
): Promise<Awaited<ReturnType<typeof readPeriodTickets>>['calls']> {
  return (await readPeriodTickets(db, asOf.office, period, asOf.now)).calls
}

async function compared(db: ReadDb, asOf: AsOf, period: Period): Promise<ComparedPeriod> {
  const first = await readFirstReport(db)
  if (first === undefined || first >= period.to) return { period, figures: undefined }
  return { period, figures: (await readActivity(db, asOf, period)).figures }
}
