import * as f from '../kernel/flags.ts'
import { fineWords as t } from '../kernel/messages/fines.ts'
import { records } from '../kernel/outcome.ts'
import { verb } from '../kernel/verb.ts'
import { readMonthReport } from './month-report.ts'
import { currentMonth, readAsOf } from './read-fines.ts'
import { byBranch } from './summary.ts'
import { summaryView } from './views.ts'

/** Who owes what for a month; a closed one as it was closed. */
export const showSummary = verb({
  path: 'fines summary',
  summary: t.summary,
  notes: t.summaryNotes,
  examples: [
    'baoxiu fines summary',
    'baoxiu fines summary --month 2026-10 --group branch',
    'baoxiu fines summary --month 2026-10 -o 汇总.csv',
  ],
  operands: {},
  flags: {
    month: f.month(t.month),
    group: f.otherwise(f.choice(['maintainer', 'branch'], t.group), 'maintainer'),
  },
  faults: [],
  async run(ctx, given) {
    const rows = await ctx.reading(async (db) => {
      const asOf = await readAsOf(db, ctx.now)
      return (await readMonthReport(db, asOf, given.month ?? currentMonth(asOf))).summary
    })
    return records(summaryView, given.group === 'branch' ? byBranch(rows) : rows, t.noFines)
  },
})
