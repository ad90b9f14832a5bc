import { Fault } from '../kernel/faults.ts'
import * as f from '../kernel/flags.ts'
import { handoverWords as t } from '../kernel/messages/handover.ts'
import { ticketWords } from '../kernel/messages/ticket.ts'
import { record } from '../kernel/outcome.ts'
import { verb } from '../kernel/verb.ts'
import { withWarnings } from '../kernel/warning.ts'
import { findHandover, handoverView } from './batch.ts'
import { amendCollector } from './queries.ts'
import { signerWarnings } from './signer.ts'

/** Whoever signed was written wrongly (1.4); when stays as it was. */
export const amendBatch = verb({
  path: 'handover amend',
  summary: t.amend,
  examples: [
    'baoxiu handover amend KF-20261122-AM-CG --by 王伟 --reason 字看错了',
    'baoxiu handover amend KF-20261122-PM-XZ --by 赵敏 --reason 代领',
  ],
  operands: { handover: f.required(f.text('HANDOVER', t.handover)) },
  flags: { by: f.required(f.text('NAME', t.signedBy)), reason: f.required(f.text('TEXT', ticketWords.reason)) },
  faults: ['HANDOVER_UNKNOWN', 'NOT_ALLOWED'],
  async run(ctx, { handover, by, reason }) {
    const view = withWarnings(handoverView, ctx.language)
    return ctx.writing(async (db) => {
      const before = await findHandover(db, handover, ctx)
      if (before.signed_at === null) throw new Fault('NOT_ALLOWED', t.notSigned(before.handover_no), t.signFirst)
      if (before.collected_by === by) return record(view, { ...before, warnings: [] }, { notes: [t.sameSigner(by)] })
      const warnings = await signerWarnings(db, by, before.branch)
      return record(view, { ...(await amendCollector(db, before, by, reason)), warnings })
    })
  },
})
