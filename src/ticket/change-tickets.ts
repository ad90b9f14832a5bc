import { confirmBulk } from '../kernel/confirm-bulk.ts'
import type { Ctx } from '../kernel/ctx.ts'
import type { ReadDb, WriteDb } from '../kernel/db.ts'
import { Fault } from '../kernel/faults.ts'
import { ticketWords as t } from '../kernel/messages/ticket.ts'
import { record, records } from '../kernel/outcome.ts'
import type { Outcome } from '../kernel/outcome.ts'
import type { Clock } from '../kernel/moment.ts'
import type { Text } from '../kernel/text.ts'
import type { View } from '../kernel/view.ts'
import { withWarnings } from '../kernel/warning.ts'
import type { Warned, Warning } from '../kernel/warning.ts'
import type { Office } from '../office/office.ts'
import { readOffice } from '../office/queries.ts'
import { listForPeople } from './find-ticket.ts'
import { changedTicket } from './changed-ticket.ts'
import type { Judged } from './rules.ts'
import type { Ticket } from './ticket.ts'
import { ticketView } from './views.ts'

/** A ticket after its change, and what to say of it. */
export interface TicketChange {
  readonly ticket: Ticket
  readonly warnings?: readonly Warning[]
  readonly notes?: readonly Text[]
}

interface Change {
  /** The ticket that a word names, if this may be done to it. */
  find(db: ReadDb, office: Office, typed: string, clock: Clock): Promise<Ticket>
  change(db: WriteDb, before: Ticket, office: Office): Promise<TicketChange>
  readonly view?: View<Judged>
  /** An array even for one ticket, as it always was for this verb. */
  readonly always?: 'array'
}

interface Changed {
  readonly tickets: readonly Warned<Judged>[]
  readonly notes: readonly Text[]
}

/** Does the same to every ticket named: all or none, in one transaction. One ticket is an object, several are an array. */
export async function changeTickets(ctx: Ctx, typed: readonly string[], how: Change): Promise<Outcome> {
  await confirmBulk(ctx, typed.length, () => listForPeople(ctx, typed, how.find))
  const { tickets, notes } = await ctx.writing((db) => changeAll(ctx, db, typed, how))
  const view = withWarnings(how.view ?? ticketView, ctx.language)
  const [only] = tickets
  if (only !== undefined && typed.length === 1 && how.always === undefined) return record(view, only, { notes })
  // A table has no room for them.
  const warnings = tickets.flatMap((ticket) => ticket.warnings.map(({ message }) => message))
  return records(view, tickets, t.none, { notes: distinct([...notes, ...warnings]) })
}

async function changeAll(ctx: Ctx, db: WriteDb, typed: readonly string[], how: Change): Promise<Changed> {
  const office = await readOffice(db)
  const before = new Map<string, Ticket>()
  for (const word of typed) {
    const ticket = await how.find(db, office, word, ctx)
    before.set(ticket.ticket_no, ticket)
  }
  const [tickets, notes]: [Warned<Judged>[], Text[]] = [[], []]
  for (const ticket of before.values()) {
    const done = await named(ticket.ticket_no, before.size > 1, () => how.change(db, ticket, office))
    const changed = await changedTicket(ctx, db, office, ticket, done.ticket)
    tickets.push({ ...changed, warnings: [...(done.warnings ?? []), ...changed.warnings] })
    notes.push(...(done.notes ?? []))
  }
  return { tickets, notes }
}

/** Of several tickets, a refusal names the one that it is about. */
async function named<T>(ticketNo: string, several: boolean, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!several || !(error instanceof Fault) || error.what.en.includes(ticketNo)) throw error
    throw new Fault(error.code, t.about(ticketNo, error.what), error.next)
  }
}

function distinct(notes: readonly Text[]): Text[] {
  return [...new Map(notes.map((note) => [note.en, note])).values()]
}
