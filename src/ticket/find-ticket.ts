import { addDays, dayAt, readableTime } from '../kernel/calendar.ts'
import type { Day } from '../kernel/calendar.ts'
import type { Ctx } from '../kernel/ctx.ts'
import type { ReadDb } from '../kernel/db.ts'
import { Fault } from '../kernel/faults.ts'
import { ticketWords as t } from '../kernel/messages/ticket.ts'
import type { Clock } from '../kernel/moment.ts'
import { foldWidth } from '../kernel/width-folding.ts'
import type { Office } from '../office/office.ts'
import { readOffice } from '../office/queries.ts'
import { readJournalOf } from '../store/journal.ts'
import { readEndingIn, readTicket } from './queries.ts'
import { ticketNumber } from './ticket.ts'
import type { Ticket } from './ticket.ts'

/**
 * A ticket by its number, or short: `7` and `0007` of today, `22-7` of the latest 22nd, `1122-7` of the latest
 * 22 November. Nothing is guessed: where there is none, those that end alike are listed.
 */
export async function findTicket(db: ReadDb, office: Office, typed: string, clock: Clock): Promise<Ticket> {
  const folded = foldWidth(typed).trim()
  const full = fullNumber(folded.toUpperCase(), office.office_code, clock)
  for (const number of new Set([typed, folded, folded.toUpperCase(), full ?? typed])) {
    const found = await readTicket(db, number)
    if (found !== undefined) return found
  }
  throw new Fault('TICKET_UNKNOWN', t.unknown(full ?? typed, await alike(db, folded)))
}

/** The number that a short one stands for. */
function fullNumber(short: string, officeCode: string, { now, zone }: Clock): string | undefined {
  const match = /^(?:(?:([A-Z\d]+)-)?(\d{8}|\d{4}|\d{1,2})-)?(\d{1,6})$/.exec(short)
  if (match === null || (match[1] ?? officeCode) !== officeCode) return undefined
  const day = latestDay(match[2] ?? '', dayAt(zone, now))
  return day === undefined ? undefined : ticketNumber(officeCode, day, Number(match[3]))
}

/** The latest day that ends in these digits: of the month, of the year, or all of them. */
function latestDay(digits: string, today: Day): Day | undefined {
  const wanted = digits.length === 1 ? `0${digits}` : digits
  for (let back = 0; back <= 366; back += 1) {
    const day = addDays(today, -back)
    if (day.replaceAll('-', '').endsWith(wanted)) return day
  }
  return wanted.length === 8 ? `${wanted.slice(0, 4)}-${wanted.slice(4, 6)}-${wanted.slice(6)}` : undefined
}

const LISTED = 5

/** Tickets of other days and books whose numbers end like what was typed, the latest first. */
async function alike(db: ReadDb, short: string): Promise<string[]> {
  const number = /(\d{1,6})$/.exec(short)?.[1]
  if (number === undefined) return []
  const endings = new Set([`-${number}`, `-${number.padStart(4, '0')}`])
  const tickets = await readEndingIn(db, [...endings], LISTED)
  return tickets.map((ticket) => `${ticket.ticket_no} ${ticket.customer_name}`)
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

/** The tickets that a change to many is about, a line each; the first that may not be changed is refused. */
export async function listForPeople(
  ctx: Ctx,
  typed: readonly string[],
  find: typeof findTicket = findUnrepaired,
): Promise<string[]> {
  return ctx.reading(async (db) => {
    const office = await readOffice(db)
    const tickets = new Map<string, Ticket>()
    for (const one of typed) {
      const ticket = await find(db, office, one, ctx)
      tickets.set(ticket.ticket_no, ticket)
    }
    return [...tickets.values()].map((x) => `${x.ticket_no}  ${x.customer_name}  ${x.phone}  ${x.address}`)
  })
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
