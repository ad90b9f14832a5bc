import type { WriteDb } from '../kernel/db.ts'
import type { Text } from '../kernel/text.ts'
import type { AsOf } from './booking.ts'
import { NO_HISTORY } from './decision.ts'
import type { Plan } from './deciding.ts'
import { fineOf } from './fine.ts'
import type { Fine } from './fine.ts'
import { findFine } from './find-fine.ts'
import type { FoundFine } from './find-fine.ts'
import { appendDecision, readHistories } from './queries.ts'

/** A fine after a decision, and what is to be said of it. */
interface Decided {
  readonly fine: Fine
  readonly notes: readonly Text[]
}

/** Finds a fine, plans a decision on it and carries the plan out. */
export async function decide(
  db: WriteDb,
  asOf: AsOf,
  typed: string,
  plan: (found: FoundFine) => Plan,
  find: typeof findFine = findFine,
): Promise<Decided> {
  const found = await find(db, asOf, typed)
  const { decision, lines, notes } = plan(found)
  await appendDecision(db, decision, lines)
  return { fine: await readAgain(db, asOf, found), notes }
}

/** A fine dismissed after its ground had gone is listed no more; it is answered once with what it was. */
async function readAgain(db: WriteDb, { office }: AsOf, { fine, finding }: FoundFine): Promise<Fine> {
  const history = (await readHistories(db, [fine.fine_id])).get(fine.fine_id) ?? NO_HISTORY
  return fineOf(finding ?? { ...fine, because: [] }, history, office.zone) ?? fine
}
