import { readableTime, startOfDay } from '../kernel/calendar.ts'
import type { Month } from '../kernel/calendar.ts'
import type { ReadDb } from '../kernel/db.ts'
import { MOST_BREACHES, stated } from '../kernel/invariant.ts'
import type { Breach, Invariant } from '../kernel/invariant.ts'
import { fineInvariantWords as t } from '../kernel/messages/fine-invariants.ts'
import { invariantWords } from '../kernel/messages/invariants.ts'
import type { Fen } from '../kernel/money.ts'
import { rulesOf } from '../office/rules.ts'
import type { DatedRule, RuleKey } from '../office/rules.ts'
import type { AsOf } from './booking.ts'
import { hashOf } from './month-report.ts'
import { readClosedMonths, readMonthClose } from './queries.ts'
import type { MonthClose } from './queries.ts'
import { readAsOf, readFineFiles } from './read-fines.ts'
import type { SummaryRow } from './summary.ts'

/** What a closed month says is what it said when it was closed. */
const closedMonthsUnchanged: Invariant = {
  name: 'closed-months-unchanged',
  remedy: t.restoreMonth,
  async *breaches(db) {
    for (const month of await readClosedMonths(db)) {
      const close = await readMonthClose(db, month)
      if (close === undefined) continue
      if (hashOf(close) !== close.hash) yield { subject: month, what: t.monthChanged } satisfies Breach
      else if (totalOf(close) !== (await readBooked(db, month))) yield { subject: month, what: t.monthBookedLater }
    }
  },
}

function totalOf({ summary }: MonthClose): Fen {
  return (JSON.parse(summary) as SummaryRow[]).reduce((sum, { total }) => sum + total, 0)
}

const BOOKED = `select coalesce(sum(amount), 0) as total from ledger_line where booked_month = $1`

async function readBooked(db: ReadDb, month: Month): Promise<Fen> {
  return Number((await db.get(BOOKED, [month]))?.total)
}

/** The line that each confirmed fine stands on. */
const STANDING = `
  select l.fine_id, l.kind, l.ticket_no, l.occurred_at, substr(l.fine_id, 11) as complaint_no from ledger_line l
  where l.entry <> 'reverse'
    and not exists (select 1 from ledger_line n where n.fine_id = l.fine_id and n.line > l.line)`

/**
 * Confirmed fines but for those whose ground is plain to see, at the moment that was booked: late by the only deadline
 * that was ever in force; a repair of the same first phone within the shortest window, where no account says otherwise;
 * a complaint not void.
 */
const DOUBTFUL = `
  select s.fine_id from (${STANDING}) as s
  where s.occurred_at < $5
    or (s.kind = 'complaint' and not exists (
      select 1 from complaint c
      where c.complaint_no = s.complaint_no and c.void_at is null and c.received_at = s.occurred_at))
    or (s.kind = 'overdue' and not exists (
      select 1 from ticket t where t.ticket_no = s.ticket_no and t.void_at is null and t.filed = 0
        and coalesce(t.repaired_at, $1) > s.occurred_at
        and s.occurred_at = case t.fault_class when 'severe' then t.approved_deadline
          when 'line' then t.reported_at + $2 else t.reported_at + $3 end))
    or (s.kind = 'repeat' and not exists (
      select 1 from ticket r join ticket e on e.phone_key = r.phone_key
      where r.ticket_no = s.ticket_no and r.reported_at = s.occurred_at
        and r.void_at is null and e.void_at is null and e.ticket_no <> r.ticket_no
        and e.fault_class = r.fault_class and (r.account_no is null or e.account_no is null)
        and e.repaired_at <= r.reported_at and e.repaired_at >= r.reported_at - $4))
  order by s.fine_id`

async function readDoubtful(db: ReadDb, { office, now }: AsOf): Promise<string[]> {
  // Where there were several, none is plain: no deadline lies before its report.
  const only = (key: RuleKey): number => {
    const [hours = -1, another] = [...new Set(valuesOf(office.rules, key))]
    return another === undefined ? hours * 3600 : -1
  }
  const shortest = Math.min(...valuesOf(office.rules, 'repeat_days')) * 86_400
  const first = startOfDay(office.zone, office.fines_from)
  const values = [now, only('line_hours'), only('network_hours'), shortest, first]
  return (await db.all(DOUBTFUL, values)).map((row) => String(row.fine_id))
}

function valuesOf(rules: readonly DatedRule[], key: RuleKey): number[] {
  return rulesOf(rules, key).map((rule) => rule.value)
}

/** Art. 3.0: what was confirmed stands until somebody decides again, even if its ground has gone or moved; here it is named. */
const confirmedWithGround: Invariant = {
  name: 'confirmed-with-ground',
  remedy: t.decideAgain,
  async *breaches(db, { now, zone }) {
    const asOf = await readAsOf(db, now)
    const doubtful = await readDoubtful(db, asOf)
    for (let from = 0; from < doubtful.length; from += MOST_BREACHES) {
      const files = await readFineFiles(db, asOf, doubtful.slice(from, from + MOST_BREACHES))
      for (const { finding, fine } of files) {
        if (fine === undefined || finding?.occurred_at === fine.occurred_at) continue
        const moved =
          finding && t.groundMoved(readableTime(zone, fine.occurred_at), readableTime(zone, finding.occurred_at))
        yield { subject: fine.fine_id, what: moved ?? t.groundGone } satisfies Breach
      }
    }
  },
}

const decisionsWithFinding = stated({
  name: 'decisions-with-finding',
  remedy: invariantWords.restoreOrAsk,
  sql: `
    select fine_id as subject from (
      select distinct fine_id, substr(fine_id, 1, 10) = 'complaint:' as about_complaint from decision) as d
    where (about_complaint and substr(fine_id, 11) not in (select complaint_no from complaint))
      or (substr(fine_id, 1, 8) = 'overdue:' and substr(fine_id, 9) not in (select ticket_no from ticket))
      or (substr(fine_id, 1, 7) = 'repeat:' and substr(fine_id, 8) not in (select ticket_no from ticket))
    order by fine_id limit $1`,
  what: () => t.nothingDecided,
})

/** Each reversal takes back what stood, so that all lines together come to what stands confirmed. */
const ledgerAddsUp = stated({
  name: 'ledger-adds-up',
  remedy: invariantWords.changedByHand,
  sql: `
    select s.fine_id as subject from (
      select fine_id, sum(amount) as total, max(line) as line from ledger_line group by fine_id) as s
      join ledger_line l on l.line = s.line
    where s.total <> case l.entry when 'reverse' then 0 else l.amount end
    order by s.fine_id limit $1`,
  what: () => t.linesDiffer,
})

/** Art. 3.0: booked is what the last verdict says; a correction moves it and decides nothing. */
const ledgerFollowsDecisions = stated({
  name: 'ledger-follows-decisions',
  remedy: invariantWords.changedByHand,
  sql: `
    with verdict as (
      select d.fine_id, d.verdict from decision d where d.verdict <> 'correct' and not exists (
        select 1 from decision n where n.fine_id = d.fine_id and n.decision > d.decision and n.verdict <> 'correct')),
    standing as (${STANDING})
    select fine_id as subject from (
      select v.fine_id from verdict v left join standing s on s.fine_id = v.fine_id
      where (v.verdict = 'confirm') <> (s.fine_id is not null)
      union select s.fine_id from standing s left join verdict v on v.fine_id = s.fine_id where v.fine_id is null) as odd
    order by fine_id limit $1`,
  what: () => t.linesAgainstDecision,
})

export const fineInvariants: readonly Invariant[] = [
  closedMonthsUnchanged,
  confirmedWithGround,
  decisionsWithFinding,
  ledgerAddsUp,
  ledgerFollowsDecisions,
]
