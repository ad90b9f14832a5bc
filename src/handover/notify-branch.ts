import { dayAt } from '../kernel/calendar.ts'
import { confirmBulk } from '../kernel/confirm-bulk.ts'
import type { Ctx } from '../kernel/ctx.ts'
import type { WriteDb } from '../kernel/db.ts'
import { Fault } from '../kernel/faults.ts'
import * as f from '../kernel/flags.ts'
import { handoverWords as t } from '../kernel/messages/handover.ts'
import { ticketWords } from '../kernel/messages/ticket.ts'
import { records } from '../kernel/outcome.ts'
import { verb } from '../kernel/verb.ts'
import { withWarnings } from '../kernel/warning.ts'
import type { Instant } from '../kernel/zone.ts'
import { nextNumber } from '../office/numbering.ts'
import type { Office } from '../office/office.ts'
import { readOffice } from '../office/queries.ts'
import { findUnrepaired, requireOrder, listForPeople } from '../ticket/find-ticket.ts'
import type { Ticket } from '../ticket/ticket.ts'
import type { Warning } from '../kernel/warning.ts'
import { batchOf, batchView } from './batch.ts'
import type { Batch } from './batch.ts'
import { noticeNumber } from './handover.ts'
import { insertHandover } from './queries.ts'
import { signerWarnings } from './signer.ts'

/** Art. 2.9: relayed reports may be phoned to the branch at any time; a notice is a signed batch. */
export const notifyBranch = verb({
  path: 'notify',
  summary: t.notify,
  examples: ['baoxiu notify KF-20261122-0007 --to 赵敏', 'baoxiu notify 7 8 --to 赵敏 --at 10:20'],
  operands: { tickets: f.required(f.several(f.text('TICKET', ticketWords.ticket))) },
  flags: { to: f.required(f.text('NAME', t.notifiedTo)), at: f.happened(t.notifiedAt) },
  faults: ['TICKET_UNKNOWN', 'TICKET_VOID', 'NOT_RELAYED', 'ALREADY_HANDED_OVER', 'ALREADY_REPAIRED', 'TIME_ORDER'],
  async run(ctx, given) {
    await confirmBulk(ctx, given.tickets.length, () => listForPeople(ctx, given.tickets))
    const batches = await ctx.writing(async (db) => {
      const office = await readOffice(db)
      const tickets = new Map<string, Ticket>()
      for (const typed of given.tickets) {
        const ticket = await findUnrepaired(db, office, typed, ctx)
        requireRelayed(ticket, given.at, ctx)
        tickets.set(ticket.ticket_no, ticket)
      }
      const branches = [...new Set([...tickets.values()].map((ticket) => ticket.branch))].sort()
      const notices: WarnedBatch[] = []
      for (const branch of branches) {
        const own = [...tickets.values()].filter((ticket) => ticket.branch === branch)
        const warnings = await signerWarnings(db, given.to, branch)
        notices.push({ ...(await readOut(db, office, branch, own, given, ctx)), warnings })
      }
      return notices
    })
    const notes = batches.flatMap(({ warnings }) => warnings.map(({ message }) => message))
    return records(withWarnings(batchView, ctx.language), batches, t.none, { notes })
  },
})

interface WarnedBatch extends Batch {
  readonly warnings: readonly Warning[]
}

function requireRelayed(ticket: Ticket, at: Instant, ctx: Ctx): void {
  if (ticket.intake === 'branch') throw new Fault('NOT_RELAYED', t.notRelayed(ticket.ticket_no))
  if (ticket.handover_no !== null)
    throw new Fault('ALREADY_HANDED_OVER', t.handedOver(ticket.ticket_no, ticket.handover_no))
  requireOrder(['--at', at], ['reported_at', ticket.reported_at], ctx)
}

async function readOut(
  db: WriteDb,
  office: Office,
  branch: string,
  tickets: readonly Ticket[],
  { to, at }: { to: string; at: Instant },
  ctx: Ctx,
): Promise<Batch> {
  const date = dayAt(office.zone, at)
  const number = await nextNumber(db, `notice:${date}:${branch}`)
  const notice = {
    handover_no: noticeNumber(office.office_code, date, number, branch),
    channel: 'phone',
    branch,
    date,
    slot: 'notice',
    cut_off: at,
    printed_at: at,
    reprints: 0,
    ticket_count: tickets.length,
    collected_by: to,
    signed_at: at,
  } as const
  return batchOf(notice, await insertHandover(db, notice, tickets), office, ctx.now)
}
