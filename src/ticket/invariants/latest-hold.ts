import { stated } from '../../kernel/invariant.ts'
import { invariantWords as t } from '../../kernel/messages/invariants.ts'

/** Art. 2.6: the latest hold is the ticket's. */
export const latestHold = stated({
  name: 'latest-hold',
  remedy: t.restoreOrAsk,
  sql: `
    select t.ticket_no as subject from ticket t
      left join hold h on h.ticket_no = t.ticket_no
        and h.hold = (select max(hold) from hold o where o.ticket_no = t.ticket_no)
    where (t.hold_reason is not null or t.appointment_at is not null or t.ticket_no in (select ticket_no from hold))
      and (h.hold is not null or t.import_id is null)
      and (t.hold_reason is distinct from h.reason or t.appointment_at is distinct from h.appointment_at)
    order by t.ticket_no limit $1`,
  what: () => t.holdDiffers,
})
