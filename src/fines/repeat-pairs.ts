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
  select r.ticket_no as report, e.ticket_no as repair from r cross join e where e.account_no = r.account_no and ${WITHIN}
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

/** Reports of a span that may blame a repair which changed since a month close last looked. */
const STIRRED = [
  `r.account_no = e.account_no`,
  `r.phone_key = e.phone_key`,
  `r.place_key = e.place_key`,
  `r.ticket_no in (select ticket_no from ticket_phone where digits = e.phone_key)`,
  `r.phone_key in (select digits from ticket_phone where ticket_no = e.ticket_no)`,
  `r.ticket_no in (select q.ticket_no from ticket_phone p join ticket_phone q on q.digits = p.digits where p.ticket_no = e.ticket_no)`,
]
  .map(
    (same) => `
  select r.ticket_no from ticket e cross join ticket r
  where e.settled_revision <> e.revision and e.repaired_at is not null and e.repaired_at >= $1 - $3 and e.repaired_at < $2
    and r.reported_at >= $1 and r.reported_at < $2 and ${WITHIN} and ${same}`,
  )
  .join(' union ')

/** The reports of a span that a changed repair may have made repeats. */
export async function readReportsAfterChanges(db: ReadDb, { office }: AsOf, { from, to }: Span): Promise<string[]> {
  return (await db.all(STIRRED, [from, to, longestWindow(office.rules)])).map((row) => String(row.ticket_no))
}

/** The longest repeat window that was ever in force, in seconds. */
export function longestWindow(rules: readonly DatedRule[]): number {
  return Math.max(30, ...rulesOf(rules, 'repeat_days').map((rule) => rule.value)) * 86_400
}
