import * as f from '../kernel/flags.ts'
import { repairWords as t } from '../kernel/messages/repair.ts'
import { ticketWords } from '../kernel/messages/ticket.ts'
import { verb } from '../kernel/verb.ts'
import { findMaintainer } from '../office/find-people.ts'
import { readStaff } from '../office/queries.ts'
import { changeTickets } from '../ticket/change-tickets.ts'
import { findUnrepaired, requireOrder } from '../ticket/find-ticket.ts'
import { saveTicket } from '../ticket/queries.ts'
import { otherBranchWarnings } from './repair-warnings.ts'

/** Art. 2.1: the branch sends a maintainer promptly. */
export const assignMaintainer = verb({
  path: 'assign',
  summary: t.assign,
  notes: t.allOrNone,
  examples: ['baoxiu assign KF-20261122-0007 --to 王伟', 'baoxiu assign 7 8 9 --to 王伟 --at 9:30'],
  operands: { tickets: f.required(f.several(f.text('TICKET', ticketWords.ticket))) },
  flags: { to: f.required(f.text('MAINTAINER', t.to)), at: f.happened(t.assignedAt) },
  faults: [
    'TICKET_UNKNOWN',
    'TICKET_VOID',
    'STAFF_UNKNOWN',
    'STAFF_LEFT',
    'ALREADY_REPAIRED',
    'ALREADY_CLOSED',
    'TIME_ORDER',
  ],
  async run(ctx, { tickets, to, at }) {
    return changeTickets(ctx, tickets, {
      find: findUnrepaired,
      async change(db, before) {
        requireOrder(['--at', at], ['reported_at', before.reported_at], ctx)
        const staff = await readStaff(db)
        const { name } = findMaintainer(staff, to, before.branch, { at, zone: ctx.zone })
        const ticket = await saveTicket(db, before, { assigned_to: name, assigned_at: at })
        return { ticket, warnings: otherBranchWarnings(ticket, name, staff) }
      },
    })
  },
})
