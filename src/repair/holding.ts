import type { Clock } from '../kernel/moment.ts'
import { requireOrder } from '../ticket/find-ticket.ts'
import type { Hold } from '../ticket/happenings.ts'
import type { Ticket } from '../ticket/ticket.ts'

type HoldTold = Omit<Hold, 'ticket_no' | 'hold'>

/** Art. 2.6: phoned after the report, for an appointment after the call; `called` names both as the user knows them. */
export function holding(
  ticket: Ticket,
  told: HoldTold,
  called: { readonly called_at: string; readonly appointment: string },
  clock: Clock,
): HoldTold {
  requireOrder([called.called_at, told.called_at], ['reported_at', ticket.reported_at], clock)
  const { appointment_at } = told
  if (appointment_at !== null)
    requireOrder([called.appointment, appointment_at], [called.called_at, told.called_at], clock)
  return told
}
