import { codeWords as w } from '../kernel/messages/codes.ts'
import { fieldWords as h } from '../kernel/messages/fields.ts'
import { ticketWords } from '../kernel/messages/ticket.ts'
import * as v from '../kernel/view.ts'
import type { View } from '../kernel/view.ts'
import type { Approval, Chase, Hold } from './happenings.ts'
import type { Judged } from './rules.ts'
import { signature } from './signature-column.ts'

/** A branch that took the call itself waits for no hand-over. */
const statusColumn: v.Column<Judged> = {
  name: 'status',
  heading: h.status,
  cell(ticket) {
    const isOwn = ticket.status === 'open' && ticket.intake === 'branch'
    return { kind: 'code', value: ticket.status, word: isOwn ? ticketWords.ownOpen : w.status[ticket.status] }
  },
}

/** The ticket's fields, in export order (contract, section 4). */
export const ticketView: View<Judged> = v.withSpares(
  v.withDetails(
    [
      v.toned(
        v.text('ticket_no', h.ticket_no, (t) => t.ticket_no),
        toneOf,
      ),
      v.toned(statusColumn, toneOf),
      v.code('fault_class', h.fault_class, (t) => t.fault_class, w.fault_class),
      v.code('service', h.service, (t) => t.service, w.service),
      v.text('account_no', h.account_no, (t) => t.account_no),
      v.text('customer_name', h.customer_name, (t) => t.customer_name),
      v.text('address', h.address, (t) => t.address),
      v.text('phone', h.phone, (t) => t.phone),
      v.text('symptom', h.symptom, (t) => t.symptom),
      v.code('intake', h.intake, (t) => t.intake, w.intake),
      v.text('branch', h.branch, (t) => t.branch),
      v.moment('reported_at', h.reported_at, (t) => t.reported_at),
      v.moment('entered_at', h.entered_at, (t) => t.entered_at),
      v.text('taken_by', h.taken_by, (t) => t.taken_by),
      v.toned(
        v.moment('deadline', h.deadline, (t) => t.deadline),
        toneOf,
      ),
      v.text('approved_by', h.approved_by, (t) => t.approved_by),
      v.text('handover_no', h.handover_no, (t) => t.handover_no),
      v.moment('handed_over_at', h.handed_over_at, (t) => t.handed_over_at),
      v.text('assigned_to', h.assigned_to, (t) => t.assigned_to),
      v.count('chases', h.chases, (t) => t.chases),
      v.code('hold_reason', h.hold_reason, (t) => t.hold_reason, w.hold_reason),
      v.moment('appointment_at', h.appointment_at, (t) => t.appointment_at),
      v.moment('repaired_at', h.repaired_at, (t) => t.repaired_at),
      v.text('repaired_by', h.repaired_by, (t) => t.repaired_by),
      v.text('resolution', h.resolution, (t) => t.resolution),
      signature('customer_signed_by'),
      signature('maintainer_signed_by'),
      v.moment('returned_at', h.returned_at, (t) => t.returned_at),
      v.toned(
        v.flag('late', h.late, (t) => t.late),
        toneOf,
      ),
      v.text('note', h.note, (t) => t.note),
      v.text('source', h.source, (t) => t.source),
    ],
    ['ticket_no', 'status', 'fault_class', 'customer_name', 'address', 'phone', 'branch', 'deadline', 'late'],
  ),
  ['fault_class', 'branch'],
)

/** Late and void tickets stand out. */
function toneOf(ticket: Judged): v.Tone | undefined {
  if (ticket.status === 'void') return 'past'
  return ticket.late === true ? 'bad' : undefined
}

export const chaseView: View<Chase> = [
  v.moment('at', h.at, (c) => c.at),
  v.text('taken_by', h.taken_by, (c) => c.taken_by),
  v.text('note', h.note, (c) => c.note),
]

export const holdView: View<Hold> = [
  v.code('reason', h.hold_reason, (o) => o.reason, w.hold_reason),
  v.moment('appointment_at', h.appointment_at, (o) => o.appointment_at),
  v.moment('called_at', h.called_at, (o) => o.called_at),
  v.text('maintainer', h.maintainer, (o) => o.maintainer),
  v.text('note', h.note, (o) => o.note),
]

export const approvalView: View<Approval> = [
  v.moment('deadline', h.deadline, (a) => a.deadline),
  v.text('approved_by', h.approved_by, (a) => a.approved_by),
  v.moment('approved_at', h.approved_at, (a) => a.approved_at),
  v.text('note', h.note, (a) => a.note),
]
