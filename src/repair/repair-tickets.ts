import { askedAlong } from '../kernel/asked-flag.ts'
import * as f from '../kernel/flags.ts'
import { repairWords as t } from '../kernel/messages/repair.ts'
import { ticketWords } from '../kernel/messages/ticket.ts'
import { verb } from '../kernel/verb.ts'
import { readOffice, readStaff } from '../office/queries.ts'
import { changeTickets } from '../ticket/change-tickets.ts'
import { findUnrepaired } from '../ticket/find-ticket.ts'
import { saveTicket } from '../ticket/queries.ts'
import { repairing } from './closing.ts'
import { lateByDefault, lateIfNow, otherBranchWarnings } from './repair-warnings.ts'

/** A form asks when, and says so where "now" would be late. */
const repairTime = askedAlong(f.happenedIfGiven(t.repairedAt), {
  question: t.repairedWhen,
  blank: true,
  async before(ctx, answers) {
    return ctx.reading(async (db) => {
      const office = await readOffice(db)
      const found = (answers.get('tickets') ?? []).map((typed) => findUnrepaired(db, office, typed, ctx))
      return (await Promise.all(found)).flatMap((ticket) => lateIfNow(ticket, office.rules, ctx))
    })
  },
})

/** The fault is cleared and the clock stops (2.2, 2.3); several at once after an area outage: all or none. */
export const repairTickets = verb({
  path: 'repair',
  summary: t.repair,
  notes: t.allOrNone,
  examples: [
    'baoxiu repair 7 --by 王伟 --resolution 更换接头',
    'baoxiu repair 7 8 9 --by 王伟 --resolution 光缆修复 --at 16:40',
  ],
  operands: { tickets: f.required(f.several(f.text('TICKET', ticketWords.ticket))) },
  flags: {
    by: f.required(f.text('MAINTAINER', t.by)),
    resolution: f.required(f.text('TEXT', t.resolution)),
    at: repairTime,
  },
  faults: [
    'TICKET_UNKNOWN',
    'TICKET_VOID',
    'STAFF_UNKNOWN',
    'STAFF_LEFT',
    'ALREADY_REPAIRED',
    'ALREADY_CLOSED',
    'TIME_ORDER',
  ],
  async run(ctx, { tickets, by, resolution, at }) {
    return changeTickets(ctx, tickets, {
      find: findUnrepaired,
      always: 'array',
      async change(db, before, office) {
        const staff = await readStaff(db)
        const told = { repaired_at: at ?? ctx.now, by, resolution }
        const ticket = await saveTicket(db, before, repairing(before, told, staff, '--at', ctx))
        const isAssigned = ticket.repaired_by === before.assigned_to
        const others = isAssigned ? [] : otherBranchWarnings(ticket, ticket.repaired_by, staff)
        return { ticket, warnings: [...lateByDefault(ticket, at !== undefined, office.rules, ctx), ...others] }
      },
    })
  },
})
