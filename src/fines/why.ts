import { readableTime } from '../kernel/calendar.ts'
import { codeWords } from '../kernel/messages/codes.ts'
import { whyWords as t } from '../kernel/messages/why.ts'
import { yuanText } from '../kernel/money.ts'
import type { Text } from '../kernel/text.ts'
import type { Instant } from '../kernel/zone.ts'
import { isFen } from '../office/rules.ts'
import type { Ticket } from '../ticket/ticket.ts'
import type { AsOf } from './booking.ts'
import type { Evidence } from './evidence.ts'
import type { FoundFine } from './find-fine.ts'
import { spanWords } from './span-words.ts'

/** The reasoning as a person would give it, one sentence for each step: why at all, why this person, why this much. */
export function whyOf(found: FoundFine, evidence: Evidence, asOf: AsOf): Text[] {
  if (found.finding === undefined) return [t.groundGone, ...correctionOf(found, asOf)]
  return [...groundOf(found, evidence, asOf), ...liabilityOf(found, evidence, asOf), ...tariffOf(evidence, asOf)]
}

function groundOf({ fine }: FoundFine, evidence: Evidence, asOf: AsOf): Text[] {
  const at = timeIn(asOf)
  const { ticket, clock, earlier, complaint } = evidence
  if (complaint !== undefined) {
    return [t.complained(codeWords.channel[complaint.channel], at(complaint.received_at)), t.noExcuses]
  }
  if (ticket === undefined) return []
  if (earlier !== undefined && earlier.repaired_at !== null) {
    const days = evidence.rules.find((rule) => rule.key === 'repeat_days')?.value ?? 0
    const between = spanWords(ticket.reported_at - earlier.repaired_at)
    return [t.reportedAgain(at(ticket.reported_at), between, earlier.ticket_no, at(earlier.repaired_at), days)]
  }
  return [deadlineText(ticket, clock, at), lateText(ticket, fine.occurred_at, asOf)]
}

function deadlineText(ticket: Ticket, clock: Evidence['clock'], at: (instant: Instant) => string): Text {
  const deadline = at(clock?.deadline ?? 0)
  if (clock?.rule === undefined) return t.approvedDeadline(deadline, ticket.approved_by ?? '')
  const word = codeWords.fault_class[ticket.fault_class]
  return t.countedDeadline(word, at(ticket.reported_at), clock.rule.value, deadline, clock.article)
}

function lateText({ repaired_at }: Ticket, deadline: Instant, asOf: AsOf): Text {
  const late = spanWords((repaired_at ?? asOf.now) - deadline)
  return repaired_at === null ? t.stillOpen(late) : t.repairedLate(timeIn(asOf)(repaired_at), late)
}

/** Whoever is blamed, and for what he did. */
function liabilityOf(found: FoundFine, { ticket, earlier }: Evidence, asOf: AsOf): Text[] {
  const moved = correctionOf(found, asOf)
  if (moved.length > 0) return moved
  const { branch, maintainer } = found.fine
  if (ticket === undefined) return [t.asComplained(branch, maintainer)]
  const blamed = earlier ?? ticket
  if (maintainer === null) return [t.nobody(branch)]
  return [blamed.repaired_by === maintainer ? t.repairer(branch, maintainer) : t.sent(branch, maintainer)]
}

function correctionOf({ history }: FoundFine, asOf: AsOf): Text[] {
  const last = history.decisions.findLast((decision) => decision.verdict === 'correct')
  if (last === undefined) return []
  const who = [last.branch, last.maintainer].filter((part) => part !== null).join(' ')
  return [t.moved(who, last.decided_by, timeIn(asOf)(last.decided_at), last.reason ?? '')]
}

function tariffOf({ rules }: Evidence, asOf: AsOf): Text[] {
  const tariff = rules.find((rule) => isFen(rule.key))
  if (tariff === undefined) return []
  const since = tariff.from_at === 0 ? undefined : timeIn(asOf)(tariff.from_at)
  return [t.tariff(yuanText(tariff.value), tariff.article, since)]
}

function timeIn({ office }: AsOf): (instant: Instant) => string {
  return (instant) => readableTime(office.zone, instant)
}
