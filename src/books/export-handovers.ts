import type { ReadDb } from '../kernel/db.ts'
import { moreBookWords as t } from '../kernel/messages/books-more.ts'
import { stream } from '../kernel/outcome.ts'
import { verb } from '../kernel/verb.ts'
import { handoverView } from '../handover/batch.ts'
import type { Handover } from '../handover/handover.ts'
import { spanOf } from './export-tickets.ts'
import { spanFlags } from './span-flags.ts'

const HANDOVERS = `
  select handover_no, channel, branch, date, slot, cut_off, printed_at, reprints, ticket_count, collected_by, signed_at
  from handover where printed_at >= $1 and printed_at < $2 and handover_no > $3 order by handover_no limit $4`

export const exportHandovers = verb({
  path: 'export handovers',
  summary: t.exportHandovers,
  notes: t.spanNotes.handovers,
  examples: [
    'baoxiu export handovers --month 2026-11 -o handovers.csv',
    'baoxiu export handovers --from 昨天 --to 今天',
  ],
  operands: {},
  flags: spanFlags,
  faults: ['TIME_ORDER'],
  async run(ctx, given) {
    const { from, to } = spanOf(ctx.zone, given)
    return stream(handoverView, (db: ReadDb) => {
      // Strict columns guarantee the shape.
      return db.each(HANDOVERS, [from, to], 'handover_no', '') as AsyncIterable<unknown> as AsyncIterable<Handover[]>
    })
  },
})
