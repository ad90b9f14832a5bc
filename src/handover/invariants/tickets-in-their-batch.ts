import { invariantWords as t } from '../../kernel/messages/invariants.ts'
import { ofEachTicket } from '../../ticket/each-ticket.ts'

const IS_IN_BATCH = `
  exists (select 1 from handover_slip s where s.handover_no = t.handover_no and s.ticket_no = t.ticket_no)`
const IS_AS_BATCH = `
  exists (select 1 from handover h where h.handover_no = t.handover_no
    and h.channel is not distinct from t.handover_channel
    and case when h.channel = 'paper' or t.handed_over_at = h.printed_at then h.printed_at else h.signed_at end
      is not distinct from t.handed_over_at)`

/** What a ticket says of its batch is what the batch says. Townships were once told by printing alone. Tickets of an own export carry theirs without a batch. */
export const ticketsInTheirBatch = ofEachTicket({
  name: 'tickets-in-their-batch',
  remedy: t.restoreOrAsk,
  columns: `t.handover_no, ${IS_IN_BATCH} as is_in_batch`,
  brokenWhere: `
    t.handover_no is not null
      and case when ${IS_IN_BATCH} then not ${IS_AS_BATCH} else t.import_id is null end`,
  what: (row) => (row.is_in_batch === 0 ? t.notInBatch : t.batchDiffers)(String(row.handover_no)),
})
