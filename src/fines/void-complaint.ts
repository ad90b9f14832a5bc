import * as f from '../kernel/flags.ts'
import { fineWords as t } from '../kernel/messages/fines.ts'
import { record } from '../kernel/outcome.ts'
import { verb } from '../kernel/verb.ts'
import { withWarnings } from '../kernel/warning.ts'
import { changedComplaint } from './complaint-changes.ts'
import { findLiveComplaint } from './complaint-flags.ts'
import { readRecord, saveComplaint } from './complaint-queries.ts'
import { voidableComplaintView } from './views.ts'

/** Out of every finding; the number stays, so that no gap needs explaining. */
export const voidComplaint = verb({
  path: 'complaint void',
  summary: t.complaintVoid,
  examples: [
    'baoxiu complaint void KF-C-20261122-01 --reason 重复登记',
    'baoxiu complaint void KF-C-20261122-02 --reason 客户撤回',
  ],
  operands: { complaint: f.required(f.text('COMPLAINT', t.complaint)) },
  flags: { reason: f.required(f.text('TEXT', t.reason)) },
  faults: ['COMPLAINT_UNKNOWN', 'COMPLAINT_VOID'],
  async run(ctx, given) {
    const voided = await ctx.writing(async (db) => {
      const { complaint_no } = await findLiveComplaint(db, given.complaint)
      const before = await readRecord(db, complaint_no)
      await saveComplaint(db, before, { void_at: ctx.now, void_reason: given.reason }, given.reason)
      return changedComplaint(ctx, db, complaint_no, before)
    })
    return record(withWarnings(voidableComplaintView, ctx.language), voided)
  },
})
