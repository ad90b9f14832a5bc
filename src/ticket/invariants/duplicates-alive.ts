import { invariantWords as t } from '../../kernel/messages/invariants.ts'
import { ofEachTicket } from '../each-ticket.ts'

/** Art. 1.3: a call that was struck as a duplicate is still a call: the ticket that it doubles is alive. */
export const duplicatesAlive = ofEachTicket({
  name: 'duplicates-alive',
  remedy: t.reopenOriginal,
  columns: 't.duplicate_of',
  brokenWhere: `t.duplicate_of is not null
    and exists (select 1 from ticket o where o.ticket_no = t.duplicate_of and o.void_at is not null)`,
  what: (row) => t.duplicateDead(String(row.duplicate_of)),
})
