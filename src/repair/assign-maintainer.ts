import * as f from '../kernel/flags.ts'
import { repairWords as t } from '../kernel/messages/repair.ts'
import { ticketWords } from '../kernel/messages/ticket.ts'
import { record } from '../kernel/outcome.ts'
import { verb } from '../kernel/verb.ts'
import { withWarnings } from '../kernel/warning.ts'
import { findMaintainer } from '../office/find-people.ts'
import { readOffice, readStaff } from '../office/queries.ts'
import { changedTicket } from '../ticket/changed-ticket.ts'
import { findUnrepaired, requireOrder } from '../ticket/find-ticket.ts'
import { saveTicket } from '../ticket/queries.ts'
import { ticketView } from '../ticket/views.ts'

/** Art. 2.1: the branch sends a maintainer promptly. */
export const assignMaintainer = verb({
  path: 'assign',
  summary: t.assign,
  examples: ['baoxiu assign KF-20261122-0007 --to 王伟', 'baoxiu assign 7 --to 王伟 --at 9:30'],
  operands: { ticket: f.required(f.text('TICKET', ticketWords.ticket)) },
  flags: { to: f.required(f.text('MAINTAINER', t.to)), at: f.happened(t.assignedAt) },
  faults: ['TICKET_UNKNOWN', 'TICKET_VOID', 'STAFF_UNKNOWN', 'ALREADY_REPAIRED', 'ALREADY_CLOSED', 'TIME_ORDER'],
  async run(ctx, given) {
    return ctx.writing(async (db) => {
      const office = await readOffice(db)
      const before = await findUnrepaired(db, office, given.ticket, ctx)
      requireOrder(['--at', given.at], ['reported_at', before.reported_at], ctx)
      const maintainer = findMaintainer(await readStaff(db), given.to, before.branch)
      const after = await saveTicket(db, before, { assigned_to: maintainer.name, assigned_at: given.at })
      return record(withWarnings(ticketView, ctx.language), await changedTicket(ctx, db, office, before, after))
    })
  },
})
