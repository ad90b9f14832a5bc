import { dayAt, readableTime } from '../kernel/calendar.ts'
import type { Day } from '../kernel/calendar.ts'
import type { Ctx } from '../kernel/ctx.ts'
import { Fault } from '../kernel/faults.ts'
import * as f from '../kernel/flags.ts'
import { codeWords } from '../kernel/messages/codes.ts'
import { dutyWords as t } from '../kernel/messages/duty.ts'
import { paper, records } from '../kernel/outcome.ts'
import { verb } from '../kernel/verb.ts'
import type { Given } from '../kernel/verb.ts'
import { spanOfDays } from './coverage.ts'
import { keepsDutyList, readShiftsIn, shiftsAt } from './queries.ts'
import { shiftView } from './views.ts'

const flags = {
  date: f.day(t.date),
  week: f.toggle(t.week),
  from: f.day(t.from),
  to: f.day(t.to),
  format: f.choice(['chart', 'table'], t.format, codeWords.screen_format),
}

/** More days are no picture any more. */
const MOST_CHARTED = 32

/** Art. 1.1: who was, or is, at the desk. */
export const listShifts = verb({
  path: 'duty list',
  summary: t.list,
  notes: t.listNotes,
  examples: [
    'baoxiu duty list',
    'baoxiu duty list --week',
    'baoxiu duty list --from 2026-11-01 --to 2026-11-30 --format table',
  ],
  operands: {},
  flags,
  faults: ['TIME_ORDER'],
  async run(ctx, given) {
    const { first, last } = await daysMeant(ctx, given)
    const span = spanOfDays(ctx.zone, first, last)
    return ctx.reading(async (db) => {
      const shifts = await readShiftsIn(db, span)
      const now = await shiftsAt(db, ctx.now)
      const notes = now.map((shift) => t.onNow(shift.name, readableTime(ctx.zone, shift.on_at)))
      if (!(await keepsDutyList(db))) return records(shiftView, [], t.noDutyList)
      const isLong = (span.to - span.from) / 86_400 > MOST_CHARTED
      if ((given.format ?? (isLong ? 'table' : 'chart')) === 'table')
        return records(shiftView, shifts, t.noShifts, { notes })
      const { chartOf, daysBetween } = await import('./chart.ts')
      return paper(chartOf(daysBetween(first, last), shifts, ctx, ctx.language), shiftView, shifts, { notes })
    })
  },
})

async function daysMeant(ctx: Ctx, { date, week, from, to }: Given<typeof flags>): Promise<{ first: Day; last: Day }> {
  const bySpan = (from ?? to) !== undefined
  if (bySpan && (date !== undefined || week)) throw new Fault('USAGE', t.dayOrSpan)
  if (bySpan && (from === undefined || to === undefined)) throw new Fault('USAGE', t.dayOrSpan)
  if (from !== undefined && to !== undefined) {
    f.requireDays(from, to)
    return { first: from, last: to }
  }
  const day = date ?? dayAt(ctx.zone, ctx.now)
  if (!week) return { first: day, last: day }
  const { weekOf } = await import('./chart.ts')
  return weekOf(day)
}
