import { invariantWords as t } from '../../kernel/messages/invariants.ts'
import { ofEachTicket } from '../each-ticket.ts'

/** What an import brought in is told by the import. */
const CHANGES = 'case when t.import_id is null then t.revision else t.revision - 1 end'
const ENTRIES = `(select count(*) from journal j where j.subject = t.ticket_no and j.tbl = 'ticket')`
/** The same of a ticket to which nothing happened that has entries of its own; the index alone tells it. */
const ALL_ENTRIES = `(select count(*) from journal j where j.subject = t.ticket_no)`
const IS_PLAIN = 't.chases = 0 and t.hold_reason is null and t.approved_by is null'

/** Every change counts up the revision and writes one entry. */
export const changesRecorded = ofEachTicket({
  name: 'changes-recorded',
  remedy: t.changedByHand,
  columns: `${CHANGES} as changes, ${ENTRIES} as entries`,
  brokenWhere: `
    (t.import_id is null or t.revision > 1)
      and ${CHANGES} <> case when ${IS_PLAIN} then ${ALL_ENTRIES} else ${ENTRIES} end`,
  what: (row) => t.changesUnrecorded(Number(row.changes), Number(row.entries)),
})
