import type { ReadDb, Row, WriteDb } from '../kernel/db.ts'
import type { Instant } from '../kernel/zone.ts'
import { saveTicket } from './queries.ts'
import type { HoldReason, Ticket } from './ticket.ts'

/** The customer asked again about an open ticket. */
export interface Chase {
  readonly ticket_no: string
  readonly chase: number
  readonly at: Instant
  readonly taken_by: string | null
  readonly note: string | null
}

/** Why it could not be repaired yet, and the appointment (2.6). */
export interface Hold {
  readonly ticket_no: string
  readonly hold: number
  readonly reason: HoldReason
  /** Absent: none could be made yet, for want of parts or for the weather. */
  readonly appointment_at: Instant | null
  readonly called_at: Instant
  readonly maintainer: string | null
  readonly note: string | null
}

/** A deadline of a severe fault, approved by leadership (2.4). */
export interface Approval {
  readonly ticket_no: string
  readonly approval: number
  readonly deadline: Instant
  readonly approved_by: string
  readonly approved_at: Instant
  readonly note: string | null
}

const CHASES = `select ticket_no, chase, at, taken_by, note from chase where ticket_no = $1 order by chase`
const HOLDS = `select ticket_no, hold, reason, appointment_at, called_at, maintainer, note from hold where ticket_no = $1 order by hold`
const APPROVALS = `
  select ticket_no, approval, deadline, approved_by, approved_at, note from approval where ticket_no = $1 order by approval`
const INSERT_CHASE = `insert into chase (ticket_no, chase, at, taken_by, note) values ($1, $2, $3, $4, $5)`
const INSERT_HOLD = `
  insert into hold (ticket_no, hold, reason, appointment_at, called_at, maintainer, note) values ($1, $2, $3, $4, $5, $6, $7)`
const INSERT_APPROVAL = `
  insert into approval (ticket_no, approval, deadline, approved_by, approved_at, note) values ($1, $2, $3, $4, $5, $6)`

export async function readChases(db: ReadDb, ticketNo: string): Promise<Chase[]> {
  return shaped<Chase>(await db.all(CHASES, [ticketNo]))
}

export async function readHolds(db: ReadDb, ticketNo: string): Promise<Hold[]> {
  return shaped<Hold>(await db.all(HOLDS, [ticketNo]))
}

export async function readApprovals(db: ReadDb, ticketNo: string): Promise<Approval[]> {
  return shaped<Approval>(await db.all(APPROVALS, [ticketNo]))
}

/** Strict columns guarantee the shape. */
function shaped<T>(rows: readonly Row[]): T[] {
  return rows as unknown as T[]
}

export async function addChase(
  db: WriteDb,
  ticket: Ticket,
  chase: Omit<Chase, 'ticket_no' | 'chase'>,
): Promise<Ticket> {
  const added = { ticket_no: ticket.ticket_no, chase: (await readChases(db, ticket.ticket_no)).length + 1, ...chase }
  await db.run(INSERT_CHASE, [added.ticket_no, added.chase, added.at, added.taken_by, added.note])
  await db.record({ subject: ticket.ticket_no, table: 'chase', after: added })
  return saveTicket(db, ticket, { chases: ticket.chases + 1 })
}

/** The latest hold is the ticket's; the earlier ones are kept. */
export async function addHold(db: WriteDb, ticket: Ticket, hold: Omit<Hold, 'ticket_no' | 'hold'>): Promise<Ticket> {
  const added = { ticket_no: ticket.ticket_no, hold: (await readHolds(db, ticket.ticket_no)).length + 1, ...hold }
  await db.run(INSERT_HOLD, [
    added.ticket_no,
    added.hold,
    added.reason,
    added.appointment_at,
    added.called_at,
    added.maintainer,
    added.note,
  ])
  await db.record({ subject: ticket.ticket_no, table: 'hold', after: added })
  return saveTicket(db, ticket, { hold_reason: added.reason, appointment_at: added.appointment_at })
}

/** The last approval counts; each is kept. */
export async function addApproval(
  db: WriteDb,
  ticket: Ticket,
  approval: Omit<Approval, 'ticket_no' | 'approval'>,
): Promise<Ticket> {
  const number = (await readApprovals(db, ticket.ticket_no)).length + 1
  const added = { ticket_no: ticket.ticket_no, approval: number, ...approval }
  await db.run(INSERT_APPROVAL, [
    added.ticket_no,
    added.approval,
    added.deadline,
    added.approved_by,
    added.approved_at,
    added.note,
  ])
  await db.record({ subject: ticket.ticket_no, table: 'approval', after: added })
  return saveTicket(db, ticket, { approved_deadline: added.deadline, approved_by: added.approved_by })
}
