import { readableTime } from '../kernel/calendar.ts'
import { codeWords as w } from '../kernel/messages/codes.ts'
import { fieldWords as h } from '../kernel/messages/fields.ts'
import { decidedWords as d } from '../kernel/messages/fines.ts'
import { yuanText } from '../kernel/money.ts'
import { asIs, say } from '../kernel/text.ts'
import type { Language, Text } from '../kernel/text.ts'
import * as v from '../kernel/view.ts'
import type { View } from '../kernel/view.ts'
import type { Zone } from '../kernel/zone.ts'
import type { Approval, Chase, Hold } from '../ticket/happenings.ts'
import { chaseView, holdView } from '../ticket/views.ts'
import { customerMatch } from '../ticket/same-customer.ts'
import type { Ticket } from '../ticket/ticket.ts'
import type { History } from './decision.ts'
import type { Evidence } from './evidence.ts'
import { mayExcuse } from './excuse.ts'
import { bookedView, classView, decisionView, moveView, ruleView, timedApprovalView } from './explained-parts.ts'
import type { TimedApproval } from './explained-parts.ts'
import type { FineStatus, NamedFine } from './fine.ts'
import type { TicketPast } from './ticket-past.ts'
import { fineView } from './views.ts'

/** A fine that nobody lists any more has no status. */
type ShownFine = Omit<NamedFine, 'status'> & { readonly status: FineStatus | null }

/** A fine with all that it rests on. */
export interface Explained {
  /** Only its id is known of one whose ground nobody can tell. */
  readonly fine: Partial<ShownFine> & Pick<ShownFine, 'fine_id' | 'status'>
  readonly history: History
  readonly evidence: Evidence
  readonly holds: readonly Hold[]
  readonly approvals: readonly Approval[]
  readonly chases: readonly Chase[]
  readonly past: TicketPast
  readonly why: readonly Text[]
}

/** The fine, the reasons in words, the facts, and everything that was decided and booked; people read it on one screen. */
export function explainedView(language: Language, zone: Zone): View<Explained> {
  const at = (instant: number | null | undefined): string | undefined =>
    typeof instant === 'number' ? readableTime(zone, instant) : undefined
  return [
    ...fineColumns,
    v.words('why', h.why, (e) => e.why.map((text) => say(text, language))),
    ...slipColumns(at),
    ...pastColumns,
    folded(v.list('rules', h.rules, ruleView(zone), (e) => e.evidence.rules)),
    v.list('holds', h.holds, excuseView, (e) => holdsOf(e)),
    v.list('approvals', h.approvals, timedApprovalView(language), approvalsOf),
    v.list('chase_list', h.chase_list, chaseView, (e) => e.chases),
    v.list('decisions', h.decisions, decisionView, (e) => e.history.decisions),
    v.list('lines', h.lines, bookedView, (e) => e.history.lines),
  ]
}

/** Said elsewhere on the screen. */
function folded<T>(column: v.Column<T>): v.Column<T> {
  return { ...column, detail: true }
}

/** A field beside which people read what belongs to it. */
function together(
  name: string,
  heading: Text,
  parts: (e: Explained) => readonly (string | null | undefined)[],
): v.Column<Explained> {
  return {
    name,
    heading,
    cell(e) {
      const [value, ...more] = parts(e)
      const said = [value, ...more].filter((part) => typeof part === 'string' && part !== '')
      return { kind: 'text', value: value ?? undefined, told: asIs(said.join('  ')) }
    },
  }
}

const fineColumns: View<Explained> = fineView.map((column) => {
  const own: v.Column<Explained> = {
    name: column.name,
    heading: column.heading,
    // What is not known is empty.
    cell: ({ fine }) => column.cell(fine as NamedFine),
  }
  if (column.name !== 'fine_id') return folded(own)
  return { ...own, cell: ({ fine }) => ({ kind: 'text', value: fine.fine_id, told: toldOf(fine) }) }
})

function toldOf({ fine_id, amount, status }: Explained['fine']): Text {
  return d.oneLine(
    fine_id,
    amount === undefined ? '–' : yuanText(amount),
    status === null ? d.notListed : w.fine_status[status],
  )
}

const slip = <K extends keyof Ticket>(field: K) => {
  return ({ evidence }: Explained): Ticket[K] | undefined => evidence.ticket?.[field]
}

const slipColumns = (at: (instant: number | null | undefined) => string | undefined): View<Explained> => [
  together('customer_name', h.customer_name, ({ evidence: { ticket: s } }) => [
    s?.customer_name,
    s?.address,
    s?.phone,
    s?.symptom,
  ]),
  folded(v.text('address', h.address, slip('address'))),
  folded(v.text('phone', h.phone, slip('phone'))),
  folded(v.text('symptom', h.symptom, slip('symptom'))),
  folded(v.code('fault_class', h.fault_class, slip('fault_class'), w.fault_class)),
  folded(v.moment('reported_at', h.reported_at, slip('reported_at'))),
  folded(v.moment('entered_at', h.entered_at, slip('entered_at'))),
  folded(v.moment('deadline', h.deadline, (e) => e.evidence.clock?.deadline)),
  together('handover_no', h.handover_no, ({ evidence: { ticket: s } }) => [s?.handover_no, at(s?.handed_over_at)]),
  folded(v.moment('handed_over_at', h.handed_over_at, slip('handed_over_at'))),
  folded(v.moment('first_handed_over_at', h.first_handed_over_at, (e) => e.past.first_handed_over_at)),
  together('assigned_to', h.assigned_to, ({ evidence: { ticket: s } }) => [s?.assigned_to, at(s?.assigned_at)]),
  folded(v.moment('assigned_at', h.assigned_at, slip('assigned_at'))),
  folded(v.moment('repaired_at', h.repaired_at, slip('repaired_at'))),
  folded(v.text('repaired_by', h.slip_repaired_by, slip('repaired_by'))),
  together('earlier_ticket_no', h.earlier_ticket_no, ({ evidence: { earlier: s } }) => [
    s?.ticket_no,
    at(s?.repaired_at),
    s?.repaired_by,
    s?.source,
  ]),
  folded(v.moment('earlier_repaired_at', h.earlier_repaired_at, (e) => e.evidence.earlier?.repaired_at)),
  folded(v.text('earlier_repaired_by', h.earlier_repaired_by, (e) => e.evidence.earlier?.repaired_by)),
  folded(v.text('earlier_source', h.source, (e) => e.evidence.earlier?.source)),
  folded(v.text('match', h.match, matchOf)),
  folded(v.text('earlier_customer_name', h.earlier_customer_name, (e) => e.evidence.earlier?.customer_name)),
  folded(v.text('earlier_address', h.earlier_address, (e) => e.evidence.earlier?.address)),
  folded(v.text('earlier_phone', h.earlier_phone, (e) => e.evidence.earlier?.phone)),
  v.count('days_between', h.days_between, daysBetween),
  together('content', h.content, ({ evidence: { complaint: c } }) => [c?.content, c?.complainant]),
  folded(v.text('complainant', h.complainant, (e) => e.evidence.complaint?.complainant)),
]

/** By what the two reports of a repeat are of one customer. */
function matchOf({ evidence: { ticket, earlier } }: Explained): string | undefined {
  return ticket === undefined || earlier === undefined ? undefined : customerMatch(ticket, earlier)
}

/** The sentences tell people what matters of it. */
const pastColumns: View<Explained> = [
  folded(v.list('reclassified', h.reclassified, classView, (e) => e.past.classes)),
  folded(v.list('moves', h.moves, moveView, (e) => e.past.moves)),
]

/** Whole days from the repair that did not last to the second report. */
function daysBetween({ evidence: { ticket, earlier } }: Explained): number | undefined {
  if (ticket === undefined || earlier === undefined || earlier.repaired_at === null) return undefined
  return Math.floor((ticket.reported_at - earlier.repaired_at) / 86_400)
}

interface ShownHold extends Hold {
  readonly may_excuse: boolean
}

const excuseView: View<ShownHold> = [...holdView, v.flag('may_excuse', h.may_excuse, (hold) => hold.may_excuse)]

function holdsOf({ fine, evidence, holds }: Explained): ShownHold[] {
  const { deadline } = evidence.clock ?? {}
  return holds.map((hold) => ({
    ...hold,
    may_excuse: fine.kind === 'overdue' && deadline !== undefined && mayExcuse(hold, deadline),
  }))
}

function approvalsOf({ approvals, evidence: { ticket } }: Explained): TimedApproval[] {
  if (ticket === undefined) return []
  const { reported_at, repaired_at } = ticket
  return approvals.map((approval) => ({ ...approval, reported_at, repaired_at }))
}
