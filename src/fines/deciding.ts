import { monthAt, readableTime } from '../kernel/calendar.ts'
import type { Month } from '../kernel/calendar.ts'
import { Fault } from '../kernel/faults.ts'
import { fineWords as t } from '../kernel/messages/fines.ts'
import type { Text } from '../kernel/text.ts'
import { bookedMonth } from './booking.ts'
import type { AsOf } from './booking.ts'
import type { Liability } from './complaint.ts'
import { standingLine } from './decision.ts'
import type { Decision, Ground, History, LedgerLine } from './decision.ts'
import { standingDismissal } from './fine.ts'
import type { Fine } from './fine.ts'
import type { FoundFine } from './find-fine.ts'
import { differing } from './moved.ts'
import type { Finding } from './rules.ts'

/** What a decision writes, and what is said about it; plain data. */
export interface Plan {
  readonly decision: Omit<Decision, 'decision'>
  readonly lines: readonly Omit<LedgerLine, 'line'>[]
  readonly notes: readonly Text[]
}

interface Word {
  readonly by: string
  readonly reason: string | null
}

/** Art. 3.0: verified. Books a line; of a fine that stands confirmed it only keeps the note. */
export function planConfirm(fine: Fine, history: History, word: Word, asOf: AsOf): Plan {
  const decision = draft(fine, 'confirm', word, asOf)
  const standing = standingLine(history)
  if (standing !== undefined) {
    return { decision, lines: [], notes: [t.confirmedAlready(fine.fine_id, standing.decided_by, at(standing, asOf))] }
  }
  const line = lineOf(fine, fine, 'confirm', word, asOf)
  return { decision, lines: [line], notes: laterNotes(fine.fine_id, line) }
}

/** Art. 3.0, 3.3: not to be paid, on a ground; no excuses for a complaint. Takes back what was booked. */
export function planDismiss(fine: Fine, history: History, ground: Ground, word: Word, asOf: AsOf): Plan {
  if (ground === 'excused' && fine.kind === 'complaint') throw new Fault('NO_EXCUSES', t.noExcuses(fine.fine_id))
  const decision = { ...draft(fine, 'dismiss', word, asOf), ground }
  const lines = reversalOf(history, word, asOf)
  const before = lines.length > 0 ? undefined : standingDismissal(history)
  const same = before !== undefined && before.ground === ground
  const again = same ? [t.dismissedAlready(fine.fine_id, before.decided_by, at(before, asOf))] : []
  return { decision, lines, notes: [...again, ...lines.flatMap((line) => laterNotes(fine.fine_id, line))] }
}

/**
 * Moves the liability: of a confirmed fine by a reversal and a new line, which says what the records say now; of any other
 * for its confirmation.
 */
export function planCorrect({ fine, finding, history }: FoundFine, to: Liability, word: Word, asOf: AsOf): Plan {
  const decision = { ...draft(fine, 'correct', word, asOf), branch: to.branch, maintainer: to.maintainer }
  const said = { ...fine, ...factsOf(finding, asOf), ...to }
  const isSame = standingLine(history) === undefined ? isSameLiability(fine, to) : differing(fine, said).length === 0
  if (isSame) {
    return {
      decision,
      lines: [],
      notes: [t.correctedAlready(fine.fine_id, [to.branch, to.maintainer ?? ''].join(' ').trim())],
    }
  }
  const reversal = reversalOf(history, word, asOf)
  if (reversal.length === 0) return { decision, lines: [], notes: [t.keptForLater(fine.fine_id)] }
  const line = lineOf(said, to, 'correct', word, asOf)
  return { decision, lines: [...reversal, line], notes: laterNotes(fine.fine_id, line) }
}

function isSameLiability(a: Liability, b: Liability): boolean {
  return a.branch === b.branch && a.maintainer === b.maintainer
}

/** What the records say of the case, where they still do. */
function factsOf(finding: Finding | undefined, { office }: AsOf): Partial<Fine> {
  if (finding === undefined) return {}
  const { channel, ticket_no, occurred_at, amount } = finding
  return { month: monthAt(office.zone, occurred_at), channel, ticket_no, occurred_at, amount }
}

function draft(fine: Fine, verdict: Decision['verdict'], { by, reason }: Word, { now }: AsOf): Plan['decision'] {
  const { fine_id } = fine
  return { fine_id, verdict, ground: null, reason, branch: null, maintainer: null, decided_at: now, decided_by: by }
}

function reversalOf(history: History, { by, reason }: Word, asOf: AsOf): Plan['lines'] {
  const standing = standingLine(history)
  if (standing === undefined) return []
  const { line: _, ...booked } = standing
  const booked_month = bookedMonth(booked.month, asOf)
  const amount = -booked.amount
  return [{ ...booked, booked_month, amount, entry: 'reverse', decided_at: asOf.now, decided_by: by, reason }]
}

function lineOf(
  fine: Fine,
  to: Liability,
  entry: 'confirm' | 'correct',
  { by, reason }: Word,
  asOf: AsOf,
): Omit<LedgerLine, 'line'> {
  const { fine_id, month, kind, channel, ticket_no, occurred_at, amount } = fine
  return {
    booked_month: bookedMonth(month, asOf),
    month,
    fine_id,
    kind,
    channel,
    ticket_no,
    occurred_at,
    amount,
    branch: to.branch,
    maintainer: to.maintainer,
    entry,
    decided_at: asOf.now,
    decided_by: by,
    reason,
  }
}

function at({ decided_at }: { decided_at: number }, { office }: AsOf): string {
  return readableTime(office.zone, decided_at)
}

function laterNotes(fineId: string, { month, booked_month }: { month: Month; booked_month: Month }): Text[] {
  return month === booked_month ? [] : [t.bookedLater(fineId, month, booked_month)]
}
