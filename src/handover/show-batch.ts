import { codeWords } from '../kernel/messages/codes.ts'
import * as f from '../kernel/flags.ts'
import { handoverWords as t } from '../kernel/messages/handover.ts'
import { paper, record } from '../kernel/outcome.ts'
import { PAPER_FORMATS, printed } from '../kernel/paper.ts'
import { verb } from '../kernel/verb.ts'
import { readBranches, readOffice } from '../office/queries.ts'
import { batchSheet } from './batch-sheet.ts'
import { batchOf, batchView, findHandover } from './batch.ts'
import { readSlips } from './queries.ts'

/** Looking is no reprint. */
export const showBatch = verb({
  path: 'handover show',
  summary: t.show,
  notes: t.showNotes,
  examples: ['baoxiu handover show KF-20261122-AM-CG', 'baoxiu handover show AM-CG --format html -o batch.html'],
  operands: { handover: f.required(f.text('HANDOVER', t.handover)) },
  flags: { format: f.choice(PAPER_FORMATS, t.format, codeWords.paper_format) },
  faults: ['HANDOVER_UNKNOWN'],
  async run(ctx, given) {
    return ctx.reading(async (db) => {
      const handover = await findHandover(db, given.handover, ctx)
      const office = await readOffice(db)
      const batch = batchOf(handover, await readSlips(db, handover.handover_no), office, ctx.now)
      if (given.format === undefined) return record(batchView, batch)
      const sheet = batchSheet(batch, office, await readBranches(db), ctx.language)
      return paper(printed([sheet], given.format, t.title, ctx), batchView, [batch])
    })
  },
})
