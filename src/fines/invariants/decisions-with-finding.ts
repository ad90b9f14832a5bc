import type { Breach, Invariant } from '../../kernel/invariant.ts'
import { invariantWords as t } from '../../kernel/messages/invariants.ts'
import { standingLine } from '../decision.ts'
import { readDecidedOn } from '../evidence.ts'
import { readUnbacked } from '../read-doubtful.ts'
import { readAsOf } from '../read-fines.ts'

/**
 * Art. 3.0: a decision is about a finding. It may go later, as where the slip that was fined twice is voided after the
 * dismissal; but when somebody first decided, it was there. What stands confirmed is the concern of `confirmed-with-ground`.
 */
export const decisionsWithFinding: Invariant = {
  name: 'decisions-with-finding',
  remedy: t.restoreOrAsk,
  async *breaches(db, { now }) {
    const asOf = await readAsOf(db, now)
    for await (const { fineId, finding, history } of readUnbacked(db, asOf)) {
      if (finding !== undefined || standingLine(history) !== undefined) continue
      const first = await readDecidedOn(db, asOf, fineId, history.decisions[0])
      if (first?.finding === undefined) yield { subject: fineId, what: t.neverFound } satisfies Breach
    }
  },
}
