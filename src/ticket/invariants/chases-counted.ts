import { invariantWords as t } from '../../kernel/messages/invariants.ts'
import { ofEachTicket } from '../each-ticket.ts'

const FOUND = '(select count(*) from chase c where c.ticket_no = t.ticket_no)'

/** Every chase is recorded; a ticket says how many there were. */
export const chasesCounted = ofEachTicket({
  name: 'chases-counted',
  remedy: t.restoreOrAsk,
  columns: `t.chases, ${FOUND} as found`,
  brokenWhere: `
    (t.chases > 0 or t.ticket_no in (select ticket_no from chase))
      and (t.chases < ${FOUND} or (t.import_id is null and t.chases > ${FOUND}))`,
  what: (row) => t.chasesDiffer(Number(row.chases), Number(row.found)),
})
