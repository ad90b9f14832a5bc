import { invariantWords as t } from '../../kernel/messages/invariants.ts'
import { ofEachTicket } from '../each-ticket.ts'

/** Art. 2.5: what is closed was repaired, but for old rows that were only filed. */
export const closedWithRepair = ofEachTicket({
  name: 'closed-with-repair',
  remedy: t.correctRepair,
  brokenWhere: `
    (t.closed_at is not null and t.repaired_at is null and t.filed = 0)
      or (t.filed = 1 and (t.closed_at is null or t.repaired_at is not null))`,
  what: () => t.closedUnrepaired,
})
