import { invariantWords as t } from '../../kernel/messages/invariants.ts'
import { ofEachTicket } from '../each-ticket.ts'

/** Art. 2.5: a repair says when, by whom and what was done. */
export const repairsWhole = ofEachTicket({
  name: 'repairs-whole',
  remedy: t.correctRepair,
  brokenWhere: `
    t.import_id is null
      and ((t.repaired_at is null) <> (t.repaired_by is null) or (t.repaired_at is null) <> (t.resolution is null))`,
  what: () => t.halfRepaired,
})
