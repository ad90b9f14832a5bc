import { readableTime } from '../kernel/calendar.ts'
import type { Month } from '../kernel/calendar.ts'
import type { WriteDb } from '../kernel/db.ts'
import { Fault } from '../kernel/faults.ts'
import * as f from '../kernel/flags.ts'
import { fineWords as t } from '../kernel/messages/fines.ts'
import type { Clock } from '../kernel/moment.ts'
import { record } from '../kernel/outcome.ts'
import type { Text } from '../kernel/text.ts'
import { verb } from '../kernel/verb.ts'
import { putSetting } from '../office/queries.ts'
import type { AsOf } from './booking.ts'
import { closeOf, computeMonthReport } from './month-report.ts'
import { insertMonthClose, readMonthClose } from './queries.ts'
import type { MonthClose } from './queries.ts'
import { currentMonth, readAsOf } from './read-fines.ts'
import { askAboutPending } from './pending-month.ts'
import { settle } from './surfaced.ts'
import { closeView } from './views.ts'

/** What the month says now is what it says for ever. */
export const closeMonth = verb({
  path: 'fines close-month',
  summary: t.closeMonth,
  notes: t.closeMonthNotes,
  examples: ['baoxiu fines close-month 2026-10 --by 陈经理', 'baoxiu fines close-month 2026-10 --by 陈经理 --json'],
  operands: { month: f.required(f.month(t.month)) },
  flags: { by: f.required(f.text('NAME', t.closedBy)) },
  faults: ['MONTH_NOT_OVER'],
  async run(ctx, given) {
    await askAboutPending(ctx, given.month)
    const { close, notes } = await ctx.writing((db) => closeIn(ctx, db, given.month, given.by))
    return record(closeView, close, { brief: true, notes })
  },
})

interface Closed {
  readonly close: MonthClose
  readonly notes: readonly Text[]
}

/** Stores what the month says now, and settles what is behind it; one that is closed already stays as it is. */
export async function closeIn(ctx: Clock, db: WriteDb, month: Month, by: string): Promise<Closed> {
  const asOf = await readAsOf(db, ctx.now)
  if (month >= currentMonth(asOf)) throw new Fault('MONTH_NOT_OVER', t.monthNotOver(month))
  const before = await readMonthClose(db, month)
  if (before !== undefined) {
    const at = readableTime(ctx.zone, before.closed_at)
    return { close: before, notes: [t.closedAlready(before.month, before.closed_by, at)] }
  }
  if (asOf.closed.has(month)) throw new Fault('DB_DAMAGED', t.monthLost(month))
  const report = await computeMonthReport(db, asOf, month)
  const close = closeOf(month, report, ctx.now, by)
  await insertMonthClose(db, close)
  await raiseClosedMonth(db, asOf, month)
  await settle(db, asOf, month)
  const pending = report.summary.reduce((sum, row) => sum + row.pending_count, 0)
  return { close, notes: pending === 0 ? [] : [t.stillPending(month, pending)] }
}

/** Rules and the first day of fines may not change in or before the last closed month. */
async function raiseClosedMonth(db: WriteDb, { office }: AsOf, month: Month): Promise<void> {
  if (office.closed_month === undefined || office.closed_month < month) await putSetting(db, 'closed_month', month)
}
