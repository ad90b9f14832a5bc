import { dayAt } from '../kernel/calendar.ts'
import type { Clock } from '../kernel/moment.ts'
import type { Ticket } from './ticket.ts'

/** In no month does a day come twice within so many. */
const SHORTEST_MONTH_SECONDS = 27 * 86_400
/** Longer ago the same day of the month is another year's. */
const YEAR_SECONDS = 300 * 86_400

/** A number as short as it may be typed: `7` of today, `22-7` of late, else with the month; others whole. */
export function shortNumber(
  { ticket_no, reported_at }: Pick<Ticket, 'ticket_no' | 'reported_at'>,
  { now, zone }: Clock,
): string {
  const match = /-(\d{4})(\d\d)(\d\d)-(\d+)$/.exec(ticket_no)
  if (match === null || now - reported_at > YEAR_SECONDS) return ticket_no
  const [, year, month, day, digits] = match
  const number = Number(digits)
  if (`${year}-${month}-${day}` === dayAt(zone, now)) return String(number)
  return now - reported_at < SHORTEST_MONTH_SECONDS ? `${day}-${number}` : `${month}${day}-${number}`
}
