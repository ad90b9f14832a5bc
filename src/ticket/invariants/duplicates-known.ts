import { invariantWords as t } from '../../kernel/messages/invariants.ts'
import { ofEachTicket } from '../each-ticket.ts'

/** A duplicate points at a ticket that is there. */
export const duplicatesKnown = ofEachTicket({
  name: 'duplicates-known',
  remedy: t.restoreOrAsk,
  columns: 't.duplicate_of',
  brokenWhere: `
    t.duplicate_of is not null and not exists (select 1 from ticket o where o.ticket_no = t.duplicate_of)`,
  what: (row) => t.duplicateUnknown(String(row.duplicate_of)),
})
