import { Fault } from '../kernel/faults.ts'
import * as f from '../kernel/flags.ts'
import { fieldWords as h } from '../kernel/messages/fields.ts'
import { repairWords as t } from '../kernel/messages/repair.ts'
import { ticketWords } from '../kernel/messages/ticket.ts'
import { verb } from '../kernel/verb.ts'
import * as v from '../kernel/view.ts'
import type { View } from '../kernel/view.ts'
import { readStaff } from '../office/queries.ts'
import { changeTickets } from '../ticket/change-tickets.ts'
import { alreadyClosed, closerOf, findLiveTicket } from '../ticket/find-ticket.ts'
import { saveTicket } from '../ticket/queries.ts'
import type { Judged } from '../ticket/rules.ts'
import type { Ticket } from '../ticket/ticket.ts'
import { ticketView } from '../ticket/views.ts'
import { closeFlags } from './close-flags.ts'
import type { CloseGiven } from './close-flags.ts'
import { askForSlips } from './close-form.ts'
import { AS_FLAGS, closing } from './closing.ts'
import { lateByDefault, otherBranchWarnings } from './repair-warnings.ts'

const closedView: View<Judged> = [
  ...ticketView,
  v.text('no_slip_reason', h.no_slip_reason, (ticket) => ticket.no_slip_reason),
]

/** Art. 2.5: the slip goes back to the customer department with the customer's and the maintainer's signatures. */
export const closeTicket = verb({
  path: 'close',
  summary: t.close,
  notes: t.closeNotes,
  examples: [
    'baoxiu close 7 --customer-signed 张三 --maintainer-signed 王伟',
    'baoxiu close 7 --by 王伟 --resolution 更换接头 --repaired-at 10:20 --customer-signed 张三 --maintainer-signed 王伟',
    'baoxiu close 8 --no-slip --reason 电话指导后恢复 --by 王伟 --resolution 重启机顶盒',
  ],
  operands: { tickets: f.required(f.several(f.text('TICKET', ticketWords.ticket))) },
  flags: closeFlags,
  faults: [
    'TICKET_UNKNOWN',
    'TICKET_VOID',
    'ALREADY_CLOSED',
    'ALREADY_REPAIRED',
    'SIGNATURE_MISSING',
    'STAFF_UNKNOWN',
    'STAFF_LEFT',
    'TIME_ORDER',
  ],
  async run(ctx, typed) {
    requireOneWay(typed)
    const slips = ctx.asker === undefined ? undefined : await askForSlips(ctx, ctx.asker, typed)
    return changeTickets(ctx, typed.tickets, {
      find: findLiveTicket,
      view: closedView,
      async change(db, before, office) {
        if (before.closed_at !== null) throw alreadyClosed(before, await closerOf(db, before), ctx)
        const given = slips?.get(before.ticket_no) ?? typed
        const staff = await readStaff(db)
        const told = { ...given, no_slip: reasonWithoutSlip(before, given) }
        const ticket = await saveTicket(db, before, closing(before, told, staff, AS_FLAGS, ctx))
        if (before.repaired_at !== null) return { ticket }
        const isAssigned = ticket.repaired_by === before.assigned_to
        const others = isAssigned ? [] : otherBranchWarnings(ticket, ticket.repaired_by, staff)
        const timeGiven = given.repaired_at !== undefined
        return { ticket, warnings: [...lateByDefault(ticket, timeGiven, office.rules, ctx), ...others] }
      },
    })
  },
})

/** A slip came back with signatures, or there was none and a reason says why: never half of each. */
function requireOneWay({ no_slip, reason, customer_signed, maintainer_signed }: CloseGiven): void {
  const isSigned = (customer_signed ?? maintainer_signed) !== undefined
  if (no_slip && isSigned) throw new Fault('USAGE', t.signedWithoutSlip)
  if (!no_slip && reason !== undefined) throw new Fault('USAGE', t.reasonWithSlip)
}

/** Why no paper ever went out, for a ticket with which none did. */
function reasonWithoutSlip(ticket: Ticket, { no_slip, reason }: CloseGiven): string | undefined {
  if (!no_slip) return undefined
  if (ticket.handover_no !== null && ticket.handover_channel === 'paper') {
    throw new Fault('SIGNATURE_MISSING', t.paperWentOut(ticket.ticket_no, ticket.handover_no))
  }
  if (reason === undefined) throw new Fault('SIGNATURE_MISSING', t.signatures(ticket.ticket_no, ['--reason']))
  return reason
}
