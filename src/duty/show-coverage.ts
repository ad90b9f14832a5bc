import { readableTime } from '../kernel/calendar.ts'
import type { Day } from '../kernel/calendar.ts'
import type { Ctx } from '../kernel/ctx.ts'
import type { ReadDb } from '../kernel/db.ts'
import { Fault } from '../kernel/faults.ts'
import * as f from '../kernel/flags.ts'
import { dutyWords as t } from '../kernel/messages/duty.ts'
import { records } from '../kernel/outcome.ts'
import type { Text } from '../kernel/text.ts'
import { verb } from '../kernel/verb.ts'
import type { Instant } from '../kernel/zone.ts'
import { gapsIn, minutesOf, percentCovered, secondsOf, spanOfDays, spanOfShift } from './coverage.ts'
import type { Span } from './coverage.ts'
import { keepsDutyList, readDeskCalls, readShiftsIn } from './queries.ts'
import type { Shift } from './shift.ts'
import { gapView } from './views.ts'
import type { Gap } from './views.ts'

/** Art. 1.1: the desk is never left. */
export const showCoverage = verb({
  path: 'duty coverage',
  summary: t.coverage,
  notes: t.coverageNotes,
  examples: [
    'baoxiu duty coverage --from 2026-11-01 --to 2026-11-30',
    'baoxiu duty coverage --from 昨天 --to 今天 --json',
  ],
  operands: {},
  flags: { from: f.required(f.day(t.from)), to: f.required(f.day(t.to)) },
  faults: ['TIME_ORDER'],
  async run(ctx, given) {
    const period = periodOf(ctx, given.from, given.to)
    return ctx.reading(async (db) => {
      const shifts = await readShiftsIn(db, period)
      const gaps: Gap[] = []
      for (const gap of gapsIn(period, shifts.map(spanOfShift)))
        gaps.push({ ...gap, ...(await readDeskCalls(db, gap)) })
      const notes = [summaryOf(ctx, period, gaps), ...longShifts(ctx, shifts), ...(await listKept(db))]
      return records(gapView, gaps, t.noGaps, { notes })
    })
  },
})

/** Both days whole, and nothing of the future: nobody can be missing from it yet. */
function periodOf(ctx: Ctx, first: Day, last: Day): Span {
  f.requireDays(first, last)
  const { from, to } = spanOfDays(ctx.zone, first, last)
  if (from >= ctx.now) throw new Fault('TIME_ORDER', t.notYet(first))
  return { from, to: Math.min(to, ctx.now) }
}

function summaryOf(ctx: Ctx, period: Span, gaps: readonly Gap[]): Text {
  const [from, to] = [readableTime(ctx.zone, period.from), readableTime(ctx.zone, period.to)]
  const calls = gaps.reduce((sum, gap) => sum + gap.calls, 0)
  const minutes = minutesOf({ from: 0, to: secondsOf(gaps) })
  return t.summary(from, to, percentCovered(period, gaps).toFixed(2), gaps.length, minutes, calls)
}

const LONG_SECONDS = 24 * 3600

/** Whoever forgot to sign off would cover every gap from then on. */
function longShifts(ctx: Ctx, shifts: readonly Shift[]): Text[] {
  const seconds = ({ on_at, off_at }: Shift): number => (off_at ?? ctx.now) - on_at
  const since = (at: Instant): string => readableTime(ctx.zone, at)
  return shifts
    .filter((shift) => seconds(shift) > LONG_SECONDS)
    .map((shift) => t.longOn(shift.name, since(shift.on_at), Math.floor(seconds(shift) / 3600)))
}

async function listKept(db: ReadDb): Promise<Text[]> {
  return (await keepsDutyList(db)) ? [] : [t.noDutyList]
}
