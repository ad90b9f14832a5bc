import { addDays, dayAt, readableTime } from '../kernel/calendar.ts'
import type { ReadDb } from '../kernel/db.ts'
import { Fault } from '../kernel/faults.ts'
import { ticketWords as t } from '../kernel/messages/ticket.ts'
import type { Clock } from '../kernel/moment.ts'
import { foldWidth } from '../kernel/width-folding.ts'
import type { Office } from '../office/office.ts'
import { readJournalOf } from '../store/journal.ts'
import { readTicket } from './queries.ts'
import { ticketNumber } from './ticket.ts'
import type { Ticket } from './ticket.ts'

/** A ticket by its number, or short: `7` and `0007` of today, `22-7` of the latest 22nd. Never guessed. */
export async function findTicket(db: ReadDb, office: Office, typed: string, clock: Clock): Promise<Ticket> {
  const folded = foldWidth(typed).trim()
  const numbers = [typed, folded, folded.toUpperCase(), ...fullNumber(folded, office.office_code, clock)]
  for (const number of new Set(numbers)) {
    const found = await readTicket(db, number)
    if (found !== undefined) return found
  }
  throw new Fault('TICKET_UNKNOWN', t.unknown(numbers.at(-1) === folded ? typed : (numbers.at(-1) ?? typed)))
}

/** The number that a short one stands for. */
function fullNumber(short: string, officeCode: string, { now, zone }: Clock): string[] {
  const today = dayAt(zone, now)
  const match = /^(?:(\d{1,2})-)?(\d{1,6})$/.exec(short)
  if (match === null) return []
  const day = match[1] === undefined ? today : latestDayNumbered(Number(match[1]), today)
  return day === undefined ? [] : [ticketNumber(officeCode, day, Number(match[2]))]
}

function latestDayNumbered(dayOfMonth: number, today: string): string | undefined {
  for (let back = 0; back < 62; back += 1) {
    const day = addDays(today, -back)
    if (Number(day.slice(8)) === dayOfMonth) return day
  }
  return undefined
}

/** A ticket that may still be changed; a void one keeps its number and nothing else happens to it. */
export async function findLiveTicket(db: ReadDb, office: Office, typed: string, clock: Clock): Promise<Ticket> {
  const ticket = await findTicket(db, office, typed, clock)
  if (ticket.void_at !== null) throw new Fault('TICKET_VOID', t.void(ticket.ticket_no))
  return ticket
}

/** A ticket that nobody has repaired yet; else who did, and when. */
export async function findUnrepaired(db: ReadDb, office: Office, typed: string, clock: Clock): Promise<Ticket> {
  const ticket = await findLiveTicket(db, office, typed, clock)
  if (ticket.closed_at !== null) throw alreadyClosed(ticket, await closerOf(db, ticket), clock)
  if (ticket.repaired_at !== null) throw alreadyRepaired(ticket, clock)
  return ticket
}

export function alreadyRepaired(ticket: Ticket, { zone }: Clock): Fault {
  const at = readableTime(zone, ticket.repaired_at ?? 0)
  return new Fault('ALREADY_REPAIRED', t.repaired(ticket.ticket_no, ticket.repaired_by ?? '?', at))
}

export function alreadyClosed(ticket: Ticket, actor: string, { zone }: Clock): Fault {
  return new Fault('ALREADY_CLOSED', t.closed(ticket.ticket_no, actor, readableTime(zone, ticket.closed_at ?? 0)))
}

/** Who recorded the close: the journal knows. */
export async function closerOf(db: ReadDb, ticket: Ticket): Promise<string> {
  const entries = await readJournalOf(db, ticket.ticket_no)
  return entries.findLast((entry) => entry.at === ticket.closed_at)?.actor ?? ticket.source ?? '?'
}

/** `TIME_ORDER` where `later` is before `earlier`; both named as the user knows them. */
export function requireOrder(later: [string, number], earlier: [string, number], { zone }: Clock): void {
  if (later[1] >= earlier[1]) return
  throw new Fault(
    'TIME_ORDER',
    t.before(later[0], readableTime(zone, later[1]), earlier[0], readableTime(zone, earlier[1])),
  )
}
