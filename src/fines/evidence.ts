import type { ReadDb } from '../kernel/db.ts'
import type { DatedRule } from '../office/rules.ts'
import { earlierRepair } from '../ticket/repeat.ts'
import type { Ticket } from '../ticket/ticket.ts'
import { deadlineOf } from '../ticket/rules.ts'
import type { DeadlineVerdict } from '../ticket/rules.ts'
import type { AsOf } from './booking.ts'
import type { LiableComplaint } from './complaint.ts'
import type { LedgerLine } from './decision.ts'
import { keptLiability } from './fine.ts'
import { movedSince } from './moved.ts'
import type { FineFile } from './read-fines.ts'
import { entryOf, factsBefore, factsOfNow, officeBefore } from './past.ts'
import type { Facts } from './past.ts'
import { complaintFinding, overdueFinding, repeatFinding } from './rules.ts'
import type { Finding } from './rules.ts'

/** What a fine rests on by the facts of one moment: now, or when it was decided on. */
export interface Evidence {
  readonly asOf: AsOf
  readonly finding: Finding | undefined
  /** The slip: of an overdue repair, of a repeat the second report, of a complaint what it is about. */
  readonly ticket: Ticket | undefined
  readonly clock: DeadlineVerdict | undefined
  /** The repair that did not last. */
  readonly earlier: Ticket | undefined
  readonly complaint: LiableComplaint | undefined
  /** The dated rules that decided. */
  readonly rules: readonly (DatedRule & { readonly article: string })[]
}

export async function readEvidence(db: ReadDb, asOf: AsOf, fineId: string): Promise<Evidence> {
  return evidenceFrom(factsOfNow(db), asOf, fineId)
}

/**
 * What a decision was taken on, as the journal tells it: of a fine that was booked its last confirmation, of any other
 * the last decision. Absent where the journal knows nothing of it.
 */
export async function readDecided(
  db: ReadDb,
  asOf: AsOf,
  { fineId, history }: FineFile,
): Promise<Evidence | undefined> {
  const confirmed = history.lines.findLastIndex(({ entry }) => entry === 'confirm')
  if (confirmed === -1) return readDecidedOn(db, asOf, fineId, history.decisions.at(-1))
  const booked = history.lines.slice(confirmed).filter(({ entry }) => entry !== 'reverse')
  let first: Evidence | undefined
  // A correction may have booked what the records said by then.
  for (const line of booked) {
    const evidence = await readBookedOn(db, asOf, { fineId, history }, line)
    const last = booked.at(-1) ?? line
    if (evidence?.finding !== undefined && !movedSince(last, evidence.finding, history)) return evidence
    first ??= evidence
  }
  return first
}

/** What a line was booked on. */
async function readBookedOn(
  db: ReadDb,
  asOf: AsOf,
  { fineId, history }: Pick<FineFile, 'fineId' | 'history'>,
  line: LedgerLine,
): Promise<Evidence | undefined> {
  const entry = await entryOf(db, fineId, 'ledger_line', line.line)
  if (entry === undefined) return undefined
  const at = { ...asOf, now: line.decided_at }
  const evidence = await evidenceBefore(db, at, fineId, entry)
  // Of a repeat that was moved to somebody else the line does not tell whose repair was blamed.
  const isSure = keptLiability(history) === undefined && evidence.finding !== undefined
  if (line.kind !== 'repeat' || (isSure && !movedSince(line, evidence.finding, history))) return evidence
  return evidenceBefore(db, at, fineId, entry, true)
}

/** What one decision was taken on. */
export async function readDecidedOn(
  db: ReadDb,
  asOf: AsOf,
  fineId: string,
  decision: FineFile['history']['decisions'][number] | undefined,
): Promise<Evidence | undefined> {
  const entry = decision && (await entryOf(db, fineId, 'decision', decision.decision))
  if (decision === undefined || entry === undefined) return undefined
  const at = { ...asOf, now: decision.decided_at }
  const evidence = await evidenceBefore(db, at, fineId, entry)
  // The slip of the earlier repair may have been put right since.
  return evidence.finding === undefined ? evidenceBefore(db, at, fineId, entry, true) : evidence
}

/** What was known just before an entry of the journal; `all`: whatever was amended since was perhaps alike then. */
async function evidenceBefore(db: ReadDb, at: AsOf, fineId: string, entry: number, all = false): Promise<Evidence> {
  const then = { ...at, office: await officeBefore(db, at.office, entry) }
  return evidenceFrom(factsBefore(db, entry), then, fineId, all)
}

async function evidenceFrom(facts: Facts, asOf: AsOf, fineId: string, all = false): Promise<Evidence> {
  const { office, now } = asOf
  const [kind, no] = partsOf(fineId)
  const complaint = kind === 'complaint' ? await facts.complaint(no) : undefined
  const ticketNo = kind === 'complaint' ? complaint?.ticket_no : no
  const ticket = typeof ticketNo === 'string' ? await facts.ticket(ticketNo) : undefined
  const others = kind === 'repeat' && ticket !== undefined ? await facts.others(ticket, all) : []
  const finding =
    complaint !== undefined
      ? complaintFinding(complaint, office)
      : ticket === undefined
        ? undefined
        : kind === 'overdue'
          ? overdueFinding(ticket, office, now)
          : repeatFinding(ticket, others, office)
  return {
    asOf,
    finding,
    ticket,
    clock: ticket === undefined ? undefined : deadlineOf(ticket, office.rules),
    earlier: kind === 'repeat' && ticket !== undefined ? earlierRepair(ticket, others, office.rules) : undefined,
    complaint,
    rules: (finding?.because ?? []).flatMap(({ article, rule }) => (rule === undefined ? [] : [{ ...rule, article }])),
  }
}

/** One finding by its id, from the facts of some moment. */
export async function readFindingFrom(facts: Facts, asOf: AsOf, fineId: string): Promise<Finding | undefined> {
  return (await evidenceFrom(facts, asOf, fineId)).finding
}

function partsOf(fineId: string): [kind: string, no: string] {
  const colon = fineId.indexOf(':')
  return [fineId.slice(0, colon), fineId.slice(colon + 1)]
}
