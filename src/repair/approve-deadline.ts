import { Fault } from '../kernel/faults.ts'
import * as f from '../kernel/flags.ts'
import { repairWords as t } from '../kernel/messages/repair.ts'
import { ticketWords } from '../kernel/messages/ticket.ts'
import { verb } from '../kernel/verb.ts'
import { changeTickets } from '../ticket/change-tickets.ts'
import { findLiveTicket, requireOrder } from '../ticket/find-ticket.ts'
import { addApproval } from '../ticket/happenings.ts'

/** Art. 2.4: a severe fault is repaired within the time that leadership approves; the last approval counts. */
export const approveDeadline = verb({
  path: 'approve',
  summary: t.approve,
  notes: t.allOrNone,
  examples: [
    'baoxiu approve 7 --deadline "2026-11-25 18:00" --by 刘总',
    'baoxiu approve 7 8 9 --deadline "2026-11-24 12:00" --by 刘总 --note 等待配件',
  ],
  operands: { tickets: f.required(f.several(f.text('TICKET', ticketWords.ticket))) },
  flags: {
    deadline: f.required(f.moment(t.deadline)),
    by: f.required(f.text('LEADER', t.approvedBy)),
    note: f.text('TEXT', ticketWords.note),
  },
  faults: ['TICKET_UNKNOWN', 'TICKET_VOID', 'NOT_SEVERE', 'TIME_ORDER'],
  async run(ctx, { tickets, deadline, by, note }) {
    return changeTickets(ctx, tickets, {
      find: findLiveTicket,
      async change(db, before) {
        if (before.fault_class !== 'severe') throw new Fault('NOT_SEVERE', t.notSevere(before.ticket_no))
        requireOrder(['--deadline', deadline], ['reported_at', before.reported_at], ctx)
        const approval = { deadline, approved_by: by, approved_at: ctx.now, note: note ?? null }
        return { ticket: await addApproval(db, before, approval) }
      },
    })
  },
})
