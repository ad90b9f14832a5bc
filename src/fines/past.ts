import type { ReadDb } from '../kernel/db.ts'
import { zoneNamed } from '../kernel/zone.ts'
import { RULE_KEYS } from '../office/rules.ts'
import type { DatedRule } from '../office/rules.ts'
import type { Office } from '../office/office.ts'
import { imageOf, readJournalOf } from '../store/journal.ts'
import { readSimilar, readTicket } from '../ticket/queries.ts'
import type { Ticket } from '../ticket/ticket.ts'
import { liabilityOf } from './complaint.ts'
import type { Complaint, LiableComplaint } from './complaint.ts'
import { readComplaint, readRecord } from './complaint-queries.ts'

/** Where the facts of a moment come from. */
export interface Facts {
  ticket(no: string): Promise<Ticket | undefined>
  complaint(no: string): Promise<LiableComplaint | undefined>
  /** Whoever else may be the same customer; `all`: also those whose name, phone or account was amended since. */
  others(ticket: Ticket, all: boolean): Promise<Ticket[]>
}

export function factsOfNow(db: ReadDb): Facts {
  return {
    ticket: (no) => readTicket(db, no),
    complaint: (no) => readComplaint(db, no),
    others: async (ticket) => without(ticket, await readSimilar(db, ticket)),
  }
}

/** The facts just before an entry of the journal: what was known to whoever decided then. */
export function factsBefore(db: ReadDb, entry: number): Facts {
  const ticket = async (no: string): Promise<Ticket | undefined> =>
    asItWas(db, { table: 'ticket', subject: no, entry }, await readTicket(db, no))
  return {
    ticket,
    async complaint(no) {
      if ((await readComplaint(db, no)) === undefined) return undefined
      const complaint = await asItWas<Complaint>(
        db,
        { table: 'complaint', subject: no, entry },
        await readRecord(db, no),
      )
      if (complaint === undefined) return undefined
      const about = complaint.ticket_no === null ? undefined : await ticket(complaint.ticket_no)
      const liability =
        about === undefined
          ? { branch: complaint.branch ?? '', maintainer: complaint.maintainer }
          : liabilityOf(about, complaint.received_at)
      return { ...complaint, ...liability }
    },
    async others(then, all) {
      const now = await readTicket(db, then.ticket_no)
      const numbers = new Set(all ? await readAmended(db, entry) : [])
      for (const customer of [then, ...(now === undefined ? [] : [now])])
        for (const { ticket_no } of await readSimilar(db, customer)) numbers.add(ticket_no)
      const found: Ticket[] = []
      for (const no of numbers) found.push(...[await ticket(no)].filter((other) => other !== undefined))
      return without(then, found)
    },
  }
}

function without({ ticket_no }: Ticket, tickets: readonly Ticket[]): Ticket[] {
  return tickets.filter((other) => other.ticket_no !== ticket_no)
}

const AMENDED = `
  select distinct subject from journal where entry > $1 and tbl = 'ticket' and verb = 'amend' order by subject`

async function readAmended(db: ReadDb, entry: number): Promise<string[]> {
  return (await db.all(AMENDED, [entry])).map((row) => String(row.subject))
}

/** The office with the rules, the first day of fines and the zone that it had just before an entry of the journal. */
export async function officeBefore(db: ReadDb, office: Office, entry: number): Promise<Office> {
  const setting = async (key: string, value: string): Promise<string> =>
    (await asItWas(db, { table: 'setting', subject: key, entry }, { key, value }))?.value ?? value
  const fines_from = await setting('fines_from', office.fines_from)
  const zone = zoneNamed(await setting('timezone', office.zone.name)) ?? office.zone
  const rules = new Map(office.rules.map((rule) => [idOf(rule), rule]))
  for (const subject of RULE_KEYS) {
    for (const later of (await readJournalOf(db, subject))
      .filter((e) => e.tbl === 'rule' && e.entry > entry)
      .toReversed()) {
      // The journal keeps whole rows.
      const [before, after] = [imageOf(later.before), imageOf(later.after)] as (DatedRule | undefined)[]
      if (after !== undefined) rules.delete(idOf(after))
      if (before !== undefined) rules.set(idOf(before), before)
    }
  }
  return { ...office, fines_from, zone, rules: [...rules.values()] }
}

const idOf = ({ key, from_at }: DatedRule): string => `${key} ${from_at}`

interface Moment {
  readonly table: string
  readonly subject: string
  readonly entry: number
}

/** A row as it was just before an entry; one that an import brought in is told of from its first change on. */
async function asItWas<T>(db: ReadDb, { table, subject, entry }: Moment, now: T | undefined): Promise<T | undefined> {
  const entries = (await readJournalOf(db, subject)).filter(({ tbl }) => tbl === table)
  const last = entries.findLast((one) => one.entry < entry)
  const next = entries.find((one) => one.entry > entry)
  if (last === undefined && next === undefined) return now
  // The journal keeps whole rows.
  return imageOf(last === undefined ? next?.before : last.after) as T | undefined
}

/** The entry of the journal that tells of a row: of a decision or a line of a fine. */
export async function entryOf(
  db: ReadDb,
  fineId: string,
  table: 'decision' | 'ledger_line',
  no: number,
): Promise<number | undefined> {
  const column = table === 'decision' ? 'decision' : 'line'
  const entries = await readJournalOf(db, fineId)
  return entries.find(({ tbl, after }) => tbl === table && imageOf(after)?.[column] === no)?.entry
}
