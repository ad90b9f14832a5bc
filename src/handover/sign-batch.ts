import { readableTime } from '../kernel/calendar.ts'
import { Fault } from '../kernel/faults.ts'
import * as f from '../kernel/flags.ts'
import { handoverWords as t } from '../kernel/messages/handover.ts'
import { record } from '../kernel/outcome.ts'
import { verb } from '../kernel/verb.ts'
import { withWarnings } from '../kernel/warning.ts'
import { requireOrder } from '../ticket/find-ticket.ts'
import { findHandover, handoverView } from './batch.ts'
import { signHandover } from './queries.ts'
import { signerWarnings } from './signer.ts'

/** Art. 1.4: the collector signs. */
export const signBatch = verb({
  path: 'handover sign',
  summary: t.sign,
  examples: ['baoxiu handover sign KF-20261122-AM-CG --by 王伟', 'baoxiu handover sign AM-XZ --by 赵敏 --at 8:20'],
  operands: { handover: f.required(f.text('HANDOVER', t.handover)) },
  flags: { by: f.required(f.text('NAME', t.signedBy)), at: f.happened(t.signedAt) },
  faults: ['HANDOVER_UNKNOWN', 'ALREADY_SIGNED', 'TIME_ORDER'],
  async run(ctx, given) {
    const view = withWarnings(handoverView, ctx.language)
    return ctx.writing(async (db) => {
      const before = await findHandover(db, given.handover, ctx)
      if (before.signed_at !== null) {
        const signed = t.signedAlready(
          before.handover_no,
          before.collected_by ?? '',
          readableTime(ctx.zone, before.signed_at),
        )
        if (before.collected_by !== given.by) throw new Fault('ALREADY_SIGNED', signed)
        return record(view, { ...before, warnings: [] }, { notes: [signed] })
      }
      requireOrder(['--at', given.at], ['printed_at', before.printed_at], ctx)
      const warnings = await signerWarnings(db, given.by, before.branch)
      return record(view, { ...(await signHandover(db, before, given.by, given.at)), warnings })
    })
  },
})
