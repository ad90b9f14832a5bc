import { startOfDay } from '../kernel/calendar.ts'
import type { Fen } from '../kernel/money.ts'
import type { Instant } from '../kernel/zone.ts'
import type { Office } from '../office/office.ts'
import { ruleAt } from '../office/rules.ts'
import type { DatedRule, RuleKey } from '../office/rules.ts'
import { earlierRepair } from '../ticket/repeat.ts'
import { deadlineOf, isLate } from '../ticket/rules.ts'
import type { Ticket } from '../ticket/ticket.ts'
import { liabilityOf } from './complaint.ts'
import type { Channel, LiableComplaint } from './complaint.ts'

export const KINDS = ['overdue', 'repeat', 'complaint'] as const
export type Kind = (typeof KINDS)[number]

/** One step of the reasoning: the article, and the rule with its date where a number decides. */
export interface Because {
  readonly article: '2.2' | '2.3' | '2.4' | '3.1' | '3.2' | '3.3'
  readonly rule: DatedRule | undefined
}

/** What the facts say should be fined; a person confirms or dismisses it (3.0). */
export interface Finding {
  readonly fine_id: string
  readonly kind: Kind
  readonly channel: Channel | null
  readonly ticket_no: string | null
  readonly branch: string
  readonly maintainer: string | null
  readonly occurred_at: Instant
  readonly amount: Fen
  readonly because: readonly Because[]
}

/** What a finding needs to know of a ticket. */
export const CASE_COLUMNS = [
  'ticket_no',
  'fault_class',
  'reported_at',
  'approved_deadline',
  'repaired_at',
  'void_at',
  'filed',
  'branch',
  'former_branches',
  'assigned_to',
  'repaired_by',
  'account_no',
  'phone',
  'customer_name',
  'address',
] as const satisfies readonly (keyof Ticket)[]
export type CaseTicket = Pick<Ticket, (typeof CASE_COLUMNS)[number]>

type Judge = Pick<Office, 'rules' | 'zone' | 'fines_from'>

/** Art. 3.1: repaired, or still not repaired, after the deadline; occurred at the deadline, once for each ticket. */
export function overdueFinding(ticket: CaseTicket, office: Judge, now: Instant): Finding | undefined {
  const { deadline, article, rule } = deadlineOf(ticket, office.rules)
  if (deadline === undefined || ticket.void_at !== null || ticket.filed === 1) return undefined
  if (!isLate(deadline, ticket.repaired_at ?? undefined, now)) return undefined
  const because = { article, rule } as const
  return found('overdue', ticket.ticket_no, deadline, office, {
    ...liabilityOf(ticket, deadline),
    ticket_no: ticket.ticket_no,
    because: [because],
  })
}

/**
 * Art. 3.2: reported again within the repeat window after a repair of the same customer and class; occurred at that
 * second report, and whoever did the earlier repair answers.
 */
export function repeatFinding(
  report: CaseTicket,
  candidates: Iterable<CaseTicket>,
  office: Judge,
): Finding | undefined {
  const earlier = earlierRepair(report, candidates, office.rules)
  if (earlier === undefined) return undefined
  return found('repeat', report.ticket_no, report.reported_at, office, {
    ...liabilityOf(earlier, earlier.repaired_at ?? report.reported_at),
    ticket_no: report.ticket_no,
    because: [{ article: '3.2', rule: ruleAt(office.rules, 'repeat_days', report.reported_at) }],
  })
}

/** Art. 3.3: a complaint, whatever becomes of its ticket; no excuses are accepted. */
export function complaintFinding(complaint: LiableComplaint, office: Judge): Finding | undefined {
  if (complaint.void_at !== null) return undefined
  return found('complaint', complaint.complaint_no, complaint.received_at, office, {
    branch: complaint.branch,
    maintainer: complaint.maintainer,
    ticket_no: complaint.ticket_no,
    channel: complaint.channel,
    because: [],
  })
}

const ARTICLE = { overdue: '3.1', repeat: '3.2', complaint: '3.3' } as const

interface Case {
  readonly branch: string
  readonly maintainer: string | null
  readonly ticket_no: string | null
  readonly channel?: Channel
  readonly because: readonly Because[]
}

/** The tariff is the one in force when the case occurred; nothing before `fines_from` is a finding. */
function found(
  kind: Kind,
  no: string,
  occurred_at: Instant,
  office: Judge,
  { channel, ...facts }: Case,
): Finding | undefined {
  if (occurred_at < startOfDay(office.zone, office.fines_from)) return undefined
  const tariff = ruleAt(office.rules, tariffOf(kind, channel), occurred_at)
  return {
    fine_id: `${kind}:${no}`,
    kind,
    channel: channel ?? null,
    ...facts,
    occurred_at,
    amount: tariff.value,
    because: [...facts.because, { article: ARTICLE[kind], rule: tariff }],
  }
}

const TARIFF_OF: Readonly<Record<Channel, RuleKey>> = {
  'telecom-10000': 'fine_telecom_10000',
  'mayor-hotline': 'fine_mayor_hotline',
  'bureau-leader': 'fine_bureau_leader',
  'company-leader': 'fine_company_leader',
}

function tariffOf(kind: Kind, channel: Channel | undefined): RuleKey {
  if (channel !== undefined) return TARIFF_OF[channel]
  return kind === 'overdue' ? 'fine_overdue' : 'fine_repeat'
}
