import { readableTime } from '../../kernel/calendar.ts'
import type { Breach, Invariant } from '../../kernel/invariant.ts'
import { fineInvariantWords as t } from '../../kernel/messages/fine-invariants.ts'
import { invariantWords } from '../../kernel/messages/invariants.ts'
import { yuanText } from '../../kernel/money.ts'
import type { Zone } from '../../kernel/zone.ts'
import { keptLiability } from '../fine.ts'
import { contradicted } from '../moved.ts'
import type { Stated } from '../moved.ts'
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
