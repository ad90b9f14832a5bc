import type { ReadDb } from '../../kernel/db.ts'
import type { Breach, Invariant } from '../../kernel/invariant.ts'
import { invariantWords } from '../../kernel/messages/invariants.ts'
import type { AsOf } from '../booking.ts'
import { readDecidedOn } from '../evidence.ts'
import { readUnbacked } from '../read-doubtful.ts'
import { readAsOf } from '../read-fines.ts'
import type { FineFile } from '../read-fines.ts'

/**
 * Art. 3.0: a decision is about a finding. One whose ground has gone since is named until somebody decides again, knowing
 * that it has; what stands confirmed is the concern of `confirmed-with-ground`.
 */
export const decisionsWithFinding: Invariant = {
  name: 'decisions-with-finding',
  remedy: invariantWords.lookAgain,
  async *breaches(db, { now }) {
    const asOf = await readAsOf(db, now)
    for await (const file of readUnbacked(db, asOf)) {
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
