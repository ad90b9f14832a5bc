import { stated } from '../../kernel/invariant.ts'
import { invariantWords as t } from '../../kernel/messages/invariants.ts'

/** What a ticket says of its batch is what the batch says. Tickets of an own export carry theirs without a batch. */
export const ticketsInTheirBatch = stated({
  name: 'tickets-in-their-batch',
  remedy: t.restoreOrAsk,
  sql: `
    select t.ticket_no as subject, t.handover_no, s.place from ticket t
      left join handover_slip s on s.handover_no = t.handover_no and s.ticket_no = t.ticket_no
      left join handover h on h.handover_no = s.handover_no
    where t.handover_no is not null and (
      (s.place is null and t.import_id is null)
      or (s.place is not null and (t.handed_over_at is distinct from h.printed_at
        or t.handover_channel is distinct from h.channel)))
    order by t.ticket_no limit $1`,
  what: (row) => (row.place === null ? t.notInBatch(String(row.handover_no)) : t.batchDiffers(String(row.handover_no))),
})
