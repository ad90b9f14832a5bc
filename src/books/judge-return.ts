import { MomentReader } from '../kernel/book-moments.ts'
import { yearIn } from '../kernel/book-layout.ts'
import { dayAt } from '../kernel/calendar.ts'
import type { ReadDb, WriteDb } from '../kernel/db.ts'
import { Fault } from '../kernel/faults.ts'
import { whyNot as why } from '../kernel/messages/book-refusals.ts'
import { whyListed } from '../kernel/messages/books-more.ts'
import { ticketWords } from '../kernel/messages/ticket.ts'
import type { Clock } from '../kernel/moment.ts'
import type { Instant } from '../kernel/zone.ts'
import { findMaintainer } from '../office/find-people.ts'
import type { Staff } from '../office/office.ts'
import { closing, repairing, sameRepair } from '../repair/closing.ts'
import type { Called } from '../repair/closing.ts'
import { holding } from '../repair/holding.ts'
import type { OpenBook } from '../store/open-book.ts'
import { alreadyClosed, alreadyRepaired, closerOf } from '../ticket/find-ticket.ts'
import { addHold, readHolds } from '../ticket/happenings.ts'
import type { Hold } from '../ticket/happenings.ts'
import { readTicket, saveTicket } from '../ticket/queries.ts'
import type { Ticket } from '../ticket/ticket.ts'
import type { Deed, Judge } from './import-listed.ts'
import type { ListRow } from './listed-rows.ts'
import { readReturn, ticketNoOf } from './read-return-row.ts'
import type { RepairSaid, ReturnField, ReturnSaid } from './read-return-row.ts'

type Row = ListRow<ReturnField>
type Step = (db: WriteDb, before: Ticket) => Promise<Ticket>
type HoldTold = Omit<Hold, 'ticket_no' | 'hold'>

/** Judges what branches feed back (2.10) by the rules of `hold`, `repair` and `close`, in the order of the rows. */
export class ReturnJudge implements Judge<ReturnField> {
  private readonly db: ReadDb
  private readonly staff: readonly Staff[]
  private readonly clock: Clock
  private readonly moments: MomentReader
  /** The tickets that rows were about, as these rows leave them. */
  private readonly tickets = new Map<string, Ticket>()

  constructor(db: ReadDb, staff: readonly Staff[], clock: Clock, { titles }: OpenBook) {
    this.db = db
    this.staff = staff
    this.clock = clock
    const year = yearIn(titles.map(({ cells }) => cells.join(' ')))
    const thisYear = Number(dayAt(clock.zone, clock.now).slice(0, 4))
    this.moments = new MomentReader({ year, order: undefined, thisYear }, clock.zone)
  }

  async judge(row: Row): Promise<Deed | undefined> {
    const ticket = await this.ticketOf(row)
    const said = readReturn(row, this.moments, this.clock.now)
    const repair = this.repairSaid(ticket, said.repair)
    const hold = await this.holdOf(ticket, said)
    const found = repair === undefined ? {} : await this.repairOf(row, ticket, { ...said, repair })
    const isRepair = Object.keys(found).length > 0
    const changes = { ...found, ...noteOf(ticket, isRepair ? repair?.together : undefined) }
    if (hold === undefined && !isRepair) return undefined
    const held = hold === undefined ? {} : { hold_reason: hold.reason, appointment_at: hold.appointment_at }
    this.tickets.set(ticket.ticket_no, { ...ticket, ...held, ...changes })
    const steps: Step[] = [
      ...(hold === undefined ? [] : [(db: WriteDb, before: Ticket) => addHold(db, before, hold)]),
      ...(isRepair ? [(db: WriteDb, before: Ticket) => saveTicket(db, before, changes)] : []),
    ]
    const isDefaulted = isRepair && ticket.repaired_at === null && repair?.dayOnly === true
    return { defaulted: isDefaulted, apply: (db) => this.apply(db, ticket, steps) }
  }

  private async apply(db: WriteDb, before: Ticket, steps: readonly Step[]): Promise<void> {
    let ticket = before
    for (const step of steps) ticket = await step(db, ticket)
    this.tickets.set(ticket.ticket_no, ticket)
  }

  private async ticketOf(row: Row): Promise<Ticket> {
    const typed = ticketNoOf(row)
    for (const number of [typed, typed.toUpperCase()]) {
      const found = this.tickets.get(number) ?? (await readTicket(this.db, number))
      if (found === undefined) continue
      if (found.void_at !== null) throw new Fault('TICKET_VOID', ticketWords.void(found.ticket_no))
      return found
    }
    return row.refuse('ticket_no', whyListed.noTicket)
  }

  /** A day alone is its first second, or the report if that is later; names as the office writes them. */
  private repairSaid(ticket: Ticket, said: RepairSaid | undefined): RepairSaid | undefined {
    if (said === undefined) return undefined
    const { repaired_at, dayOnly } = said
    const by = said.by === undefined ? undefined : this.spelled(said.by)
    if (repaired_at === undefined || !dayOnly) return { ...said, by }
    const known = ticket.repaired_at
    const sameDay = known !== null && dayAt(this.clock.zone, known) === dayAt(this.clock.zone, repaired_at)
    if (sameDay) return { ...said, by, repaired_at: known }
    const reportedThen = dayAt(this.clock.zone, ticket.reported_at) === dayAt(this.clock.zone, repaired_at)
    return { ...said, by, repaired_at: reportedThen ? ticket.reported_at : repaired_at }
  }

  /** Spreadsheets space names of two characters out: 王 伟. */
  private spelled(name: string): string {
    const squeezed = name.replace(/\s/g, '')
    return !this.staff.some((s) => s.name === name) && this.staff.some((s) => s.name === squeezed) ? squeezed : name
  }

  /** Absent: the row tells of none, or of one that is recorded. */
  private async holdOf(ticket: Ticket, { hold, maintainer, repair }: ReturnSaid): Promise<HoldTold | undefined> {
    if (hold === undefined) return undefined
    const { reason, appointment_at } = hold
    if (ticket.hold_reason === reason && ticket.appointment_at === appointment_at) return undefined
    const earlier = await readHolds(this.db, ticket.ticket_no)
    if (earlier.some((o) => o.reason === reason && o.appointment_at === appointment_at)) return undefined
    if (ticket.closed_at !== null) throw alreadyClosed(ticket, await closerOf(this.db, ticket), this.clock)
    if (ticket.repaired_at !== null) throw alreadyRepaired(ticket, this.clock)
    const by = maintainer === undefined ? undefined : this.spelled(maintainer)
    const called_at = this.calledAt(ticket, appointment_at, repair?.repaired_at)
    const moment = { at: called_at, zone: this.clock.zone }
    const told = {
      reason,
      appointment_at,
      called_at,
      maintainer: by === undefined ? null : findMaintainer(this.staff, by, ticket.branch, moment).name,
      note: null,
    }
    return holding(ticket, told, { called_at: 'called_at', appointment: 'appointment_at' }, this.clock)
  }

  /** A branch does not say when it phoned: the latest that it can have been. */
  private calledAt(ticket: Ticket, appointment: Instant, repaired: Instant | undefined): Instant {
    return Math.max(ticket.reported_at, Math.min(this.clock.now, appointment, repaired ?? Infinity))
  }

  /** Nothing where all of it is recorded. */
  private async repairOf(
    row: Row,
    ticket: Ticket,
    said: ReturnSaid & { repair: RepairSaid },
  ): Promise<Partial<Ticket>> {
    const { repair, signed } = said
    if (ticket.closed_at !== null) return this.sameClose(row, ticket, said)
    if (ticket.repaired_at === null)
      for (const field of ['repaired_at', 'repaired_by', 'resolution'] as const) row.needed(field)
    const called = calledBy(row)
    if (signed !== undefined) {
      const slip = { customer_signed: signed.customer, maintainer_signed: signed.maintainer, no_slip: undefined }
      const told = { ...repair, ...slip, returned_at: said.returned_at ?? this.clock.now }
      return closing(ticket, told, this.staff, called, this.clock)
    }
    if (ticket.repaired_at !== null) return sameRepair(ticket, repair, this.clock)
    const { repaired_at, by, resolution } = repair
    if (repaired_at === undefined || by === undefined || resolution === undefined)
      return row.refuse('repaired_at', why.missing)
    return repairing(ticket, { repaired_at, by, resolution }, this.staff, called.repaired_at, this.clock)
  }

  private async sameClose(
    row: Row,
    ticket: Ticket,
    { repair, signed }: ReturnSaid & { repair: RepairSaid },
  ): Promise<Partial<Ticket>> {
    if (ticket.repaired_at === null) throw alreadyClosed(ticket, await closerOf(this.db, ticket), this.clock)
    sameRepair(ticket, repair, this.clock)
    const isSigned = (name: string | undefined, known: string | null): boolean => (name ?? known) === known
    if (!isSigned(signed?.customer, ticket.customer_signed_by))
      row.refuse('customer_signed_by', whyListed.signedOtherwise(ticket.customer_signed_by))
    if (!isSigned(signed?.maintainer, ticket.maintainer_signed_by))
      row.refuse('maintainer_signed_by', whyListed.signedOtherwise(ticket.maintainer_signed_by))
    return {}
  }
}

/** Of several people the first answers for the repair; all of them are kept in the note. */
function noteOf({ note, repaired_at }: Ticket, together: string | undefined): Partial<Ticket> {
  if (together === undefined || repaired_at !== null) return {}
  return { note: note === null ? together : `${note}；${together}` }
}

/** Faults name the columns as the file does. */
function calledBy(row: Row): Called {
  return {
    repaired_at: row.nameOf('repaired_at'),
    by: row.nameOf('repaired_by'),
    resolution: row.nameOf('resolution'),
    customer_signed: row.nameOf('customer_signed_by'),
    maintainer_signed: row.nameOf('maintainer_signed_by'),
    returned_at: row.nameOf('returned_at'),
  }
}
