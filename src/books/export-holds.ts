import type { ReadDb } from '../kernel/db.ts'
import { fieldWords as h } from '../kernel/messages/fields.ts'
import { moreBookWords as t } from '../kernel/messages/books-more.ts'
import { stream } from '../kernel/outcome.ts'
import { verb } from '../kernel/verb.ts'
import * as v from '../kernel/view.ts'
import type { View } from '../kernel/view.ts'
import type { Hold } from '../ticket/happenings.ts'
import { holdView } from '../ticket/views.ts'
import { spanOf } from './export-tickets.ts'
import { spanFlags } from './span-flags.ts'

const HELD = `
  select distinct ticket_no from hold
  where called_at >= $1 and called_at < $2 and ticket_no > $3 order by ticket_no limit $4`
const HOLDS = `
  select ticket_no, hold, reason, appointment_at, called_at, maintainer, note from hold
  where called_at >= $1 and called_at < $2 and ticket_no >= $3 and ticket_no <= $4 order by ticket_no, hold`

const exportedHoldView: View<Hold> = [v.text('ticket_no', h.ticket_no, (o) => o.ticket_no), ...holdView]

export const exportHolds = verb({
  path: 'export holds',
  summary: t.exportHolds,
  notes: t.spanNotes.holds,
  examples: ['baoxiu export holds --month 2026-11 -o holds.csv', 'baoxiu export holds --headers zh -o 未修.csv'],
  operands: {},
  flags: spanFlags,
  faults: ['TIME_ORDER'],
  async run(ctx, given) {
    const { from, to } = spanOf(ctx.zone, given)
    return stream(exportedHoldView, (db) => holdBlocks(db, from, to))
  },
})

/** Paged by ticket: a ticket has few holds. */
async function* holdBlocks(db: ReadDb, from: number, to: number): AsyncGenerator<Hold[]> {
  for await (const held of db.each(HELD, [from, to], 'ticket_no', '')) {
    const [first, last] = [held[0]?.ticket_no ?? '', held.at(-1)?.ticket_no ?? '']
    // Strict columns guarantee the shape.
    yield (await db.all(HOLDS, [from, to, first, last])) as unknown as Hold[]
  }
}
