import { readableTime } from '../kernel/calendar.ts'
import type { Month } from '../kernel/calendar.ts'
import * as f from '../kernel/flags.ts'
import { fineWords as t } from '../kernel/messages/fines.ts'
import type { Clock } from '../kernel/moment.ts'
import { records } from '../kernel/outcome.ts'
import type { Text } from '../kernel/text.ts'
import { verb } from '../kernel/verb.ts'
import { readMonthReport } from './month-report.ts'
import type { MonthReport } from './month-report.ts'
import { currentMonth, readAsOf } from './read-fines.ts'
import { byBranch } from './summary.ts'
import { summaryScreen } from './summary-screen.ts'
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
    return ctx.reading(async (db) => {
      const asOf = await readAsOf(db, ctx.now)
      const month = given.month ?? currentMonth(asOf)
      const { summary, close } = await readMonthReport(db, asOf, month)
      const rows = given.group === 'branch' ? byBranch(summary) : summary
      const title = titleOf(month, close, ctx)
      return records(summaryView, rows, t.noFines, { screen: summaryScreen(rows, title, ctx.language) })
    })
  },
})

function titleOf(month: Month, close: MonthReport['close'], { zone }: Clock): Text {
  if (close === undefined) return t.summaryTitle(month)
  return t.closedTitle(month, close.closed_by, readableTime(zone, close.closed_at))
}
