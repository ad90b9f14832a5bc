import type { ReadDb } from '../kernel/db.ts'
import type { History, LedgerLine } from './decision.ts'
import { NO_HISTORY } from './decision.ts'
import type { Fine } from './fine.ts'
import { readHistories } from './queries.ts'
import { inOrder } from './read-fines.ts'

/**
 * A month's list: every line that is booked in it, with that line's amount and whoever answers, so that the rows add up to
 * the summary; and every fine of the month of which no line is booked in it.
 */
export async function readMonthRows(db: ReadDb, lines: readonly LedgerLine[], fines: readonly Fine[]): Promise<Fine[]> {
  const reversed = lines.filter(({ entry }) => entry === 'reverse').map(({ fine_id }) => fine_id)
  const histories = await readHistories(db, [...new Set(reversed)])
  const booked = new Set(lines.map(({ fine_id }) => fine_id))
  const rows = lines.map((line) => lineRow(line, histories.get(line.fine_id) ?? NO_HISTORY))
  // Sorting keeps the lines of one fine in the order in which they were booked.
  return inOrder([...rows, ...fines.filter(({ fine_id }) => !booked.has(fine_id))])
}

/** A booked line as a row of a list; a reversal says on what ground the fine was taken back. */
function lineRow(line: LedgerLine, history: History): Fine {
  const { line: _, entry, ...booked } = line
  const isReversal = entry === 'reverse'
  return {
    ...booked,
    status: isReversal ? 'reversed' : 'confirmed',
    ground: isReversal ? groundOf(line, history) : null,
  }
}

function groundOf({ decided_at, decided_by, reason }: LedgerLine, { decisions }: History): Fine['ground'] {
  const dismissal = decisions.find(
    (decision) =>
      decision.verdict === 'dismiss' &&
      decision.decided_at === decided_at &&
      decision.decided_by === decided_by &&
      decision.reason === reason,
  )
  return dismissal?.ground ?? null
}
