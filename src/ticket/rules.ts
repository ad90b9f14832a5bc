import type { DatedRule, RuleKey } from '../office/rules.ts'
import { ruleAt } from '../office/rules.ts'
import type { Instant } from '../kernel/zone.ts'
import type { Ticket } from './ticket.ts'

export const STATUSES = ['open', 'handed_over', 'on_hold', 'repaired', 'closed', 'void'] as const
export type Status = (typeof STATUSES)[number]

/** Why a deadline is what it is. */
export interface DeadlineVerdict {
  /** Absent: severe and not approved yet. */
  readonly deadline: Instant | undefined
  readonly article: '2.2' | '2.3' | '2.4'
  /** The dated rule that was in force when the ticket was reported; absent for an approved deadline. */
  readonly rule: DatedRule | undefined
}

type Clocked = Pick<Ticket, 'fault_class' | 'reported_at' | 'approved_deadline'>

/** Art. 2.2–2.4: line 24 h and network 36 h from the report, severe as leadership approves. Seconds since 1970 UTC. */
export function deadlineOf(ticket: Clocked, rules: readonly DatedRule[]): DeadlineVerdict {
  if (ticket.fault_class === 'severe') {
    return { deadline: ticket.approved_deadline ?? undefined, article: '2.4', rule: undefined }
  }
  const key: RuleKey = ticket.fault_class === 'line' ? 'line_hours' : 'network_hours'
  const rule = ruleAt(rules, key, ticket.reported_at)
  const article = ticket.fault_class === 'line' ? '2.2' : '2.3'
  return { deadline: ticket.reported_at + rule.value * 3600, article, rule }
}

/** Art. 2.2–2.4: the clock starts at the report; exactly at the deadline is on time. Times in seconds since 1970 UTC. */
export function isLate(deadline: Instant | undefined, repairedAt: Instant | undefined, now: Instant): boolean {
  return deadline !== undefined && (repairedAt ?? now) > deadline
}

type Staged = Pick<
  Ticket,
  'void_at' | 'closed_at' | 'repaired_at' | 'hold_reason' | 'handover_no' | 'handed_over_at' | 'intake'
>

/**
 * The first that holds: void, closed, repaired, on hold, handed over, open (2.5, 2.6, 1.4). What a branch took itself is
 * handed over to nobody (2.7), and a township knows of a report once it was read out (2.9).
 */
export function statusOf(ticket: Staged): Status {
  if (ticket.void_at !== null) return 'void'
  if (ticket.closed_at !== null) return 'closed'
  if (ticket.repaired_at !== null) return 'repaired'
  if (ticket.hold_reason !== null) return 'on_hold'
  return isHandedOver(ticket) ? 'handed_over' : 'open'
}

/** Does the branch know of it? */
export function isHandedOver(ticket: Pick<Ticket, 'handover_no' | 'handed_over_at' | 'intake'>): boolean {
  return ticket.handover_no !== null && ticket.handed_over_at !== null && ticket.intake === 'desk'
}

/** Can a maintainer still be sent? */
export function isUnrepaired(ticket: Pick<Ticket, 'void_at' | 'closed_at' | 'repaired_at'>): boolean {
  return ticket.void_at === null && ticket.closed_at === null && ticket.repaired_at === null
}

interface Verdicts {
  readonly status: Status
  readonly deadline: Instant | undefined
  /** Absent while there is no deadline, and for void and filed ones. */
  readonly late: boolean | undefined
}

/** A ticket with the verdicts on it, as everything that shows tickets needs it. */
export interface Judged extends Ticket, Verdicts {}

export function judge(ticket: Ticket, rules: readonly DatedRule[], now: Instant): Judged {
  return { ...ticket, ...verdictsOn(ticket, rules, now) }
}

/** The verdicts alone. */
export function verdictsOn(
  ticket: Staged & Clocked & Pick<Ticket, 'filed'>,
  rules: readonly DatedRule[],
  now: Instant,
): Verdicts {
  const { deadline } = deadlineOf(ticket, rules)
  const counts = deadline !== undefined && ticket.void_at === null && ticket.filed === 0
  const late = counts ? isLate(deadline, ticket.repaired_at ?? undefined, now) : undefined
  return { status: statusOf(ticket), deadline, late }
}
