import type { ReadDb } from '../kernel/db.ts'
import { moreBookWords as t } from '../kernel/messages/books-more.ts'
import { stream } from '../kernel/outcome.ts'
import { verb } from '../kernel/verb.ts'
import { readComplaint } from '../fines/complaint-queries.ts'
import type { LiableComplaint } from '../fines/complaint.ts'
import { complaintView } from '../fines/views.ts'
import { spanOf } from './export-tickets.ts'
import { spanFlags } from './span-flags.ts'

const COMPLAINTS = `
  select complaint_no from complaint
  where received_at >= $1 and received_at < $2 and void_at is null and complaint_no > $3
  order by complaint_no limit $4`

export const exportComplaints = verb({
  path: 'export complaints',
  summary: t.exportComplaints,
  notes: t.exportComplaintsNotes,
  examples: [
    'baoxiu export complaints --month 2026-11 -o complaints.csv',
    'baoxiu export complaints --from 2026-01-01 --headers zh --encoding gb18030 -o 投诉.csv',
  ],
  operands: {},
  flags: spanFlags,
  faults: ['TIME_ORDER'],
  async run(ctx, given) {
    const { from, to } = spanOf(ctx.zone, given)
    return stream(complaintView, (db) => complaintBlocks(db, from, to))
  },
})

async function* complaintBlocks(db: ReadDb, from: number, to: number): AsyncGenerator<LiableComplaint[]> {
  for await (const numbers of db.each(COMPLAINTS, [from, to], 'complaint_no', '')) {
    const block: LiableComplaint[] = []
    for (const { complaint_no } of numbers) {
      const complaint = await readComplaint(db, String(complaint_no))
      if (complaint !== undefined) block.push(complaint)
    }
    yield block
  }
}
