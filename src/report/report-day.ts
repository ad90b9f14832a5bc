import { dayAt } from '../kernel/calendar.ts'
import { Fault } from '../kernel/faults.ts'
import * as f from '../kernel/flags.ts'
import { periodWords as t } from '../kernel/messages/period-report.ts'
import { verb } from '../kernel/verb.ts'
import { answerOf, reportFormat } from './period/period-outcome.ts'
import { readPeriodReport } from './period/period-report.ts'
import { periodOfDay } from './period/period.ts'

/** What a day was like, among the days of its month. */
export const reportDay = verb({
  path: 'report day',
  summary: t.day,
  notes: t.notes,
  examples: ['baoxiu report day', 'baoxiu report day --date 昨天 --format html -o 昨天.html'],
  operands: {},
  flags: { date: f.day(t.dayFlag), format: reportFormat },
  faults: ['TIME_ORDER'],
  async run(ctx, given) {
    const today = dayAt(ctx.zone, ctx.now)
    const date = given.date ?? today
    if (date > today) throw new Fault('TIME_ORDER', t.ahead(date))
    const report = await ctx.reading((db) =>
      readPeriodReport(db, ctx.now, ({ office }) => periodOfDay(office.zone, date, ctx.now)),
    )
    return await answerOf(report, given.format, ctx)
  },
})
