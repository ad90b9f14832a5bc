import type { RuleKey } from '../office/rules.ts'
import { sameAs } from './repeat-pairs.ts'

/** The line that each confirmed fine stands on, with the number in its id. */
export const STANDING = `
  select l.fine_id, l.kind, l.channel, l.ticket_no, l.occurred_at, l.amount, l.branch, l.maintainer,
    substr(l.fine_id, length(l.kind) + 2) as no
  from ledger_line l
  where l.entry <> 'reverse'
    and not exists (select 1 from ledger_line n where n.fine_id = l.fine_id and n.line > l.line)`

/** The value of a rule at a moment. */
const rule = (key: string, at: string): string => `
  (select u.value from rule u where u.key = ${key} and u.from_at <= ${at} order by u.from_at desc limit 1)`
const ruleAt = (key: RuleKey, at: string): string => rule(`'${key}'`, at)

const DEADLINE = `case t.fault_class when 'severe' then t.approved_deadline
  when 'line' then t.reported_at + 3600 * ${ruleAt('line_hours', 't.reported_at')}
  else t.reported_at + 3600 * ${ruleAt('network_hours', 't.reported_at')} end`

/** Late by now ($1). */
const overdue = (no: string, also: string): string => `
  exists (select 1 from ticket t where t.ticket_no = ${no} and t.void_at is null and t.filed = 0
    and coalesce(t.repaired_at, $1) > ${DEADLINE} and ${also})`

/** A repair of the same first phone within the window, where no account says otherwise. */
const repeat = (no: string, also: string): string => `
  exists (select 1 from ticket r cross join ticket e
    where r.ticket_no = ${no} and r.void_at is null
      and e.phone_key = r.phone_key and e.void_at is null and e.ticket_no <> r.ticket_no
      and e.fault_class = r.fault_class
      and (r.account_no is null or e.account_no is null or r.account_no = e.account_no)
      and e.repaired_at <= r.reported_at
      and e.repaired_at >= r.reported_at - 86400 * ${ruleAt('repeat_days', 'r.reported_at')} and ${also})`

const complaint = (no: string, also: string): string => `
  exists (select 1 from complaint c left join ticket t on t.ticket_no = c.ticket_no
    where c.complaint_no = ${no} and c.void_at is null and ${also})`

/** Another repair before the report, at or after the one that is blamed, of anybody who may be the same customer. */
const NO_LATER = sameAs('r', 'o')
  .map(
    (same) => `not exists (select 1 from ticket o where ${same} and o.void_at is null
      and o.ticket_no <> r.ticket_no and o.ticket_no <> e.ticket_no and o.fault_class = r.fault_class
      and o.repaired_at <= r.reported_at and o.repaired_at >= e.repaired_at)`,
  )
  .join(' and ')

const answers = (ticket: string): string =>
  `${ticket}.branch = s.branch and coalesce(${ticket}.repaired_by, ${ticket}.assigned_to, '') = coalesce(s.maintainer, '')`

const TARIFF = rule(
  `case s.kind when 'overdue' then 'fine_overdue' when 'repeat' then 'fine_repeat'
    else 'fine_' || replace(s.channel, '-', '_') end`,
  's.occurred_at',
)

/**
 * Confirmed fines but for those of which it is plain to see that all that was booked still follows from the records:
 * at `$1` now, with fines from `$2` on.
 */
export const DOUBTFUL = `
  select s.fine_id from (${STANDING}) as s
  where s.occurred_at < $2 or s.amount <> coalesce(${TARIFF}, -1) or s.fine_id <> s.kind || ':' || s.no or not (
    (s.kind = 'overdue' and s.ticket_no = s.no
      and ${overdue('s.no', `s.occurred_at = ${DEADLINE} and ${answers('t')}`)})
    or (s.kind = 'repeat' and s.ticket_no = s.no
      and ${repeat('s.no', `r.reported_at = s.occurred_at and ${answers('e')} and ${NO_LATER}`)})
    or (s.kind = 'complaint' and ${complaint(
      's.no',
      `c.received_at = s.occurred_at and c.channel = s.channel and coalesce(c.ticket_no, '') = coalesce(s.ticket_no, '')
        and coalesce(t.branch, c.branch) = s.branch
        and coalesce(t.repaired_by, t.assigned_to, c.maintainer, '') = coalesce(s.maintainer, '')`,
    )}))
  order by s.fine_id`

/** Fines that were decided on and do not stand confirmed, but for those whose ground is plain to see. */
export const UNBACKED = `
  select d.fine_id from (select distinct fine_id from decision) as d
  where not exists (
      select 1 from ledger_line l where l.fine_id = d.fine_id and l.entry <> 'reverse'
        and not exists (select 1 from ledger_line n where n.fine_id = l.fine_id and n.line > l.line))
    and not (
      (substr(d.fine_id, 1, 8) = 'overdue:' and ${overdue('substr(d.fine_id, 9)', `${DEADLINE} >= $2`)})
      or (substr(d.fine_id, 1, 7) = 'repeat:' and ${repeat('substr(d.fine_id, 8)', 'r.reported_at >= $2')})
      or (substr(d.fine_id, 1, 10) = 'complaint:' and ${complaint('substr(d.fine_id, 11)', 'c.received_at >= $2')}))
  order by d.fine_id`
