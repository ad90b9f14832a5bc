import * as f from '../kernel/flags.ts'
import { handoverWords as t } from '../kernel/messages/handover.ts'
import { record } from '../kernel/outcome.ts'
import { verb } from '../kernel/verb.ts'
import { readOffice } from '../office/queries.ts'
import { batchOf, batchView, findHandover } from './batch.ts'
import { readSlips } from './queries.ts'

export const showBatch = verb({
  path: 'handover show',
  summary: t.show,
  examples: ['baoxiu handover show KF-20261122-AM-CG', 'baoxiu handover show AM-CG --json'],
  operands: { handover: f.required(f.text('HANDOVER', t.handover)) },
  flags: {},
  faults: ['HANDOVER_UNKNOWN'],
  async run(ctx, given) {
    return ctx.reading(async (db) => {
      const handover = await findHandover(db, given.handover, ctx)
      const slips = await readSlips(db, handover.handover_no)
      return record(batchView, batchOf(handover, slips, await readOffice(db), ctx.now))
    })
  },
})
