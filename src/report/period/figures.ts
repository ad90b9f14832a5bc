import type { ReadDb } from '../../kernel/db.ts'
import type { Fen } from '../../kernel/money.ts'
import { startOfDay } from '../../kernel/calendar.ts'
import type { AsOf } from '../../fines/booking.ts'
import { gapsIn, minutesOf, secondsOf, spanOfShift } from '../../duty/coverage.ts'
import { keptDutyList, readShiftsIn } from '../../duty/queries.ts'
import type { Fine } from '../../fines/fine.ts'
import { readChannelCounts, readHoldCounts, readPeriodFines, standing } from './period-cases.ts'
import type { ChannelCount, HoldCount } from './period-cases.ts'
import { readPeriodTickets } from './period-tickets.ts'
import type { PeriodTickets } from './period-tickets.ts'
import type { Period } from './period.ts'
import { punctualityOf } from './punctuality.ts'
import type { Punctuality } from './punctuality.ts'
import { repairTimesOf } from './repair-times.ts'
import type { RepairTimes } from './repair-times.ts'

/** The figures that periods are compared by. Absent: nothing is known of it. */
export interface Figures extends Punctuality {
  readonly voids: number
  readonly median: number | undefined
  readonly ninety: number | undefined
  readonly holds: number
  readonly complaints: number
  /** Reported again soon after a repair (3.2); absent before fines began. */
  readonly repeats: number | undefined
  /** Occurred in the period and not dismissed; absent before fines began. */
  readonly fines: number | undefined
  readonly fines_amount: Fen | undefined
  /** Minutes without anybody at the desk (1.1); absent where no duty list was kept yet. */
  readonly gap_minutes: number | undefined
  readonly gaps: number | undefined
}

/** The figures of one period with what they were counted from. */
export interface Activity {
  readonly figures: Figures
  readonly tickets: PeriodTickets
  readonly times: RepairTimes
  readonly holds: readonly HoldCount[]
  readonly channels: readonly ChannelCount[]
  readonly fines: readonly Fine[]
}

export async function readActivity(db: ReadDb, asOf: AsOf, period: Period): Promise<Activity> {
  const tickets = await readPeriodTickets(db, asOf.office, period, asOf.now)
  const times = repairTimesOf(tickets.repaired)
  const [holds, channels] = [await readHoldCounts(db, period), await readChannelCounts(db, period)]
  const fines = await readPeriodFines(db, asOf, period)
  const figures = {
    ...punctualityOf(tickets),
    voids: tickets.voids.length,
    median: times.median,
    ninety: times.ninety,
    holds: holds.reduce((sum, one) => sum + one.holds, 0),
    complaints: channels.reduce((sum, one) => sum + one.complaints, 0),
    ...figuresOfFines(fines, asOf, period),
    ...(await readGaps(db, asOf, period)),
  }
  return { figures, tickets, times, holds, channels, fines }
}

function figuresOfFines(
  fines: readonly Fine[],
  { office }: AsOf,
  { to }: Period,
): Pick<Figures, 'repeats' | 'fines' | 'fines_amount'> {
  if (to <= startOfDay(office.zone, office.fines_from)) {
    return { repeats: undefined, fines: undefined, fines_amount: undefined }
  }
  const { count, amount } = standing(fines)
  return { repeats: fines.filter(({ kind }) => kind === 'repeat').length, fines: count, fines_amount: amount }
}

/** As `duty coverage` counts them. */
async function readGaps(
  db: ReadDb,
  { now }: AsOf,
  { from, to }: Period,
): Promise<Pick<Figures, 'gap_minutes' | 'gaps'>> {
  if (!(await keptDutyList(db, to))) return { gap_minutes: undefined, gaps: undefined }
  const passed = { from, to: Math.min(to, now) }
  const gaps = gapsIn(passed, (await readShiftsIn(db, passed)).map(spanOfShift))
  return { gap_minutes: minutesOf({ from: 0, to: secondsOf(gaps) }), gaps: gaps.length }
}
