import { readableTime } from '../kernel/calendar.ts'
import { codeWords } from '../kernel/messages/codes.ts'
import { decidedWords as d } from '../kernel/messages/fines.ts'
import { whyWords as t } from '../kernel/messages/why.ts'
import { yuanText } from '../kernel/money.ts'
import { joined } from '../kernel/text.ts'
import type { Text } from '../kernel/text.ts'
import type { Instant } from '../kernel/zone.ts'
import { isFen } from '../office/rules.ts'
import type { DatedRule } from '../office/rules.ts'
import type { AsOf } from './booking.ts'
import { standingLine } from './decision.ts'
import type { History, LedgerLine } from './decision.ts'
import type { Evidence } from './evidence.ts'
import { movedSince } from './moved.ts'
import { spanWords } from './span-words.ts'

/** What is asked about: a fine's history, the facts of now, and those that it was decided on. */
interface Asked {
  readonly history: History
  readonly now: Evidence
  readonly decided: Evidence | undefined
  /** Branch names by code. */
  readonly names: ReadonlyMap<string, string>
}

/**
 * The reasoning as a person would give it, one sentence for each step: why at all, why this person, why this much. What was
 * booked is explained by the facts it was booked on; what the records say otherwise by now follows.
 */
export function whyOf({ history, now, decided, names }: Asked): Text[] {
  const line = standingLine(history)
  if (line === undefined && now.finding !== undefined) return reasonsOf(now, history, names, true)
  const isTold = decided?.finding !== undefined && (line === undefined || !movedSince(line, decided.finding, history))
  const reasons = isTold ? reasonsOf(decided, history, names, false) : []
  if (line !== undefined && !isTold)
    reasons.push(
      d.asBooked(yuanText(line.amount), whoIs(line, names), line.decided_by, timeIn(now.asOf)(line.decided_at)),
    )
  if (now.finding === undefined)
    return [...reasons, ...voidOf(now), line === undefined ? d.nothingBooked : t.groundGone]
  const otherwise = reasonsOf(now, history, names, true).filter((text) => !reasons.some(({ en }) => en === text.en))
  if (otherwise.length === 0) return reasons
  const again = line !== undefined && movedSince(line, now.finding, history) ? [d.decideAgain] : []
  return [...reasons, d.recordsNow(joined(otherwise, { en: '; ', zh: '；' })), ...again]
}

type Names = Asked['names']

function reasonsOf(evidence: Evidence, history: History, names: Names, isNow: boolean): Text[] {
  return [...groundText(evidence, isNow), ...liabilityOf(evidence, history, names), ...tariffOf(evidence)]
}

/** Why it is a case at all. */
export function groundText(evidence: Evidence, isNow: boolean): Text[] {
  const at = timeIn(evidence.asOf)
  const { ticket, earlier, complaint } = evidence
  if (complaint !== undefined) {
    return [t.complained(codeWords.channel[complaint.channel], at(complaint.received_at)), t.noExcuses]
  }
  if (ticket === undefined) return []
  if (earlier !== undefined && earlier.repaired_at !== null) {
    const rule = evidence.rules.find(({ key }) => key === 'repeat_days')
    const between = spanWords(ticket.reported_at - earlier.repaired_at)
    const [reported, repaired] = [at(ticket.reported_at), at(earlier.repaired_at)]
    return [dated(t.reportedAgain(reported, between, earlier.ticket_no, repaired, rule?.value ?? 0), rule, at)]
  }
  return [...deadlineText(evidence), ...lateText(evidence, isNow)]
}

function deadlineText({ ticket, clock, asOf }: Evidence): Text[] {
  if (ticket === undefined || clock?.deadline === undefined) return []
  const at = timeIn(asOf)
  const deadline = at(clock.deadline)
  if (clock.rule === undefined) return [t.approvedDeadline(deadline, ticket.approved_by ?? '')]
  const word = codeWords.fault_class[ticket.fault_class]
  const counted = t.countedDeadline(word, at(ticket.reported_at), clock.rule.value, deadline, clock.article)
  return [dated(counted, clock.rule, at)]
}

/** A rule that was not in force from the beginning is named with its date. */
function dated(said: Text, rule: DatedRule | undefined, at: (instant: Instant) => string): Text {
  return rule === undefined || rule.from_at === 0 ? said : joined([said, d.ruleSince(at(rule.from_at))])
}

function lateText({ ticket, clock, asOf }: Evidence, isNow: boolean): Text[] {
  if (ticket === undefined || clock?.deadline === undefined) return []
  const late = spanWords((ticket.repaired_at ?? asOf.now) - clock.deadline)
  const at = timeIn(asOf)
  if (ticket.repaired_at !== null) return [t.repairedLate(at(ticket.repaired_at), late)]
  return [isNow ? t.stillOpen(late) : d.openWhenDecided(at(asOf.now), late)]
}

/** Whoever is blamed, and for what he did. */
function liabilityOf({ ticket, earlier, finding, asOf }: Evidence, history: History, names: Names): Text[] {
  const moved = correctionOf(history, asOf, names)
  if (moved.length > 0 || finding === undefined) return moved
  const { maintainer } = finding
  const branch = nameOf(names, finding.branch)
  if (ticket === undefined) return [t.asComplained(branch, maintainer)]
  const blamed = earlier ?? ticket
  const before = blamed.branch === finding.branch ? [] : [t.beforeMerge(branch)]
  if (maintainer === null) return [t.nobody(branch), ...before]
  return [blamed.repaired_by === null ? t.sent(branch, maintainer) : t.repairer(branch, maintainer), ...before]
}

function nameOf(names: Names, code: string): string {
  return names.get(code) ?? code
}

function correctionOf({ decisions }: History, asOf: AsOf, names: Names): Text[] {
  const last = decisions.findLast((decision) => decision.verdict === 'correct')
  if (last === undefined) return []
  const branch = nameOf(names, last.branch ?? '')
  return [t.moved(branch, last.maintainer, last.decided_by, timeIn(asOf)(last.decided_at), last.reason ?? '')]
}

function whoIs({ branch, maintainer }: LedgerLine, names: Names): string {
  return `${nameOf(names, branch)} ${maintainer ?? ''}`.trim()
}

function tariffOf({ rules, asOf }: Evidence): Text[] {
  const tariff = rules.find((rule) => isFen(rule.key))
  if (tariff === undefined) return []
  const since = tariff.from_at === 0 ? undefined : timeIn(asOf)(tariff.from_at)
  return [t.tariff(yuanText(tariff.value), tariff.article, since)]
}

/** What became of the slip or the complaint. */
function voidOf({ ticket, complaint, asOf }: Evidence): Text[] {
  const [no, record] = complaint === undefined ? [ticket?.ticket_no, ticket] : [complaint.complaint_no, complaint]
  if (no === undefined || record === undefined || record.void_at === null) return []
  return [d.voidSince(no, timeIn(asOf)(record.void_at), record.void_reason ?? '')]
}

function timeIn({ office }: AsOf): (instant: Instant) => string {
  return (instant) => readableTime(office.zone, instant)
}
