import { Fault } from '../kernel/faults.ts'
import * as f from '../kernel/flags.ts'
import { conductWords as t } from '../kernel/messages/conduct.ts'
import { record } from '../kernel/outcome.ts'
import { verb } from '../kernel/verb.ts'
import { inspectionView } from './conduct-views.ts'
import { readInspection, voidInspection } from './inspection-queries.ts'

export const voidInspectionVerb = verb({
  path: 'conduct void',
  summary: t.void,
  examples: [
    'baoxiu conduct void KF-J-20261122-01 --reason 记错人',
    'baoxiu conduct void KF-J-20261122-02 --reason 重复登记',
  ],
  operands: { inspection: f.required(f.text('INSPECTION', t.inspection)) },
  flags: { reason: f.required(f.text('TEXT', t.reason)) },
  faults: ['INSPECTION_UNKNOWN'],
  async run(ctx, given) {
    return ctx.writing(async (db) => {
      const before = await readInspection(db, given.inspection.trim().toUpperCase())
      if (before === undefined) throw new Fault('INSPECTION_UNKNOWN', t.inspectionUnknown(given.inspection))
      if (before.void_at !== null)
        return record(inspectionView, before, { notes: [t.alreadyVoid(before.inspection_no)] })
      return record(inspectionView, await voidInspection(db, before, ctx.now, given.reason))
    })
  },
})
