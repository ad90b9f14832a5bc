import { dayAt } from '../kernel/calendar.ts'
import { codeWords as w } from '../kernel/messages/codes.ts'
import { fieldWords as h } from '../kernel/messages/fields.ts'
import { whyWords as t } from '../kernel/messages/why.ts'
import { joined, say } from '../kernel/text.ts'
import type { Language, Text } from '../kernel/text.ts'
import * as v from '../kernel/view.ts'
import type { View } from '../kernel/view.ts'
import type { Zone } from '../kernel/zone.ts'
import { isFen } from '../office/rules.ts'
import type { Approval, Hold } from '../ticket/happenings.ts'
import { approvalView, chaseView, holdView } from '../ticket/views.ts'
import type { Ticket } from '../ticket/ticket.ts'
import type { Decision } from './decision.ts'
import type { Evidence } from './evidence.ts'
import { mayExcuse } from './excuse.ts'
import type { NamedFine } from './fine.ts'
import type { FoundFine } from './find-fine.ts'
import { spanWords } from './span-words.ts'
import { fineView, ledgerView } from './views.ts'

/** A fine with all that it rests on. */
interface Explained extends FoundFine {
  readonly fine: NamedFine
  readonly evidence: Evidence
  readonly why: readonly Text[]
}

/** The fields of `fines list`, the reasons in words, the facts, and everything that was decided and booked. */
export function explainedView(language: Language, zone: Zone): View<Explained> {
  return [
    ...fineView.map((column): v.Column<Explained> => ({
      name: column.name,
      heading: column.heading,
      cell: ({ fine }) => column.cell(fine),
    })),
    v.words('why', h.why, (e) => e.why.map((text) => say(text, language))),
    ...slipColumns,
    v.list('rules', h.rules, ruleView(zone), (e) => e.evidence.rules),
    v.list('holds', h.holds, excuseView, (e) => holdsOf(e)),
    v.list('approvals', h.approvals, timedApprovalView(language), (e) => approvalsOf(e.evidence)),
    v.list('chase_list', h.chase_list, chaseView, (e) => e.evidence.chases),
    v.list('decisions', h.decisions, decisionView, (e) => e.history.decisions),
    v.list('lines', h.lines, ledgerView, (e) => e.history.lines),
  ]
}

const slip = <K extends keyof Ticket>(field: K) => {
  return ({ evidence }: Explained): Ticket[K] | undefined => evidence.ticket?.[field]
}
const slipColumns: View<Explained> = [
  v.text('customer_name', h.customer_name, slip('customer_name')),
  v.text('address', h.address, slip('address')),
  v.text('phone', h.phone, slip('phone')),
  v.text('symptom', h.symptom, slip('symptom')),
  v.code('fault_class', h.fault_class, slip('fault_class'), w.fault_class),
  v.moment('reported_at', h.reported_at, slip('reported_at')),
  v.moment('deadline', h.deadline, (e) => e.evidence.clock?.deadline),
  v.text('handover_no', h.handover_no, slip('handover_no')),
  v.moment('handed_over_at', h.handed_over_at, slip('handed_over_at')),
  v.text('assigned_to', h.assigned_to, slip('assigned_to')),
  v.moment('repaired_at', h.repaired_at, slip('repaired_at')),
  v.text('repaired_by', h.slip_repaired_by, slip('repaired_by')),
  v.text('earlier_ticket_no', h.earlier_ticket_no, (e) => e.evidence.earlier?.ticket_no),
  v.moment('earlier_repaired_at', h.earlier_repaired_at, (e) => e.evidence.earlier?.repaired_at),
  v.text('earlier_repaired_by', h.earlier_repaired_by, (e) => e.evidence.earlier?.repaired_by),
  v.count('days_between', h.days_between, daysBetween),
  v.text('content', h.content, (e) => e.evidence.complaint?.content),
  v.text('complainant', h.complainant, (e) => e.evidence.complaint?.complainant),
]

/** Whole days from the repair that did not last to the second report. */
function daysBetween({ evidence: { ticket, earlier } }: Explained): number | undefined {
  if (ticket === undefined || earlier === undefined || earlier.repaired_at === null) return undefined
  return Math.floor((ticket.reported_at - earlier.repaired_at) / 86_400)
}

const ruleView = (zone: Zone): View<Evidence['rules'][number]> => [
  v.text('article', h.article, (r) => r.article),
  v.text('key', h.key, (r) => r.key),
  { name: 'value', heading: h.value, cell: (r) => ({ kind: isFen(r.key) ? 'yuan' : 'count', value: r.value }) },
  v.text('from', h.from, (r) => (r.from_at === 0 ? undefined : dayAt(zone, r.from_at))),
]

interface ShownHold extends Hold {
  readonly may_excuse: boolean
}

const excuseView: View<ShownHold> = [...holdView, v.flag('may_excuse', h.may_excuse, (hold) => hold.may_excuse)]

function holdsOf({ fine, evidence }: Explained): ShownHold[] {
  const { deadline } = evidence.clock ?? {}
  return evidence.holds.map((hold) => ({
    ...hold,
    may_excuse: fine.kind === 'overdue' && deadline !== undefined && mayExcuse(hold, deadline),
  }))
}

interface TimedApproval extends Approval {
  readonly reported_at: number
  readonly repaired_at: number | null
}

const timedApprovalView = (language: Language): View<TimedApproval> => [
  ...approvalView,
  v.text('timing', h.timing, (approval) => say(timingOf(approval), language)),
]

function approvalsOf({ approvals, ticket }: Evidence): TimedApproval[] {
  if (ticket === undefined) return []
  const { reported_at, repaired_at } = ticket
  return approvals.map((approval) => ({ ...approval, reported_at, repaired_at }))
}

/** Art. 2.4: how late leadership approved. */
function timingOf({ approved_at, reported_at, repaired_at, deadline }: TimedApproval): Text {
  return joined([
    t.afterReport(spanWords(Math.max(0, approved_at - reported_at))),
    ...(repaired_at !== null && approved_at > repaired_at ? [t.afterRepair] : []),
    ...(approved_at > deadline ? [t.afterDeadline] : []),
  ])
}

const decisionView: View<Decision> = [
  v.moment('decided_at', h.decided_at, (d) => d.decided_at),
  v.text('decided_by', h.decided_by, (d) => d.decided_by),
  v.code('verdict', h.verdict, (d) => d.verdict, w.verdict),
  v.code('ground', h.ground, (d) => d.ground, w.ground),
  v.text('branch', h.branch, (d) => d.branch),
  v.text('maintainer', h.maintainer, (d) => d.maintainer),
  v.text('reason', h.reason, (d) => d.reason),
]
