import { dayAt, monthBefore, readableTime } from '../kernel/calendar.ts'
import type { Month } from '../kernel/calendar.ts'
import type { ReadDb } from '../kernel/db.ts'
import * as f from '../kernel/flags.ts'
import { codeWords } from '../kernel/messages/codes.ts'
import { fineWords as t } from '../kernel/messages/fines.ts'
import { monthWords as m } from '../kernel/messages/months.ts'
import type { Clock } from '../kernel/moment.ts'
import { yuanText } from '../kernel/money.ts'
import { records } from '../kernel/outcome.ts'
import type { Text } from '../kernel/text.ts'
import { verb } from '../kernel/verb.ts'
import { readBranchJoins } from '../office/joined-branches.ts'
import type { AsOf } from './booking.ts'
import { readMonthReport, readNames } from './month-report.ts'
import type { MonthReport } from './month-report.ts'
import { currentMonth, readAsOf } from './read-fines.ts'
import { SUMMARY_GROUPS, byBranch, byPerson } from './summary-groups.ts'
import { addedUp } from './summary.ts'
import type { SummaryRow } from './summary.ts'
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
    group: f.otherwise(f.choice(SUMMARY_GROUPS, t.group, codeWords.group), 'maintainer'),
  },
  faults: [],
  async run(ctx, given) {
    return ctx.reading(async (db) => {
      const asOf = await readAsOf(db, ctx.now)
      const month = given.month ?? currentMonth(asOf)
      const { summary, close } = await readMonthReport(db, asOf, month)
      const rows = await grouped(db, summary, given.group)
      const isAsked = given.month === undefined && (rows.length === 0 || isEarly(asOf))
      const notes = isAsked ? await readOpenBefore(db, asOf, month) : []
      const screen = summaryScreen(rows, titleOf(month, close, ctx), ctx.language)
      return records(summaryView, rows, t.noFines, { screen, notes })
    })
  },
})

async function grouped(
  db: ReadDb,
  rows: readonly SummaryRow[],
  group: (typeof SUMMARY_GROUPS)[number],
): Promise<readonly SummaryRow[]> {
  if (group === 'branch') return byBranch(rows)
  return group === 'person' ? byPerson(rows, await readBranchJoins(db), await readNames(db)) : rows
}

/** In these days the month before is verified and closed. */
function isEarly({ office, now }: AsOf): boolean {
  return Number(dayAt(office.zone, now).slice(8)) <= 10
}

/** On the first of a month, what everybody looks for is in the one before. */
async function readOpenBefore(db: ReadDb, asOf: AsOf, current: Month): Promise<Text[]> {
  const month = monthBefore(current)
  if (asOf.closed.has(month)) return []
  const all = addedUp((await readMonthReport(db, asOf, month)).summary)
  return all === undefined ? [] : [m.openBefore(month, all.pending_count, yuanText(all.pending), yuanText(all.total))]
}

function titleOf(month: Month, close: MonthReport['close'], { zone }: Clock): Text {
  if (close === undefined) return t.summaryTitle(month)
  return t.closedTitle(month, close.closed_by, readableTime(zone, close.closed_at))
}
