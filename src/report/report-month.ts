import { monthAt } from '../kernel/calendar.ts'
import { Fault } from '../kernel/faults.ts'
import * as f from '../kernel/flags.ts'
import { periodWords as t } from '../kernel/messages/period-report.ts'
import { verb } from '../kernel/verb.ts'
import { answerOf, reportFormat } from './period/period-outcome.ts'
import { readPeriodReport } from './period/period-report.ts'
import { periodOfMonth } from './period/period.ts'

/** What a month was like: for the wall, the meeting and the leader's phone. */
export const reportMonth = verb({
  path: 'report month',
  summary: t.month,
  notes: t.notes,
  examples: [
    'baoxiu report month',
    'baoxiu report month --month 2026-10 --format html -o 2026-10.html',
    'baoxiu report month --json',
  ],
  operands: {},
  flags: { month: f.month(t.monthFlag), format: reportFormat },
  faults: ['TIME_ORDER'],
  async run(ctx, given) {
    const current = monthAt(ctx.zone, ctx.now)
    const month = given.month ?? current
    if (month > current) throw new Fault('TIME_ORDER', t.ahead(month))
    const report = await ctx.reading((db) =>
      readPeriodReport(db, ctx.now, ({ office }) => periodOfMonth(office.zone, month, ctx.now)),
    )
    return await answerOf(report, given.format, ctx)
  },
})
