import type { Month } from '../kernel/calendar.ts'
import type { ReadDb } from '../kernel/db.ts'
import { moreBookWords as t } from '../kernel/messages/books-more.ts'
import { stream } from '../kernel/outcome.ts'
import { verb } from '../kernel/verb.ts'
import type { Instant } from '../kernel/zone.ts'
import type { NamedFine } from '../fines/fine.ts'
import { readListed } from '../fines/month-report.ts'
import { readAsOf } from '../fines/read-fines.ts'
import { fineView } from '../fines/views.ts'
import { spanOf } from './export-tickets.ts'
import { spanFlags } from './span-flags.ts'

const BLOCK = 500

export const exportFines = verb({
  path: 'export fines',
  summary: t.exportFines,
  notes: t.exportFinesNotes,
  examples: ['baoxiu export fines --month 2026-11 -o fines.csv', 'baoxiu export fines --headers zh -o 处罚.csv'],
  operands: {},
  flags: spanFlags,
  faults: ['TIME_ORDER'],
  async run(ctx, given) {
    // The list of a month also holds what was booked in it for other months.
    const span = spanOf(ctx.zone, { ...given, month: undefined })
    return stream(fineView, (db) => fineBlocks(db, ctx.now, given.month, span))
  },
})

/** Findings are computed together, because one ticket can be the ground of another's; they are written in blocks. */
async function* fineBlocks(
  db: ReadDb,
  now: Instant,
  month: Month | undefined,
  { from, to }: { from: Instant; to: Instant },
): AsyncGenerator<NamedFine[]> {
  const fines = await readListed(db, await readAsOf(db, now), month)
  const wanted = fines.filter(({ occurred_at }) => occurred_at >= from && occurred_at < to)
  for (let start = 0; start < wanted.length; start += BLOCK) yield wanted.slice(start, start + BLOCK)
}
