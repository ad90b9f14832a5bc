import { readableTime, startOfDay } from '../kernel/calendar.ts'
import type { Month } from '../kernel/calendar.ts'
import type { ReadDb } from '../kernel/db.ts'
import { MOST_BREACHES, stated } from '../kernel/invariant.ts'
import type { Breach, Invariant } from '../kernel/invariant.ts'
import { fineInvariantWords as t } from '../kernel/messages/fine-invariants.ts'
import { fineWords } from '../kernel/messages/fines.ts'
import { invariantWords } from '../kernel/messages/invariants.ts'
import { yuanText } from '../kernel/money.ts'
import type { Fen } from '../kernel/money.ts'
import type { Zone } from '../kernel/zone.ts'
import { readOffice } from '../office/queries.ts'
import type { AsOf } from './booking.ts'
import { readDecidedOn } from './evidence.ts'
import { keptLiability } from './fine.ts'
import { hashOf } from './month-report.ts'
import { movedSince } from './moved.ts'
import type { Stated } from './moved.ts'
import { DOUBTFUL, STANDING, UNBACKED } from './plain-grounds.ts'
import { readClosedMonths, readLostMonths, readMonthClose } from './queries.ts'
import type { MonthClose } from './queries.ts'
import { readAsOf, readFineFiles } from './read-fines.ts'
import type { FineFile } from './read-fines.ts'
import type { SummaryRow } from './summary.ts'

/** What a closed month says is what it said when it was closed. */
const closedMonthsUnchanged: Invariant = {
  name: 'closed-months-unchanged',
  remedy: t.restoreMonth,
  async *breaches(db) {
    const closed = await readClosedMonths(db)
    for (const month of await readLostMonths(db, await readOffice(db), closed))
      yield { subject: month, what: fineWords.monthLost(month) } satisfies Breach
    for (const month of closed) {
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

/** The fines that one of these statements finds, each with everything about it. */
async function* filesOf(db: ReadDb, asOf: AsOf, sql: string): AsyncIterable<FineFile> {
  const { office, now } = asOf
  const rows = await db.all(sql, [now, startOfDay(office.zone, office.fines_from)])
  for (let from = 0; from < rows.length; from += MOST_BREACHES) {
    const ids = rows.slice(from, from + MOST_BREACHES).map((row) => String(row.fine_id))
    yield* await readFineFiles(db, asOf, ids)
  }
}

/** Art. 3.0: what was confirmed stands until somebody decides again, even if its ground has gone or moved; here it is named. */
const confirmedWithGround: Invariant = {
  name: 'confirmed-with-ground',
  remedy: t.decideAgain,
  async *breaches(db, { now, zone }) {
    for await (const { fine, finding, history } of filesOf(db, await readAsOf(db, now), DOUBTFUL)) {
      if (fine === undefined) continue
      if (finding === undefined) yield { subject: fine.fine_id, what: t.groundGone } satisfies Breach
      else if (movedSince(fine, finding, history)) {
        const said = { ...finding, ...keptLiability(history) }
        const what = invariantWords.fineMoved(statedAs(fine, zone), statedAs(said, zone))
        yield { subject: fine.fine_id, what } satisfies Breach
      }
    }
  },
}

function statedAs({ occurred_at, amount, channel, branch, maintainer }: Stated, zone: Zone): string {
  const parts = [readableTime(zone, occurred_at), yuanText(amount), channel, branch, maintainer]
  return parts.filter((part) => part !== null).join(' ')
}

/**
 * Art. 3.0: a decision is about a finding. One whose ground has gone since is named until somebody decides again, knowing
 * that it has; what stands confirmed is named above.
 */
const decisionsWithFinding: Invariant = {
  name: 'decisions-with-finding',
  remedy: invariantWords.lookAgain,
  async *breaches(db, { now }) {
    const asOf = await readAsOf(db, now)
    for await (const file of filesOf(db, asOf, UNBACKED)) {
      if (file.finding !== undefined || file.fine !== undefined || (await isKnownGone(db, asOf, file))) continue
      yield { subject: file.fineId, what: invariantWords.findingGone } satisfies Breach
    }
  },
}

/** There was a finding when it was first decided on, and none any more when it was decided on last. */
async function isKnownGone(db: ReadDb, asOf: AsOf, { fineId, history: { decisions } }: FineFile): Promise<boolean> {
  if (decisions.length < 2) return false
  const first = await readDecidedOn(db, asOf, fineId, decisions[0])
  const last = await readDecidedOn(db, asOf, fineId, decisions.at(-1))
  return first?.finding !== undefined && last !== undefined && last.finding === undefined
}

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
