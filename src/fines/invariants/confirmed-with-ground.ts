import type { Breach, Invariant } from '../../kernel/invariant.ts'
import { fineInvariantWords as t } from '../../kernel/messages/fine-invariants.ts'
import { contradicted, differenceText, statedNow } from '../moved.ts'
import { readDoubtful } from '../read-doubtful.ts'
import { readAsOf } from '../read-fines.ts'

/** Art. 3.0: what was confirmed stands until somebody decides again, even if its ground has gone or moved; here it is named. */
export const confirmedWithGround: Invariant = {
  name: 'confirmed-with-ground',
  remedy: t.decideAgain,
  async *breaches(db, { now, zone }) {
    for await (const { fine, finding, history } of readDoubtful(db, await readAsOf(db, now))) {
      if (fine === undefined) continue
      if (finding === undefined) yield { subject: fine.fine_id, what: t.groundGone } satisfies Breach
      else if (contradicted(fine, finding, history)) {
        const what = t.recordsDiffer(differenceText(fine, statedNow(finding, history), zone))
        yield { subject: fine.fine_id, what } satisfies Breach
      }
    }
  },
}
