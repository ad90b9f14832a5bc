import { Fault } from '../kernel/faults.ts'
import * as f from '../kernel/flags.ts'
import { repairWords as t } from '../kernel/messages/repair.ts'
import { ticketWords } from '../kernel/messages/ticket.ts'
import { record } from '../kernel/outcome.ts'
import { verb } from '../kernel/verb.ts'
import { withWarnings } from '../kernel/warning.ts'
import { readOffice } from '../office/queries.ts'
import { changedTicket } from '../ticket/changed-ticket.ts'
import { findLiveTicket, requireOrder } from '../ticket/find-ticket.ts'
import { addApproval } from '../ticket/happenings.ts'
import { ticketView } from '../ticket/views.ts'

/** Art. 2.4: a severe fault is repaired within the time that leadership approves; the last approval counts. */
export const approveDeadline = verb({
  path: 'approve',
  summary: t.approve,
  examples: [
    'baoxiu approve 7 --deadline "2026-11-25 18:00" --by 刘总',
    'baoxiu approve KF-20261122-0007 --deadline "2026-11-24 12:00" --by 刘总 --note 等待配件',
  ],
  operands: { ticket: f.required(f.text('TICKET', ticketWords.ticket)) },
  flags: {
    deadline: f.required(f.moment(t.deadline)),
    by: f.required(f.text('LEADER', t.approvedBy)),
    note: f.text('TEXT', ticketWords.note),
  },
  faults: ['TICKET_UNKNOWN', 'TICKET_VOID', 'NOT_SEVERE', 'TIME_ORDER'],
  async run(ctx, given) {
    return ctx.writing(async (db) => {
      const office = await readOffice(db)
      const before = await findLiveTicket(db, office, given.ticket, ctx)
      if (before.fault_class !== 'severe') throw new Fault('NOT_SEVERE', t.notSevere(before.ticket_no))
      requireOrder(['--deadline', given.deadline], ['reported_at', before.reported_at], ctx)
      const after = await addApproval(db, before, {
        deadline: given.deadline,
        approved_by: given.by,
        approved_at: ctx.now,
        note: given.note ?? null,
      })
      return record(withWarnings(ticketView, ctx.language), await changedTicket(ctx, db, office, before, after))
    })
  },
})
