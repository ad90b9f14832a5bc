import type { ReadDb } from '../../kernel/db.ts'
import type { Fen } from '../../kernel/money.ts'
import type { AsOf } from '../../fines/booking.ts'
import { CHANNELS } from '../../fines/complaint.ts'
import type { Channel } from '../../fines/complaint.ts'
import { readComplaints } from '../../fines/complaint-queries.ts'
import type { Fine } from '../../fines/fine.ts'
import { readFinesFrom } from '../../fines/read-fines.ts'
import { HOLD_REASONS } from '../../ticket/ticket.ts'
import type { HoldReason } from '../../ticket/ticket.ts'
import { monthsOf } from './period.ts'
import type { Period } from './period.ts'

export interface HoldCount {
  readonly reason: HoldReason
  readonly holds: number
}

const HOLDS = `
  select h.reason, count(*) as holds from hold h join ticket t on t.ticket_no = h.ticket_no
  where h.called_at >= $1 and h.called_at < $2 and t.void_at is null group by h.reason order by h.reason`

/** Art. 2.6: why repairs had to wait, most often first; reasons that nobody gave are left out. */
export async function readHoldCounts(db: ReadDb, { from, to }: Period): Promise<HoldCount[]> {
  const counts = new Map((await db.all(HOLDS, [from, to])).map((row) => [row.reason, Number(row.holds)]))
  return HOLD_REASONS.map((reason) => ({ reason, holds: counts.get(reason) ?? 0 }))
    .filter(({ holds }) => holds > 0)
    .sort((a, b) => b.holds - a.holds)
}

export interface ChannelCount {
  readonly channel: Channel
  readonly complaints: number
}

/** Art. 3.3: the complaints received, by where they were made; void ones do not count. */
export async function readChannelCounts(db: ReadDb, { from, to }: Period): Promise<ChannelCount[]> {
  const received = (await readComplaints(db, from, to)).filter(({ void_at }) => void_at === null)
  return CHANNELS.map((channel) => ({
    channel,
    complaints: received.filter((complaint) => complaint.channel === channel).length,
  })).filter(({ complaints }) => complaints > 0)
}

/** The fines that occurred in the period, as they stand. */
export async function readPeriodFines(db: ReadDb, asOf: AsOf, period: Period): Promise<Fine[]> {
  const { first, last } = monthsOf(period)
  const fines = await readFinesFrom(db, asOf, first, last)
  return fines.filter(({ occurred_at }) => occurred_at >= period.from && occurred_at < period.to)
}

/** Those that are to be paid or may have to be. */
export function standing(fines: readonly Fine[]): { readonly count: number; readonly amount: Fen } {
  const owed = fines.filter(({ status }) => status === 'pending' || status === 'confirmed')
  return { count: owed.length, amount: owed.reduce((sum, { amount }) => sum + amount, 0) }
}
