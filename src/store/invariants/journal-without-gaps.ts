import type { Invariant } from '../../kernel/invariant.ts'
import { invariantWords as t } from '../../kernel/messages/invariants.ts'

const COUNT = `select count(*) as entries, max(entry) as last from journal`

/** It is only ever appended to, so that its last number is how many entries it has. */
export const journalWithoutGaps: Invariant = {
  name: 'journal-without-gaps',
  remedy: t.changedByHand,
  async *breaches(db) {
    const row = await db.get(COUNT)
    const [entries, last] = [Number(row?.entries), Number(row?.last)]
    if (entries !== last) yield { subject: `${last}`, what: t.journalGap(entries, last) }
  },
}
