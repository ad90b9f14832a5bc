import type { Ctx } from '../kernel/ctx.ts'
import type { ReadDb, WriteDb } from '../kernel/db.ts'
import { dayAt } from '../kernel/calendar.ts'
import { Fault } from '../kernel/faults.ts'
import * as f from '../kernel/flags.ts'
import { intakeWords as t } from '../kernel/messages/intake.ts'
import { ticketWords } from '../kernel/messages/ticket.ts'
import { voidWords } from '../kernel/messages/void.ts'
import { verb } from '../kernel/verb.ts'
import { presentBranch } from '../office/moves-and-ends.ts'
import type { Office } from '../office/office.ts'
import { imageOf, readJournalOf } from '../store/journal.ts'
import { changeTickets } from '../ticket/change-tickets.ts'
import type { TicketChange } from '../ticket/change-tickets.ts'
import { findTicket } from '../ticket/find-ticket.ts'
import { givenTo } from '../ticket/former-branches.ts'
import { addMissingSlip } from '../ticket/missing-slips.ts'
import { saveTicket } from '../ticket/queries.ts'
import { isUnrepaired } from '../ticket/rules.ts'
import type { Ticket } from '../ticket/ticket.ts'

/** A mistake is withdrawn, with its reason in the journal; the clock was never stopped. */
export const reopenTicket = verb({
  path: 'reopen',
  summary: t.reopen,
  notes: voidWords.reopenNotes,
  examples: ['baoxiu reopen KF-20261122-0007 --reason 录错单号', 'baoxiu reopen 8 --reason 作废错了单'],
  operands: { ticket: f.required(f.text('TICKET', ticketWords.ticket)) },
  flags: { reason: f.required(f.text('TEXT', ticketWords.reason)) },
  faults: ['TICKET_UNKNOWN', 'NOT_REPAIRED', 'NOT_ALLOWED', 'MONTH_CLOSED'],
  async run(ctx, { ticket, reason }) {
    return changeTickets(ctx, [ticket], {
      find: findTicket,
      change: (db, before, office) =>
        before.void_at === null
          ? withdrawRepair(ctx, db, before, reason)
          : withdrawVoid(ctx, db, { office, before, reason }),
    })
  },
})

const NO_REPAIR = {
  repaired_at: null,
  repaired_by: null,
  resolution: null,
  customer_signed_by: null,
  maintainer_signed_by: null,
  returned_at: null,
  no_slip_reason: null,
  closed_at: null,
  filed: 0,
}

async function withdrawRepair(ctx: Ctx, db: WriteDb, before: Ticket, reason: string): Promise<TicketChange> {
  if (isUnrepaired(before)) throw new Fault('NOT_REPAIRED', ticketWords.notRepaired(before.ticket_no))
  const ticket = await saveTicket(db, before, { ...NO_REPAIR, ...(await takenOver(ctx, db, before)) }, reason)
  const isSigned = before.customer_signed_by !== null && before.maintainer_signed_by !== null
  if (!isSigned || before.closed_at === null) return { ticket }
  await addMissingSlip(db, ticket, ctx.now)
  return { ticket, notes: [voidWords.newComplaint, voidWords.slipMissing(ticket.ticket_no)] }
}

/** The number was kept; what rests on the void stays. */
async function withdrawVoid(
  ctx: Ctx,
  db: WriteDb,
  { office, before, reason }: { office: Office; before: Ticket; reason: string },
): Promise<TicketChange> {
  const { ticket_no, handover_no } = before
  if (handover_no !== null) throw new Fault('NOT_ALLOWED', voidWords.batchRests(ticket_no, handover_no))
  const month = dayAt(office.zone, before.reported_at).slice(0, 7)
  const closed = await closedSince(db, before)
  if (closed.some((one) => one >= month)) throw new Fault('MONTH_CLOSED', voidWords.monthRests(ticket_no, month))
  const changes = { void_at: null, void_reason: null, duplicate_of: null }
  return { ticket: await saveTicket(db, before, { ...changes, ...(await takenOver(ctx, db, before)) }, reason) }
}

/** Work of a branch that was merged meanwhile is the other one's from now on. */
async function takenOver({ now }: Ctx, db: ReadDb, ticket: Ticket): Promise<Partial<Ticket>> {
  const present = await presentBranch(db, ticket.branch)
  return present === undefined || present === ticket.branch ? {} : givenTo(ticket, present, now)
}

/** The journal tells which months were closed after the void; a clock has no finer grain than a second. */
async function closedSince(db: ReadDb, { ticket_no }: Ticket): Promise<string[]> {
  const isVoid = (image: string | null): boolean => (imageOf(image)?.void_at ?? null) !== null
  const own = (await readJournalOf(db, ticket_no)).filter(({ tbl }) => tbl === 'ticket')
  const voided = own.findLast(({ before, after }) => isVoid(after) && !isVoid(before))?.entry ?? 0
  const closes = await readJournalOf(db, 'closed_month')
  return closes.filter(({ entry }) => entry > voided).map(({ after }) => String(imageOf(after)?.value))
}
