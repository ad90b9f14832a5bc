import { KEYS, chunksOf } from '../kernel/chunks.ts'
import type { ReadDb, Row, Value, WriteDb } from '../kernel/db.ts'
import { phoneKeys, placeKey } from './same-customer.ts'
import { OF_CUSTOMER, wordsSql } from './search-sql.ts'
import type { Ticket } from './ticket.ts'
import { binder } from './verdict-sql.ts'

/** The columns of table `ticket`; `Ticket` has exactly these fields. */
export const TICKET_COLUMNS = [
  'ticket_no',
  'fault_class',
  'service',
  'account_no',
  'customer_name',
  'address',
  'phone',
  'symptom',
  'intake',
  'branch',
  'reported_at',
  'entered_at',
  'taken_by',
  'note',
  'source',
  'phone_key',
  'place_key',
  'approved_deadline',
  'approved_by',
  'handover_no',
  'handed_over_at',
  'handover_channel',
  'assigned_to',
  'assigned_at',
  'chases',
  'hold_reason',
  'appointment_at',
  'repaired_at',
  'repaired_by',
  'resolution',
  'customer_signed_by',
  'maintainer_signed_by',
  'returned_at',
  'no_slip_reason',
  'closed_at',
  'filed',
  'void_at',
  'void_reason',
  'duplicate_of',
  'import_id',
  'import_key',
  'import_hash',
  'extra',
  'revision',
  'former_branches',
] as const satisfies readonly (keyof Ticket)[]

const PLACES = TICKET_COLUMNS.map((_, index) => `$${index + 1}`).join(', ')
export const INSERT_TICKET = `insert into ticket (${TICKET_COLUMNS.join(', ')}) values (${PLACES})`
const REVISION = TICKET_COLUMNS.indexOf('revision') + 1
const UPDATE_TICKET = `
  update ticket set ${TICKET_COLUMNS.slice(1)
    .map((column, index) => `${column} = $${index + 2}`)
    .join(', ')}
  where ticket_no = $1 and revision = $${REVISION} - 1`
const INSERT_PHONE = `insert into ticket_phone (digits, ticket_no) values ($1, $2) on conflict (digits, ticket_no) do nothing`
const DELETE_PHONES = `delete from ticket_phone where ticket_no = $1`
const TICKET = `select ${TICKET_COLUMNS.join(', ')} from ticket where ticket_no = $1`
const TICKETS = `select ${TICKET_COLUMNS.join(', ')} from ticket where ticket_no in ${KEYS}`
const DUPLICATES = `select ${TICKET_COLUMNS.join(', ')} from ticket where duplicate_of = $1 order by ticket_no`

/** Strict columns and checks of the table guarantee the shape. */
export function ticketOf(row: Row): Ticket {
  return row as unknown as Ticket
}

export async function readTicket(db: ReadDb, ticketNo: string): Promise<Ticket | undefined> {
  const row = await db.get(TICKET, [ticketNo])
  return row === undefined ? undefined : ticketOf(row)
}

/** Several tickets at once, by their numbers. */
export async function readTickets(db: ReadDb, numbers: readonly string[]): Promise<Map<string, Ticket>> {
  const found = new Map<string, Ticket>()
  for (const chunk of chunksOf(numbers)) {
    for (const row of await db.all(TICKETS, chunk)) found.set(String(row.ticket_no), ticketOf(row))
  }
  return found
}

/** The void tickets that were found to double this one. */
export async function readDuplicatesOf(db: ReadDb, ticketNo: string): Promise<Ticket[]> {
  return (await db.all(DUPLICATES, [ticketNo])).map(ticketOf)
}

/** The values of a row, in the order of `TICKET_COLUMNS`. */
export function ticketValues(ticket: Ticket): Value[] {
  return TICKET_COLUMNS.map((column) => ticket[column])
}

/** The ticket with the keys that its customer is found by. */
export function withKeys(ticket: Ticket): Ticket {
  return { ...ticket, phone_key: phoneKeys(ticket.phone)[0] ?? null, place_key: placeKey(ticket) }
}

/** A new ticket, with its journal entry. */
export async function insertTicket(db: WriteDb, ticket: Ticket): Promise<Ticket> {
  const keyed = withKeys(ticket)
  await db.run(INSERT_TICKET, ticketValues(keyed))
  await insertFurtherPhones(db, keyed)
  await db.record({ subject: keyed.ticket_no, table: 'ticket', after: keyed })
  return keyed
}

/** Phones beyond the first, so that any shared one is found. */
export async function insertFurtherPhones(db: WriteDb, ticket: Pick<Ticket, 'phone' | 'ticket_no'>): Promise<void> {
  for (const digits of phoneKeys(ticket.phone).slice(1)) await db.run(INSERT_PHONE, [digits, ticket.ticket_no])
}

/**
 * The ticket after a change, with its journal entry (and why, where a reason was asked for); throws where another seat
 * changed it since it was read.
 */
export async function saveTicket(
  db: WriteDb,
  before: Ticket,
  changes: Partial<Ticket>,
  reason?: string,
): Promise<Ticket> {
  const after = withKeys({ ...before, ...changes, revision: before.revision + 1 })
  const saved = await db.run(UPDATE_TICKET, ticketValues(after))
  if (saved !== 1) throw new Error(`ticket ${before.ticket_no} changed while it was being changed`)
  if (after.phone !== before.phone) {
    await db.run(DELETE_PHONES, [after.ticket_no])
    await insertFurtherPhones(db, after)
  }
  await db.record({
    subject: after.ticket_no,
    table: 'ticket',
    before,
    after,
    ...(reason === undefined ? {} : { reason }),
  })
  return after
}

const COLUMNS_OF_T = TICKET_COLUMNS.map((column) => `t.${column}`).join(', ')
/** Whoever may be the same customer, by account, place or one phone; `isSameCustomer` decides. */
const SIMILAR = `
  select ${COLUMNS_OF_T} from ticket t where t.ticket_no in (
    select ticket_no from ticket where account_no = $1
    union select ticket_no from ticket where place_key = $2
    union select ticket_no from ticket where phone_key = $3
    union select ticket_no from ticket_phone where digits = $3)
  order by t.reported_at desc, t.ticket_no desc`

/** Tickets that may be of the same customer, newest first. */
export async function readSimilar(
  db: ReadDb,
  customer: Pick<Ticket, 'account_no' | 'phone' | 'customer_name' | 'address'>,
): Promise<Ticket[]> {
  const found = new Map<string, Ticket>()
  const keys = phoneKeys(customer.phone)
  for (const key of keys.length === 0 ? [null] : keys) {
    for (const row of await db.all(SIMILAR, [customer.account_no, placeKey(customer), key])) {
      const ticket = ticketOf(row)
      found.set(ticket.ticket_no, ticket)
    }
  }
  return [...found.values()].sort((a, b) => b.reported_at - a.reported_at || (a.ticket_no < b.ticket_no ? 1 : -1))
}

/**
 * Tickets whose customer was named by any part of what is known of them, at most `limit`: names that begin so first, then
 * the newest.
 */
export async function readByCustomer(db: ReadDb, typed: string, limit: number): Promise<Ticket[]> {
  const { values, bind } = binder()
  const where = `t.void_at is null and ${wordsSql(typed, OF_CUSTOMER, bind)}`
  const begin = typed.trim().split(/\s+/)[0] ?? ''
  const sql = `
    select ${COLUMNS_OF_T} from ticket t where ${where}
    order by case when substr(t.customer_name, 1, ${bind(begin.length)}) = ${bind(begin)} then 0 else 1 end,
      t.reported_at desc, t.ticket_no desc limit ${bind(limit)}`
  return (await db.all(sql, values)).map(ticketOf)
}

/** Tickets whose number ends so, the latest first, at most `limit`. */
export async function readEndingIn(db: ReadDb, endings: readonly string[], limit: number): Promise<Ticket[]> {
  const { values, bind } = binder()
  const ends = endings.map((ending) => {
    const length = bind(ending.length)
    return `substr(t.ticket_no, length(t.ticket_no) - ${length} + 1) = ${bind(ending)}`
  })
  const sql = `
    select ${COLUMNS_OF_T} from ticket t where ${ends.join(' or ')}
    order by t.reported_at desc, t.ticket_no desc limit ${bind(limit)}`
  return (await db.all(sql, values)).map(ticketOf)
}
