import * as f from '../kernel/flags.ts'
import { fineWords as t } from '../kernel/messages/fines.ts'
import { record } from '../kernel/outcome.ts'
import { verb } from '../kernel/verb.ts'
import { explainedView } from './explained-view.ts'
import { findToExplain } from './find-fine.ts'
import { readAsOf } from './read-fines.ts'
import { readExplained } from './read-explained.ts'

/** Art. 3.0: what whoever verifies a finding, or has to pay it, wants to see, on one screen. */
export const explainFine = verb({
  path: 'fines explain',
  summary: t.explain,
  notes: t.explainNotes,
  examples: ['baoxiu fines explain overdue:KF-20261122-0007', 'baoxiu fines explain repeat:22-9 --json'],
  operands: { fine: f.required(f.text('FINE', t.fine)) },
  flags: {},
  faults: ['FINE_UNKNOWN'],
  async run(ctx, given) {
    return ctx.reading(async (db) => {
      const asOf = await readAsOf(db, ctx.now)
      const explained = await readExplained(db, asOf, await findToExplain(db, asOf, given.fine))
      return record(explainedView(ctx.language, asOf.office.zone), explained, { brief: true })
    })
  },
})
