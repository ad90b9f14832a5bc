import type { ReadDb } from '../kernel/db.ts'
import { rulesOf } from '../office/rules.ts'
import type { DatedRule } from '../office/rules.ts'
import { readTickets } from '../ticket/queries.ts'
import type { Ticket } from '../ticket/ticket.ts'
import type { AsOf } from './booking.ts'
import { repeatFinding } from './rules.ts'
import type { Finding } from './rules.ts'
import type { Span } from './span.ts'

/** The report `r` and a repair `e` of the same class before it, within the longest window that was ever in force. */
const WITHIN = `
  r.reported_at >= $1 and r.reported_at < $2 and r.void_at is null
  and e.repaired_at <= r.reported_at and e.repaired_at >= r.reported_at - $3
  and e.void_at is null and e.fault_class = r.fault_class and e.ticket_no <> r.ticket_no`

/**
 * Whoever may be the same customer, each way of telling one by an index: account, first phones, further phones, place
 * where either has no phone. `earlierRepair` decides.
 */
const PAIRS = `
  select r.ticket_no as report, e.ticket_no as repair
  from ticket r cross join ticket e where e.account_no = r.account_no and ${WITHIN}
  union select r.ticket_no, e.ticket_no
  from ticket r cross join ticket e where e.phone_key = r.phone_key and ${WITHIN}
  union select r.ticket_no, e.ticket_no
  from ticket r cross join ticket_phone p cross join ticket e
  where p.digits = r.phone_key and e.ticket_no = p.ticket_no and ${WITHIN}
  union select r.ticket_no, e.ticket_no
  from ticket r cross join ticket_phone p cross join ticket e
  where p.ticket_no = r.ticket_no and e.phone_key = p.digits and ${WITHIN}
  union select r.ticket_no, e.ticket_no
  from ticket r cross join ticket_phone p cross join ticket_phone q cross join ticket e
  where p.ticket_no = r.ticket_no and q.digits = p.digits and e.ticket_no = q.ticket_no and ${WITHIN}
  union select r.ticket_no, e.ticket_no
  from ticket r cross join ticket e where r.phone_key is null and e.place_key = r.place_key and ${WITHIN}
  union select r.ticket_no, e.ticket_no
  from ticket r cross join ticket e where e.phone_key is null and e.place_key = r.place_key and ${WITHIN}
  order by 1, 2`

/** The repeats reported in a span. */
export async function readRepeats(db: ReadDb, { office }: AsOf, { from, to }: Span): Promise<Finding[]> {
  const pairs = await db.all(PAIRS, [from, to, longestWindow(office.rules)])
  const repairsOf = new Map<string, string[]>()
  for (const row of pairs) {
    const report = String(row.report)
    repairsOf.set(report, [...(repairsOf.get(report) ?? []), String(row.repair)])
  }
  const tickets = await readTickets(db, [...new Set([...repairsOf.keys(), ...[...repairsOf.values()].flat()])])
  const known = (numbers: Iterable<string>): Ticket[] => [...numbers].flatMap((no) => tickets.get(no) ?? [])
  return known(repairsOf.keys()).flatMap((report) => {
    return repeatFinding(report, known(repairsOf.get(report.ticket_no) ?? []), office) ?? []
  })
}

/** The longest repeat window that was ever in force, in seconds. */
export function longestWindow(rules: readonly DatedRule[]): number {
  return Math.max(30, ...rulesOf(rules, 'repeat_days').map((rule) => rule.value)) * 86_400
}
