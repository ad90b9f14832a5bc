import { readableTime } from '../kernel/calendar.ts'
import type { Month } from '../kernel/calendar.ts'
import type { WriteDb } from '../kernel/db.ts'
import { Fault } from '../kernel/faults.ts'
import * as f from '../kernel/flags.ts'
import { fineWords as t } from '../kernel/messages/fines.ts'
import { record } from '../kernel/outcome.ts'
import { verb } from '../kernel/verb.ts'
import { putSetting } from '../office/queries.ts'
import type { AsOf } from './booking.ts'
import { closeOf, computeMonthReport } from './month-report.ts'
import { insertMonthClose, readMonthClose } from './queries.ts'
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
    return ctx.writing(async (db) => {
      const asOf = await readAsOf(db, ctx.now)
      if (given.month >= currentMonth(asOf)) throw new Fault('MONTH_NOT_OVER', t.monthNotOver(given.month))
      const before = await readMonthClose(db, given.month)
      if (before !== undefined) {
        const at = readableTime(ctx.zone, before.closed_at)
        return record(closeView, before, { brief: true, notes: [t.closedAlready(before.month, before.closed_by, at)] })
      }
      if (asOf.closed.has(given.month)) throw new Fault('DB_DAMAGED', t.monthLost(given.month))
      const report = await computeMonthReport(db, asOf, given.month)
      const close = closeOf(given.month, report, ctx.now, given.by)
      await insertMonthClose(db, close)
      await raiseClosedMonth(db, asOf, given.month)
      await settle(db, asOf, given.month)
      const pending = report.summary.reduce((sum, row) => sum + row.pending_count, 0)
      return record(closeView, close, {
        brief: true,
        notes: pending === 0 ? [] : [t.stillPending(given.month, pending)],
      })
    })
  },
})

/** Rules and the first day of fines may not change in or before the last closed month. */
async function raiseClosedMonth(db: WriteDb, { office }: AsOf, month: Month): Promise<void> {
  if (office.closed_month === undefined || office.closed_month < month) await putSetting(db, 'closed_month', month)
}
