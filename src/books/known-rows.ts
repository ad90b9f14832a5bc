import type { ReadDb } from '../kernel/db.ts'
import { readTicket } from '../ticket/queries.ts'
import { statusOf } from '../ticket/rules.ts'
import type { Ticket } from '../ticket/ticket.ts'
import { ticketView } from '../ticket/views.ts'
import type { Draft } from './draft.ts'
import { contentKey } from './identity.ts'

/** A ticket that stands where a row would go. */
interface Known {
  readonly ticket_no: string
  readonly import_key: string | null
  readonly import_hash: string | null
  readonly source: string | null
}

/** How many keys one question asks for; the same number every time, so that it is prepared once. */
export const ASKED = 250
const PLACES = Array.from({ length: ASKED }, (_, index) => `$${index + 1}`).join(', ')
const COLUMNS = 'ticket_no, import_key, import_hash, source'
const BY_KEY = `select ${COLUMNS} from ticket where import_key in (${PLACES})`
const BY_NUMBER = `select ${COLUMNS} from ticket where ticket_no in (${PLACES})`
const ANY = `select ticket_no from ticket limit 1`
const LATEST_CHANGE = `select max(entry) as entry from journal`

/** Does the office have any ticket? An empty one knows no row. */
export async function hasTickets(db: ReadDb): Promise<boolean> {
  return (await db.get(ANY)) !== undefined
}

/** Grows with every change: equal twice, nothing changed between. */
export async function latestChange(db: ReadDb): Promise<number> {
  return Number((await db.get(LATEST_CHANGE))?.entry ?? 0)
}

export async function knownByKey(db: ReadDb, keys: readonly string[]): Promise<Map<string, Known>> {
  return asked(db, BY_KEY, keys, (known) => known.import_key)
}

export async function knownByNumber(db: ReadDb, numbers: readonly string[]): Promise<Map<string, Known>> {
  return asked(db, BY_NUMBER, numbers, (known) => known.ticket_no)
}

async function asked(
  db: ReadDb,
  sql: string,
  keys: readonly string[],
  keyOf: (known: Known) => string | null,
): Promise<Map<string, Known>> {
  const found = new Map<string, Known>()
  for (let from = 0; from < keys.length; from += ASKED) {
    const some = keys.slice(from, from + ASKED)
    const filled = [...some, ...Array.from({ length: ASKED - some.length }, () => some[0] ?? '')]
    for (const row of await db.all(sql, filled)) {
      const known = row as unknown as Known
      found.set(keyOf(known) ?? '', known)
    }
  }
  return found
}

/**
 * The place of a row from a rejects file among rows of its content: rows of its own book with other lines are other rows,
 * also those up to `taken`, which this import has placed; with its own line, or in another book, it is known: absent.
 */
export async function freePlace(
  db: ReadDb,
  hashed: string,
  taken: number,
  { reported_at, source }: Draft,
): Promise<number | undefined> {
  const book = (source ?? '').slice(0, (source ?? '').lastIndexOf(':') + 1)
  for (let place = 1; ; place += 1) {
    const key = contentKey(reported_at, hashed, place)
    const known = (await knownByKey(db, [key])).get(key)
    if (known === undefined && place > taken) return place
    if (known !== undefined && (known.source === source || known.source?.startsWith(book) !== true)) return undefined
  }
}

/** What an export says of a ticket, but for its verdicts. */
const FACTS = ticketView
  .map((column) => column.name)
  .filter((name) => !['status', 'deadline', 'late'].includes(name)) as (keyof Ticket & keyof Draft)[]

/** Is the ticket as it stands what this row of an export says? */
export async function standsAsSaid(db: ReadDb, draft: Draft): Promise<boolean> {
  const ticket = await readTicket(db, draft.ticket_no ?? '')
  if (ticket === undefined || statusOf(ticket) !== statusOf(draft)) return false
  return (
    FACTS.every((field) => ticket[field] === draft[field]) &&
    (ticket.fault_class !== 'severe' || ticket.approved_deadline === draft.approved_deadline)
  )
}
