import { KEYS, chunksOf } from '../kernel/chunks.ts'
import type { ReadDb } from '../kernel/db.ts'
import { rulesOf } from '../office/rules.ts'
import type { DatedRule } from '../office/rules.ts'
import type { AsOf } from './booking.ts'
import { CASE_COLUMNS, repeatFinding } from './rules.ts'
import type { CaseTicket, Finding } from './rules.ts'
import type { Span } from './span.ts'

const FIELDS = `t.ticket_no, t.fault_class, t.account_no, t.phone_key, t.place_key, t.reported_at, t.repaired_at`
/** The report `r` and a repair `e` of the same class before it, within the longest window that was ever in force. */
const WITHIN = `
  e.repaired_at <= r.reported_at and e.repaired_at >= r.reported_at - $3
  and e.fault_class = r.fault_class and e.ticket_no <> r.ticket_no`

/**
 * The reports of a span and the repairs before them, each read once in the order of time, then matched by account, by
 * any phone, and by place where either has no phone: ways in which they may be the same customer. `earlierRepair` decides.
 */
const PAIRS = `
  with r as materialized (
    select ${FIELDS} from ticket t where t.reported_at >= $1 and t.reported_at < $2 and t.void_at is null),
  e as materialized (
    select ${FIELDS} from ticket t
    where t.repaired_at is not null and t.repaired_at >= $1 - $3 and t.repaired_at < $2 and t.void_at is null),
  further_r as materialized (
    select p.digits, r.ticket_no, r.fault_class, r.reported_at from r cross join ticket_phone p
    where p.ticket_no = r.ticket_no),
  further_e as materialized (
    select p.digits, e.ticket_no, e.fault_class, e.repaired_at from e cross join ticket_phone p
    where p.ticket_no = e.ticket_no)
  select r.ticket_no as report, e.ticket_no as repair from r cross join e
  where r.account_no is not null and e.account_no = r.account_no and ${WITHIN}
  union all select r.ticket_no, e.ticket_no from r cross join e where e.phone_key = r.phone_key and ${WITHIN}
  union all select r.ticket_no, e.ticket_no from r cross join further_e e where e.digits = r.phone_key and ${WITHIN}
  union all select r.ticket_no, e.ticket_no from further_r r cross join e where e.phone_key = r.digits and ${WITHIN}
  union all select r.ticket_no, e.ticket_no from further_r r cross join further_e e where e.digits = r.digits and ${WITHIN}
  union all select r.ticket_no, e.ticket_no from r cross join e
  where e.place_key = r.place_key and r.phone_key is null and ${WITHIN}
  union all select r.ticket_no, e.ticket_no from r cross join e
  where e.place_key = r.place_key and e.phone_key is null and ${WITHIN}`

/** The repeats reported in a span. */
export async function readRepeats(db: ReadDb, { office }: AsOf, { from, to }: Span): Promise<Finding[]> {
  const repairsOf = new Map<string, string[]>()
  for (const row of await db.all(PAIRS, [from, to, longestWindow(office.rules)])) {
    const known = repairsOf.get(String(row.report))
    if (known === undefined) repairsOf.set(String(row.report), [String(row.repair)])
    else known.push(String(row.repair))
  }
  const tickets = await readCases(db, [...new Set([...repairsOf.keys(), ...[...repairsOf.values()].flat()])])
  const known = (numbers: Iterable<string>): CaseTicket[] => [...numbers].flatMap((no) => tickets.get(no) ?? [])
  return known(repairsOf.keys()).flatMap((report) => {
    return repeatFinding(report, known(repairsOf.get(report.ticket_no) ?? []), office) ?? []
  })
}

const CASES = `select ${CASE_COLUMNS.join(', ')} from ticket where ticket_no in ${KEYS}`

async function readCases(db: ReadDb, numbers: readonly string[]): Promise<Map<string, CaseTicket>> {
  const found = new Map<string, CaseTicket>()
  for (const chunk of chunksOf(numbers)) {
    // Strict columns guarantee the shape.
    for (const ticket of (await db.all(CASES, chunk)) as unknown as CaseTicket[]) found.set(ticket.ticket_no, ticket)
  }
  return found
}

/** Ways in which two tickets may be of one customer, the first one leading to the second by an index. */
export const sameAs = (a: string, b: string): string[] => [
  `${b}.account_no = ${a}.account_no`,
  `${b}.phone_key = ${a}.phone_key`,
  `${b}.place_key = ${a}.place_key`,
  `${b}.ticket_no in (select ticket_no from ticket_phone where digits = ${a}.phone_key)`,
  `${b}.phone_key in (select digits from ticket_phone where ticket_no = ${a}.ticket_no)`,
  `${b}.ticket_no in (
    select q.ticket_no from ticket_phone p join ticket_phone q on q.digits = p.digits where p.ticket_no = ${a}.ticket_no)`,
]
const REPORTED = `r.reported_at >= $1 and r.reported_at < $2 and r.void_at is null and e.void_at is null and ${WITHIN}`
/** Reports of a span, of which the report or the repair that it may blame changed since a month close last looked. */
const STIRRED = [
  ...sameAs('r', 'e').map(
    (same) => `
    select r.ticket_no from ticket r cross join ticket e
    where r.settled_revision <> r.revision and ${REPORTED} and ${same}`,
  ),
  ...sameAs('e', 'r').map(
    (same) => `
    select r.ticket_no from ticket e cross join ticket r
    where e.settled_revision <> e.revision and e.repaired_at is not null
      and e.repaired_at >= $1 - $3 and e.repaired_at < $2 and ${REPORTED} and ${same}`,
  ),
  // Never `union`: to merge it, the engine would read all tickets in the order of their numbers.
].join(' union all ')

/** The reports of a span that a change may have made repeats. */
export async function readStirredReports(db: ReadDb, { office }: AsOf, { from, to }: Span): Promise<Set<string>> {
  const rows = await db.all(STIRRED, [from, to, longestWindow(office.rules)])
  return new Set(rows.map((row) => String(row.ticket_no)))
}

/** The longest repeat window that was ever in force, in seconds. */
export function longestWindow(rules: readonly DatedRule[]): number {
  return Math.max(30, ...rulesOf(rules, 'repeat_days').map((rule) => rule.value)) * 86_400
}
