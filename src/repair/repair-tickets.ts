import { confirmBulk } from '../kernel/confirm-bulk.ts'
import * as f from '../kernel/flags.ts'
import { repairWords as t } from '../kernel/messages/repair.ts'
import { ticketWords } from '../kernel/messages/ticket.ts'
import { records } from '../kernel/outcome.ts'
import { verb } from '../kernel/verb.ts'
import { withWarnings } from '../kernel/warning.ts'
import type { Warned } from '../kernel/warning.ts'
import { readOffice, readStaff } from '../office/queries.ts'
import { changedTicket } from '../ticket/changed-ticket.ts'
import { findUnrepaired, tellUnrepaired } from '../ticket/find-ticket.ts'
import { saveTicket } from '../ticket/queries.ts'
import type { Judged } from '../ticket/rules.ts'
import { ticketView } from '../ticket/views.ts'
import { repairing } from './closing.ts'

/** The fault is cleared and the clock stops (2.2, 2.3); several at once after an area outage: all or none. */
export const repairTickets = verb({
  path: 'repair',
  summary: t.repair,
  examples: [
    'baoxiu repair 7 --by 王伟 --resolution 更换接头',
    'baoxiu repair 7 8 9 --by 王伟 --resolution 光缆修复 --at 16:40',
  ],
  operands: { tickets: f.required(f.several(f.text('TICKET', ticketWords.ticket))) },
  flags: {
    by: f.required(f.text('MAINTAINER', t.by)),
    resolution: f.required(f.text('TEXT', t.resolution)),
    at: f.happened(t.repairedAt),
  },
  faults: ['TICKET_UNKNOWN', 'TICKET_VOID', 'STAFF_UNKNOWN', 'ALREADY_REPAIRED', 'ALREADY_CLOSED', 'TIME_ORDER'],
  async run(ctx, given) {
    await confirmBulk(ctx, given.tickets.length, () => tellUnrepaired(ctx, given.tickets))
    const repaired = await ctx.writing(async (db) => {
      const office = await readOffice(db)
      const staff = await readStaff(db)
      const done = new Map<string, Warned<Judged>>()
      for (const typed of given.tickets) {
        const before = await findUnrepaired(db, office, typed, ctx)
        const told = { repaired_at: given.at, by: given.by, resolution: given.resolution }
        const after = await saveTicket(db, before, repairing(before, told, staff, '--at', ctx))
        done.set(after.ticket_no, await changedTicket(ctx, db, office, before, after))
      }
      return [...done.values()]
    })
    const notes = repaired.flatMap(({ warnings }) => warnings.map(({ message }) => message))
    return records(withWarnings(ticketView, ctx.language), repaired, t.none, { notes })
  },
})
