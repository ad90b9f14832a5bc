import { startOfDay } from '../kernel/calendar.ts'
import type { ReadDb } from '../kernel/db.ts'
import { rulesOf } from '../office/rules.ts'
import type { DatedRule } from '../office/rules.ts'
import { readSimilar, readTicket } from '../ticket/queries.ts'
import type { Ticket } from '../ticket/ticket.ts'
import type { AsOf } from './booking.ts'
import { readComplaint, readComplaints, readUnsettledComplaints } from './complaint-queries.ts'
import { readRepeats, readStirredReports } from './repeat-pairs.ts'
import { CASE_COLUMNS, complaintFinding, overdueFinding, repeatFinding } from './rules.ts'
import type { CaseTicket, Finding } from './rules.ts'
import type { Span } from './span.ts'

const COLUMNS = CASE_COLUMNS.join(', ')
/** Whoever may have a deadline in the span and be late; `overdueFinding` decides. */
const perhapsOverdue = (also: string): string => `
  select ${COLUMNS} from ticket
  where reported_at >= $1 and reported_at < $2 and fault_class <> 'severe' and void_at is null and filed = 0
    and (repaired_at is null or repaired_at > reported_at + $3)${also}
  union all
  select ${COLUMNS} from ticket
  where approved_deadline is not null and approved_deadline >= $4 and approved_deadline < $2
    and fault_class = 'severe' and void_at is null and filed = 0
    and (repaired_at is null or repaired_at > approved_deadline)${also}`
const PERHAPS_OVERDUE = perhapsOverdue('')
/** Those that changed since a month close last looked. */
const STIRRED = perhapsOverdue(' and settled_revision <> revision')

/** How much is asked at once: enough for a quarter, so that ten years need no more memory. */
const STRETCH = 92 * 86_400

/** Everything that the facts say occurred in the span, in order of occurrence. */
export async function readFindings(db: ReadDb, asOf: AsOf, span: Span): Promise<Finding[]> {
  const first = Math.max(span.from, startOfDay(asOf.office.zone, asOf.office.fines_from))
  const found: Finding[] = []
  for (let from = first; from < span.to;) {
    const to = from > asOf.now ? span.to : Math.min(from + STRETCH, span.to)
    found.push(...(await readStretch(db, asOf, { from, to })))
    from = to
  }
  return inOrder(found)
}

async function readStretch(db: ReadDb, asOf: AsOf, { from, to }: Span): Promise<Finding[]> {
  const complaints = await readComplaints(db, from, to)
  const found = [
    ...(await readOverdue(db, asOf, { from, to })),
    ...(await readRepeats(db, asOf, { from, to })),
    ...complaints.flatMap((complaint) => complaintFinding(complaint, asOf.office) ?? []),
  ]
  return found.filter(({ occurred_at }) => occurred_at >= from && occurred_at < to)
}

async function readOverdue(
  db: ReadDb,
  { office, now }: AsOf,
  { from, to }: Span,
  sql = PERHAPS_OVERDUE,
): Promise<Finding[]> {
  const { shortest, longest } = hoursEver(office.rules)
  const rows = await db.all(sql, [from - longest * 3600, to, shortest * 3600, from])
  // Strict columns guarantee the shape.
  return (rows as unknown as CaseTicket[]).flatMap((ticket) => overdueFinding(ticket, office, now) ?? [])
}

/** The ids of findings of closed months that a change since the last close may have made. */
export async function readStirred(db: ReadDb, asOf: AsOf, span: Span): Promise<string[]> {
  return [
    ...(await readOverdue(db, asOf, span, STIRRED)).map((finding) => finding.fine_id),
    ...[...(await readStirredReports(db, asOf, span))].map((no) => `repeat:${no}`),
    ...(await readUnsettledComplaints(db, span)).map((no) => `complaint:${no}`),
  ]
}

/** The shortest and longest deadline that was ever in force, in hours. */
export function hoursEver(rules: readonly DatedRule[]): { shortest: number; longest: number } {
  const hours = [...rulesOf(rules, 'line_hours'), ...rulesOf(rules, 'network_hours')].map((rule) => rule.value)
  return { shortest: Math.min(24, ...hours), longest: Math.max(36, ...hours) }
}

function inOrder(found: readonly Finding[]): Finding[] {
  return [...found].sort((a, b) => a.occurred_at - b.occurred_at || (a.fine_id < b.fine_id ? -1 : 1))
}

/** One finding by its id; absent where the facts do not say so (any more). */
export async function readFinding(db: ReadDb, asOf: AsOf, fineId: string): Promise<Finding | undefined> {
  const colon = fineId.indexOf(':')
  const [kind, no] = [fineId.slice(0, colon), fineId.slice(colon + 1)]
  if (kind === 'complaint') {
    const complaint = await readComplaint(db, no)
    return complaint === undefined ? undefined : complaintFinding(complaint, asOf.office)
  }
  const ticket = await readTicket(db, no)
  if (ticket === undefined) return undefined
  if (kind === 'overdue') return overdueFinding(ticket, asOf.office, asOf.now)
  return kind === 'repeat' ? repeatFinding(ticket, await readOthers(db, ticket), asOf.office) : undefined
}

/** Whoever else may be the same customer. */
async function readOthers(db: ReadDb, ticket: Ticket): Promise<Ticket[]> {
  return (await readSimilar(db, ticket)).filter((other) => other.ticket_no !== ticket.ticket_no)
}
