import { codeWords as w } from '../kernel/messages/codes.ts'
import { boardWords as b } from '../kernel/messages/board.ts'
import { fieldWords as h } from '../kernel/messages/fields.ts'
import { reportWords as t } from '../kernel/messages/report.ts'
import * as v from '../kernel/view.ts'
import type { View } from '../kernel/view.ts'
import { noteView } from '../duty/desk-notes.ts'
import { handoverView } from '../handover/batch.ts'
import { ticketView } from '../ticket/views.ts'
import { MOST } from './board.ts'
import type { Board, DueHandover } from './board.ts'

const dueView: View<DueHandover> = [
  v.text('date', h.date, (due) => due.cutOff.date),
  v.code('slot', h.slot, (due) => due.cutOff.slot, w.slot),
  v.moment('cut_off', h.cut_off, (due) => due.cutOff.at),
  v.words('branches', b.branches, (due) => due.branches.map(({ code }) => code)),
  v.count('slips', b.slips, (due) => due.slips),
]

const appointmentView = v.withDetails(ticketView, [
  'ticket_no',
  'customer_name',
  'phone',
  'branch',
  'appointment_at',
  'hold_reason',
])
const assignedView = v.withDetails(ticketView, ['ticket_no', 'customer_name', 'branch', 'assigned_to', 'deadline'])

/** The counts first, then what they count, most urgent first. */
export const boardView: View<Board> = [
  v.moment('now', t.now, (x) => x.now),
  v.moment('next_cut_off', t.nextCutOff, (x) => x.next_cut_off),
  v.count('waiting_count', b.waiting, (x) => x.waiting_count),
  v.count('unassigned_count', b.unassigned, (x) => x.unassigned_count),
  v.count('overdue_count', t.overdueTickets, (x) => x.overdue.count),
  v.count('due_soon_count', t.dueSoon, (x) => x.due_soon.count),
  v.count('awaiting_approval_count', t.awaitingApproval, (x) => x.awaiting_approval.count),
  v.count('unsigned_count', t.unsigned, (x) => x.unsigned.length),
  v.count('slips_out_count', t.slipsOut, (x) => x.slips_out.count),
  v.count('appointments_count', t.appointments, (x) => x.appointments.count),
  v.count('missed_appointments_count', b.missed, (x) => x.missed_appointments.count),
  v.count('reopened_without_slip_count', b.slipMissing, (x) => x.reopened_without_slip.count),
  v.count('left_staff_slips_count', b.leavers, (x) => x.left_staff_slips.count),
  v.count('without_feedback_count', t.withoutFeedback, (x) => x.without_feedback.count),
  v.list('due_handovers', b.due, dueView, (x) => x.due_handovers),
  v.list('notes', b.notes, noteView, (x) => x.notes),
  v.list('overdue', t.overdueTickets, ticketView, (x) => x.overdue.tickets),
  v.list('due_soon', t.dueSoon, ticketView, (x) => x.due_soon.tickets),
  v.list('awaiting_approval', t.awaitingApproval, ticketView, (x) => x.awaiting_approval.tickets),
  v.list('missed_appointments', b.missed, appointmentView, (x) => x.missed_appointments.tickets),
  v.list('left_staff_slips', b.leavers, assignedView, (x) => x.left_staff_slips.tickets),
  v.list('reopened_without_slip', b.slipMissing, assignedView, (x) => x.reopened_without_slip.tickets),
  v.list('unsigned', t.unsigned, handoverView, (x) => x.unsigned.slice(0, MOST)),
  v.list(
    'slips_out',
    t.slipsOut,
    v.withDetails(ticketView, ['ticket_no', 'customer_name', 'branch', 'repaired_at', 'repaired_by']),
    (x) => x.slips_out.tickets,
  ),
  v.list('appointments', t.appointments, appointmentView, (x) => x.appointments.tickets),
  v.list('without_feedback', t.withoutFeedback, ticketView, (x) => x.without_feedback.tickets),
]
