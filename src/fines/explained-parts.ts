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
import type { Approval } from '../ticket/happenings.ts'
import { approvalView } from '../ticket/views.ts'
import type { Decision } from './decision.ts'
import type { Evidence } from './evidence.ts'
import { spanWords } from './span-words.ts'
import type { BranchMove, ClassChange } from './ticket-past.ts'
import { ledgerView } from './views.ts'

export const classView: View<ClassChange> = [
  v.moment('at', h.at, (c) => c.at),
  v.code('from', h.from, (c) => c.from, w.fault_class),
  v.code('to', h.to, (c) => c.to, w.fault_class),
  v.moment('deadline', h.deadline, (c) => c.deadline),
  v.flag('had_passed', h.had_passed, (c) => c.had_passed),
  v.text('actor', h.actor, (c) => c.actor),
  v.text('reason', h.reason, (c) => c.reason),
]

export const moveView: View<BranchMove> = [
  v.moment('at', h.at, (m) => m.at),
  v.text('from', h.from, (m) => m.from),
  v.text('to', h.to, (m) => m.to),
  v.text('actor', h.actor, (m) => m.actor),
  v.text('reason', h.reason, (m) => m.reason),
]

export const ruleView = (zone: Zone): View<Evidence['rules'][number]> => [
  v.text('article', h.article, (r) => r.article),
  v.text('key', h.key, (r) => r.key),
  { name: 'value', heading: h.value, cell: (r) => ({ kind: isFen(r.key) ? 'yuan' : 'count', value: r.value }) },
  v.text('from', h.from, (r) => (r.from_at === 0 ? undefined : dayAt(zone, r.from_at))),
]

export interface TimedApproval extends Approval {
  readonly reported_at: number
  readonly repaired_at: number | null
}

export const timedApprovalView = (language: Language): View<TimedApproval> => [
  ...approvalView,
  v.text('timing', h.timing, (approval) => say(timingOf(approval), language)),
]

/** Art. 2.4: how late leadership approved. */
function timingOf({ approved_at, reported_at, repaired_at, deadline }: TimedApproval): Text {
  return joined([
    t.afterReport(spanWords(Math.max(0, approved_at - reported_at))),
    ...(repaired_at !== null && approved_at > repaired_at ? [t.afterRepair] : []),
    ...(approved_at > deadline ? [t.afterDeadline] : []),
  ])
}

/** The decision above says who decided, when and why. */
export const bookedView = v.withDetails(ledgerView, ['booked_month', 'amount_yuan', 'branch', 'maintainer', 'entry'])

export const decisionView: View<Decision> = [
  v.moment('decided_at', h.decided_at, (d) => d.decided_at),
  v.text('decided_by', h.decided_by, (d) => d.decided_by),
  v.code('verdict', h.verdict, (d) => d.verdict, w.verdict),
  v.code('ground', h.ground, (d) => d.ground, w.ground),
  v.text('branch', h.branch, (d) => d.branch),
  v.text('maintainer', h.maintainer, (d) => d.maintainer),
  v.text('reason', h.reason, (d) => d.reason),
]
