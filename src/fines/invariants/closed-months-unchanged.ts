import type { Month } from '../../kernel/calendar.ts'
import type { ReadDb } from '../../kernel/db.ts'
import type { Breach, Invariant } from '../../kernel/invariant.ts'
import { fineInvariantWords as t } from '../../kernel/messages/fine-invariants.ts'
import { fineWords } from '../../kernel/messages/fines.ts'
import type { Fen } from '../../kernel/money.ts'
import { readOffice } from '../../office/queries.ts'
import { hashOf } from '../month-report.ts'
import { readClosedMonths, readLostMonths, readMonthClose } from '../queries.ts'
import type { MonthClose } from '../queries.ts'
import type { SummaryRow } from '../summary.ts'

/** What a closed month says is what it said when it was closed. */
export const closedMonthsUnchanged: Invariant = {
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
