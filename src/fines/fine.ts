import { monthAt } from '../kernel/calendar.ts'
import type { Month } from '../kernel/calendar.ts'
import type { Fen } from '../kernel/money.ts'
import type { Instant, Zone } from '../kernel/zone.ts'
import type { Channel } from './complaint.ts'
import { standingLine } from './decision.ts'
import type { Decision, Ground, History } from './decision.ts'
import type { Finding, Kind } from './rules.ts'

/** `reversed`: in the list of a month, a booked line that takes another one back. */
export const FINE_STATUSES = ['pending', 'confirmed', 'dismissed', 'reversed'] as const
export type FineStatus = (typeof FINE_STATUSES)[number]

/** A finding with what was decided about it. */
export interface Fine {
  readonly fine_id: string
  readonly month: Month
  readonly kind: Kind
  readonly channel: Channel | null
  readonly ticket_no: string | null
  readonly branch: string
  readonly maintainer: string | null
  readonly occurred_at: Instant
  readonly amount: Fen
  readonly status: FineStatus
  readonly decided_by: string | null
  readonly decided_at: Instant | null
  readonly ground: Ground | null
  readonly reason: string | null
  readonly booked_month: Month | null
}

/**
 * Art. 3.0: pending until a person decides, and the last decision counts. A confirmed fine stands with what was booked,
 * even if its ground has gone; one that was taken back stays as it was booked last. Absent: nothing to show.
 */
export function fineOf(found: Finding | undefined, history: History, zone: Zone): Fine | undefined {
  const line = standingLine(history)
  if (line !== undefined) {
    const { fine_id, month, kind, channel, ticket_no, branch, maintainer, occurred_at, amount, booked_month } = line
    const facts = { fine_id, month, kind, channel, ticket_no, branch, maintainer, occurred_at, amount }
    const { decided_by, decided_at, reason } = line
    return { ...facts, status: 'confirmed', decided_by, decided_at, ground: null, reason, booked_month }
  }
  const finding = found ?? bookedLast(history)
  if (finding === undefined) return undefined
  const { fine_id, kind, channel, ticket_no, occurred_at, amount } = finding
  const { branch, maintainer } = keptLiability(history) ?? finding
  const dismissal = standingDismissal(history)
  return {
    fine_id,
    month: monthAt(zone, occurred_at),
    kind,
    channel,
    ticket_no,
    branch,
    maintainer,
    occurred_at,
    amount,
    status: dismissal === undefined ? 'pending' : 'dismissed',
    decided_by: dismissal?.decided_by ?? null,
    decided_at: dismissal?.decided_at ?? null,
    ground: dismissal?.ground ?? null,
    reason: dismissal?.reason ?? null,
    booked_month: null,
  }
}

/** What was booked last, whatever became of it: money that was written down once is not forgotten. */
export function bookedLast({ lines }: History): Omit<Finding, 'because'> | undefined {
  return lines.findLast(({ entry }) => entry !== 'reverse')
}

/** The last correction says who answers, whatever the facts say. */
export function keptLiability({ decisions }: History): { branch: string; maintainer: string | null } | undefined {
  const last = decisions.findLast((d) => d.verdict === 'correct')
  return last === undefined || last.branch === null ? undefined : { branch: last.branch, maintainer: last.maintainer }
}

/** The dismissal that counts: the first of those that say the same. */
export function standingDismissal({ decisions }: History): Decision | undefined {
  let standing: Decision | undefined
  for (const decision of decisions) {
    if (decision.verdict === 'confirm') standing = undefined
    else if (decision.verdict === 'dismiss' && standing?.ground !== decision.ground) standing = decision
  }
  return standing
}

/** As lists show it. */
export interface NamedFine extends Fine {
  readonly branch_name: string
}
