import type { Breach, Invariant } from '../../kernel/invariant.ts'
import { MOST_BREACHES } from '../../kernel/invariant.ts'
import { fineInvariantWords as t } from '../../kernel/messages/fine-invariants.ts'
import { invariantWords } from '../../kernel/messages/invariants.ts'

const LAST_CLOSE = `
  select max(entry) as entry from journal where tbl = 'month_close' and subject in (select month from month_close)`
const CHANGED = [
  `select distinct j.subject from journal j join ticket t on t.ticket_no = j.subject
    where j.entry > $1 and j.tbl = 'ticket' and t.settled_revision = t.revision order by j.subject limit $2`,
  `select distinct j.subject from journal j join complaint c on c.complaint_no = j.subject
    where j.entry > $1 and j.tbl = 'complaint' and c.settled_revision = c.revision order by j.subject limit $2`,
]

/** A month close marks what it has looked at; what was changed since is looked at again, for it may concern a closed month. */
export const changesAfterClose: Invariant = {
  name: 'changes-after-close',
  remedy: invariantWords.changedByHand,
  async *breaches(db) {
    const last = (await db.get(LAST_CLOSE))?.entry
    if (typeof last !== 'number') return
    for (const changed of CHANGED) {
      for (const { subject } of await db.all(changed, [last, MOST_BREACHES])) {
        yield { subject: String(subject), what: t.settledUnseen } satisfies Breach
      }
    }
  },
}
