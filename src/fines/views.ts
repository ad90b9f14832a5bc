import { codeWords as w } from '../kernel/messages/codes.ts'
import { fieldWords as h } from '../kernel/messages/fields.ts'
import * as v from '../kernel/view.ts'
import type { View } from '../kernel/view.ts'
import type { LiableComplaint } from './complaint.ts'
import type { LedgerLine } from './decision.ts'
import type { NamedFine } from './fine.ts'
import type { MonthClose } from './queries.ts'
import type { SummaryRow } from './summary.ts'

export const complaintView: View<LiableComplaint> = [
  v.text('complaint_no', h.complaint_no, (c) => c.complaint_no),
  v.code('channel', h.channel, (c) => c.channel, w.channel),
  v.text('ticket_no', h.ticket_no, (c) => c.ticket_no),
  v.text('branch', h.branch, (c) => c.branch),
  v.text('maintainer', h.maintainer, (c) => c.maintainer),
  v.text('content', h.content, (c) => c.content),
  v.text('complainant', h.complainant, (c) => c.complainant),
  v.moment('received_at', h.received_at, (c) => c.received_at),
  v.moment('entered_at', h.entered_at, (c) => c.entered_at),
]

/** For those who look at void ones too. */
export const voidableComplaintView: View<LiableComplaint> = [
  ...complaintView,
  v.moment('void_at', h.void_at, (c) => c.void_at),
  v.text('void_reason', h.void_reason, (c) => c.void_reason),
]

/** What people type to decide on it: never broken. */
function fineId<T>(value: (row: T) => string): v.Column<T> {
  return v.code('fine_id', h.fine_id, value, {})
}

const fineColumns: View<NamedFine> = v.withDetails(
  [
    fineId((f) => f.fine_id),
    v.text('month', h.month, (f) => f.month),
    v.code('kind', h.kind, (f) => f.kind, w.kind),
    v.code('channel', h.channel, (f) => f.channel, w.channel),
    v.text('ticket_no', h.ticket_no, (f) => f.ticket_no),
    v.text('branch', h.branch, (f) => f.branch),
    v.text('branch_name', h.branch_name, (f) => f.branch_name),
    v.text('maintainer', h.maintainer, (f) => f.maintainer),
    v.moment('occurred_at', h.occurred_at, (f) => f.occurred_at),
    v.yuan('amount_yuan', h.amount_yuan, (f) => f.amount),
    v.code('status', h.status, (f) => f.status, w.fine_status),
    v.text('decided_by', h.decided_by, (f) => f.decided_by),
    v.moment('decided_at', h.decided_at, (f) => f.decided_at),
    v.code('ground', h.ground, (f) => f.ground, w.ground),
    v.text('reason', h.reason, (f) => f.reason),
    v.text('booked_month', h.booked_month, (f) => f.booked_month),
  ],
  ['fine_id', 'kind', 'branch_name', 'maintainer', 'occurred_at', 'amount_yuan', 'status'],
)

/** The kind stands in the id, too. What is pending and what was dismissed must not be added to what is booked. */
export const fineView = v.withSums(v.withSpares(fineColumns, ['kind']), [])

export const ledgerView: View<LedgerLine> = [
  v.text('booked_month', h.booked_month, (l) => l.booked_month),
  v.text('month', h.month, (l) => l.month),
  fineId((l) => l.fine_id),
  v.yuan('amount_yuan', h.amount_yuan, (l) => l.amount),
  v.text('branch', h.branch, (l) => l.branch),
  v.text('maintainer', h.maintainer, (l) => l.maintainer),
  v.code('entry', h.entry, (l) => l.entry, w.entry),
  v.text('decided_by', h.decided_by, (l) => l.decided_by),
  v.moment('decided_at', h.decided_at, (l) => l.decided_at),
  v.text('reason', h.reason, (l) => l.reason),
]

export const summaryView: View<SummaryRow> = [
  v.text('month', h.month, (s) => s.month),
  v.text('branch', h.branch, (s) => s.branch),
  v.text('branch_name', h.branch_name, (s) => s.branch_name),
  v.text('maintainer', h.maintainer, (s) => s.maintainer),
  v.count('overdue_count', h.overdue_count, (s) => s.overdue_count),
  v.yuan('overdue_yuan', h.overdue_yuan, (s) => s.overdue),
  v.count('repeat_count', h.repeat_count, (s) => s.repeat_count),
  v.yuan('repeat_yuan', h.repeat_yuan, (s) => s.repeat),
  v.count('complaint_count', h.complaint_count, (s) => s.complaint_count),
  v.yuan('complaint_yuan', h.complaint_yuan, (s) => s.complaint),
  v.yuan('adjustment_yuan', h.adjustment_yuan, (s) => s.adjustment),
  v.yuan('total_yuan', h.total_yuan, (s) => s.total),
  v.count('pending_count', h.pending_count, (s) => s.pending_count),
  v.yuan('pending_yuan', h.pending_yuan, (s) => s.pending),
]

export const closeView: View<MonthClose> = [
  v.text('month', h.month, (m) => m.month),
  v.moment('closed_at', h.closed_at, (m) => m.closed_at),
  v.text('closed_by', h.closed_by, (m) => m.closed_by),
  { ...v.text('hash', h.hash, (m: MonthClose) => m.hash), detail: true },
]
