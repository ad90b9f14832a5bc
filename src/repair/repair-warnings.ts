import { readableTime } from '../kernel/calendar.ts'
import { repairWarningWords as t } from '../kernel/messages/repair-warnings.ts'
import type { Clock } from '../kernel/moment.ts'
import type { Text } from '../kernel/text.ts'
import type { Warning } from '../kernel/warning.ts'
import type { Staff } from '../office/office.ts'
import type { DatedRule } from '../office/rules.ts'
import { deadlineOf, isLate } from '../ticket/rules.ts'
import type { Ticket } from '../ticket/ticket.ts'

/** Somebody of another branch was named. Whoever is assigned already was warned of then. */
export function otherBranchWarnings(ticket: Ticket, name: string | null, staff: readonly Staff[]): Warning[] {
  const named = staff.filter((s) => s.name === name)
  const [other] = named
  if (other === undefined || named.some((s) => s.branch === ticket.branch)) return []
  const message = t.otherBranch(other.name, other.branch, ticket.branch)
  return [{ code: 'OTHER_BRANCH', message, ticket_no: ticket.ticket_no }]
}

/** Art. 3.1: nobody said when it was repaired, and "now" is after the deadline. */
export function lateByDefault(
  ticket: Ticket,
  timeGiven: boolean,
  rules: readonly DatedRule[],
  { now, zone }: Clock,
): Warning[] {
  const { deadline } = deadlineOf(ticket, rules)
  const repaired = ticket.repaired_at ?? undefined
  if (timeGiven || deadline === undefined || repaired === undefined || !isLate(deadline, repaired, now)) return []
  const message = t.lateByDefault(ticket.ticket_no, readableTime(zone, repaired), readableTime(zone, deadline))
  return [{ code: 'LATE_BY_DEFAULT', message, ticket_no: ticket.ticket_no }]
}

/** What "now" would mean for a ticket that is late already. */
export function lateIfNow(ticket: Ticket, rules: readonly DatedRule[], { now, zone }: Clock): Text[] {
  const { deadline } = deadlineOf(ticket, rules)
  if (ticket.repaired_at !== null || deadline === undefined || !isLate(deadline, now, now)) return []
  return [t.lateIfNow(ticket.ticket_no, readableTime(zone, deadline))]
}

/** Art. 2.6: an appointment never moves the deadline. */
export function appointmentWarnings(ticket: Ticket, rules: readonly DatedRule[], { zone }: Clock): Warning[] {
  const { deadline } = deadlineOf(ticket, rules)
  const { appointment_at, ticket_no } = ticket
  if (deadline === undefined || appointment_at === null || appointment_at <= deadline) return []
  const message = t.afterDeadline(ticket_no, readableTime(zone, appointment_at), readableTime(zone, deadline))
  return [{ code: 'APPOINTMENT_AFTER_DEADLINE', message, ticket_no }]
}
