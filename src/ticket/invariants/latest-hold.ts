import { invariantWords as t } from '../../kernel/messages/invariants.ts'
import { ofEachTicket } from '../each-ticket.ts'

/** Art. 2.6: the latest hold is the ticket's. */
export const latestHold = ofEachTicket({
  name: 'latest-hold',
  remedy: t.restoreOrAsk,
  brokenWhere: `
    ((t.import_id is null and (t.hold_reason is not null or t.appointment_at is not null))
      or t.ticket_no in (select ticket_no from hold))
    and not exists (
      select 1 from hold h where h.ticket_no = t.ticket_no
        and h.hold = (select max(hold) from hold o where o.ticket_no = t.ticket_no)
        and h.reason is not distinct from t.hold_reason and h.appointment_at is not distinct from t.appointment_at)`,
  what: () => t.holdDiffers,
})
