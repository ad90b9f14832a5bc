import { invariantWords as t } from '../../kernel/messages/invariants.ts'
import { ofEachTicket } from '../each-ticket.ts'

/** Art. 2.6: where the customer was missed, there is an appointment. */
export const holdWithAppointment = ofEachTicket({
  name: 'hold-with-appointment',
  remedy: t.restoreOrAsk,
  brokenWhere: `t.import_id is null and t.appointment_at is null
    and t.hold_reason in ('absent', 'customer-request', 'no-access')`,
  what: () => t.appointmentMissing,
})
