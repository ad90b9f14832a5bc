import type { ReadDb } from '../../kernel/db.ts'
import type { Instant } from '../../kernel/zone.ts'
import type { Office } from '../../office/office.ts'
import { rulesOf } from '../../office/rules.ts'
import { VERDICT_PLACES, judgedRow } from '../../ticket/judged-rows.ts'
import type { Judged } from '../../ticket/rules.ts'
import { TICKET_COLUMNS } from '../../ticket/queries.ts'
import type { Period } from './period.ts'

/** What happened to tickets in a period. A void ticket is none; one ticket may stand in several lists. */
export interface PeriodTickets {
  /** Reported in it. */
  readonly calls: readonly Judged[]
  /** Reported in it, and void: they keep their number and count nowhere else. */
  readonly voids: readonly Judged[]
  readonly handedOver: readonly Judged[]
  readonly repaired: readonly Judged[]
  /** Their deadline lay in it and was missed. */
  readonly overdue: readonly Judged[]
}

/** Everything that may belong to the period; `sortOut` decides. */
const PERHAPS = `
  select ${[...TICKET_COLUMNS, VERDICT_PLACES].join(', ')} from ticket
  where (reported_at >= $3 and reported_at < $2) or (handed_over_at >= $1 and handed_over_at < $2)
    or (repaired_at >= $1 and repaired_at < $2) or (approved_deadline >= $1 and approved_deadline < $2)
  order by reported_at, ticket_no`

/** The tickets of a period with their verdicts as of `now`, oldest first. */
export async function readPeriodTickets(
  db: ReadDb,
  { rules }: Pick<Office, 'rules'>,
  { from, to }: Period,
  now: Instant,
): Promise<PeriodTickets> {
  const hours = [...rulesOf(rules, 'line_hours'), ...rulesOf(rules, 'network_hours')].map(({ value }) => value)
  const longest = Math.max(...hours) * 3600
  const rows = await db.all(PERHAPS, [from, to, from - longest])
  return sortOut(
    rows.map((row) => judgedRow(row, rules, now)),
    { from, to },
  )
}

function sortOut(tickets: readonly Judged[], { from, to }: Pick<Period, 'from' | 'to'>): PeriodTickets {
  const isIn = (at: Instant | null | undefined): boolean => typeof at === 'number' && at >= from && at < to
  const reported = tickets.filter(({ reported_at }) => isIn(reported_at))
  const alive = tickets.filter(({ status }) => status !== 'void')
  return {
    calls: reported.filter(({ status }) => status !== 'void'),
    voids: reported.filter(({ status }) => status === 'void'),
    handedOver: alive.filter(({ handed_over_at }) => isIn(handed_over_at)),
    repaired: alive.filter(({ repaired_at }) => isIn(repaired_at)),
    overdue: alive.filter(({ late, deadline }) => late === true && isIn(deadline)),
  }
}

const FIRST = `select min(reported_at) as first from ticket`

/** When the books begin; absent where they are empty. */
export async function readFirstReport(db: ReadDb): Promise<Instant | undefined> {
  const first = (await db.get(FIRST))?.first
  return typeof first === 'number' ? first : undefined
}
