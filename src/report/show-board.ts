import type { Ctx } from '../kernel/ctx.ts'
import * as f from '../kernel/flags.ts'
import { reportWords as t } from '../kernel/messages/report.ts'
import { record } from '../kernel/outcome.ts'
import type { Outcome } from '../kernel/outcome.ts'
import { verb } from '../kernel/verb.ts'
import * as v from '../kernel/view.ts'
import type { View } from '../kernel/view.ts'
import { handoverView } from '../handover/batch.ts'
import { ticketView } from '../ticket/views.ts'
import { MOST, readBoard } from './board.ts'
import type { Board } from './board.ts'

const boardView: View<Board> = [
  v.moment('now', t.now, (b) => b.now),
  v.moment('next_cut_off', t.nextCutOff, (b) => b.next_cut_off),
  v.count('overdue_count', t.overdueTickets, (b) => b.overdue.count),
  v.count('due_soon_count', t.dueSoon, (b) => b.due_soon.count),
  v.count('awaiting_approval_count', t.awaitingApproval, (b) => b.awaiting_approval.count),
  v.count('unsigned_count', t.unsigned, (b) => b.unsigned.length),
  v.count('slips_out_count', t.slipsOut, (b) => b.slips_out.count),
  v.count('appointments_count', t.appointments, (b) => b.appointments.count),
  v.count('without_feedback_count', t.withoutFeedback, (b) => b.without_feedback.count),
  v.list('overdue', t.overdueTickets, ticketView, (b) => b.overdue.tickets),
  v.list('due_soon', t.dueSoon, ticketView, (b) => b.due_soon.tickets),
  v.list('awaiting_approval', t.awaitingApproval, ticketView, (b) => b.awaiting_approval.tickets),
  v.list('unsigned', t.unsigned, handoverView, (b) => b.unsigned.slice(0, MOST)),
  v.list(
    'slips_out',
    t.slipsOut,
    v.withDetails(ticketView, ['ticket_no', 'customer_name', 'branch', 'repaired_at', 'repaired_by']),
    (b) => b.slips_out.tickets,
  ),
  v.list(
    'appointments',
    t.appointments,
    v.withDetails(ticketView, ['ticket_no', 'customer_name', 'phone', 'branch', 'appointment_at', 'hold_reason']),
    (b) => b.appointments.tickets,
  ),
  v.list('without_feedback', t.withoutFeedback, ticketView, (b) => b.without_feedback.tickets),
]

export const showBoard = verb({
  path: 'board',
  summary: t.board,
  notes: t.boardNotes,
  examples: ['baoxiu', 'baoxiu board --watch', 'baoxiu board --json'],
  operands: {},
  flags: { watch: f.toggle(t.watch) },
  faults: [],
  run: (ctx, { watch }) => boardNow(ctx, watch),
})

async function boardNow(ctx: Ctx, watch: boolean): Promise<Outcome> {
  const board = await ctx.reading((db) => readBoard(db, ctx.now))
  if (ctx.out.columns === undefined) return record(boardView, board)
  const { boardScreen } = await import('./board-screen.ts')
  return record(boardView, board, {
    screen: boardScreen(board, ctx, watch),
    ...(watch ? { again: () => boardNow(ctx.later(), watch) } : {}),
  })
}
