import { stated } from '../../kernel/invariant.ts'
import { invariantWords as t } from '../../kernel/messages/invariants.ts'

/** Art. 2.6: a hold has an appointment. */
export const holdWithAppointment = stated({
  name: 'hold-with-appointment',
  remedy: t.restoreOrAsk,
  sql: `
    select ticket_no as subject from ticket where import_id is null and hold_reason is not null and appointment_at is null
    order by ticket_no limit $1`,
  what: () => t.appointmentMissing,
})
