import { dayAt } from '../kernel/calendar.ts'
import type { StageDb } from '../kernel/db.ts'
import { whyNot as why } from '../kernel/messages/books.ts'
import type { Zone } from '../kernel/zone.ts'
import { phoneKeys, placeKey } from '../ticket/same-customer.ts'
import { createStage, stagePhones, stageTickets } from '../ticket/staged-tickets.ts'
import type { StagedTicket } from '../ticket/staged-tickets.ts'
import type { RowRead } from './draft.ts'
import { HashTable, bits, contentHash, contentKey } from './identity.ts'
import { freePlace, hasTickets, knownByKey, knownByNumber, standsAsSaid } from './known-rows.ts'
import type { People } from './people.ts'
import type { Refusal } from './refusal.ts'

/** A row that can be imported, unless it is known. */
export interface Candidate {
  readonly line: number
  readonly cells: readonly string[]
  readonly read: RowRead
}

interface Hashed extends Candidate {
  readonly hashed: string
}

/** What became of the rows so far. */
export interface Counts {
  imported: number
  duplicates: number
  /** Rows imported with something from a default. */
  defaulted: number
  filed: number
  /** How often each default was used, by its bit. */
  readonly byDefault: Map<number, number>
}

type Refuse = (row: Candidate, refusal: Refusal) => Promise<void>

/**
 * Puts the rows of a book into the stage, each once: a row is known by its number, else by its content and its place among
 * rows of the same content, in the office and in the book itself. Numbers are given out when the rows are adopted.
 */
export class Stager {
  readonly counts: Counts = { imported: 0, duplicates: 0, defaulted: 0, filed: 0, byDefault: new Map() }
  /** How many numbers each day needs. */
  readonly numbered = new Map<string, number>()
  /** The highest number of this office that the book itself gives for a day. */
  readonly taken = new Map<string, number>()
  private readonly db: StageDb
  private readonly ownNumber: RegExp
  private readonly zone: Zone
  private readonly people: People
  private readonly refuse: Refuse
  private readonly isOwn: boolean
  private readonly knowsRows: boolean
  private readonly places = new HashTable()
  private readonly numbers = new HashTable()
  private readonly days = new Map<number, string>()

  private constructor(db: StageDb, setting: StageSetting, knowsRows: boolean) {
    this.db = db
    this.ownNumber = new RegExp(`^${setting.officeCode}-(\\d{4})(\\d\\d)(\\d\\d)-(\\d{4,9})$`)
    this.zone = setting.zone
    this.people = setting.people
    this.refuse = setting.refuse
    this.isOwn = setting.isOwn
    this.knowsRows = knowsRows
  }

  static async open(db: StageDb, setting: StageSetting): Promise<Stager> {
    await createStage(db)
    return new Stager(db, setting, await hasTickets(db))
  }

  async take(candidates: readonly Candidate[]): Promise<void> {
    const rows = candidates.map((row): Hashed => ({ ...row, hashed: contentHash(row.read.content) }))
    const fresh = await this.withFreshNumbers(rows)
    const placed = await this.withFreshContent(fresh)
    await stageTickets(this.db, placed)
    const phones = placed.flatMap((ticket) => furtherPhones(ticket))
    if (phones.length > 0) await stagePhones(this.db, phones)
  }

  /** Leaves out rows whose number is known: with the same content a duplicate, with other content refused. */
  private async withFreshNumbers(rows: readonly Hashed[]): Promise<Hashed[]> {
    const numbers = rows.flatMap(({ read }) => (read.draft.ticket_no === null ? [] : [read.draft.ticket_no]))
    if (numbers.length === 0) return [...rows]
    const known = this.knowsRows
      ? await knownByNumber(this.db, numbers)
      : new Map<string, { import_hash: string | null }>()
    const fresh: Hashed[] = []
    for (const row of rows) {
      const number = row.read.draft.ticket_no
      const stored = number === null ? undefined : known.get(number)
      const inBook = number === null ? 0 : this.numbers.get(contentHash(number))
      const content = bits(row.hashed, 10)
      if (stored !== undefined) {
        const same = stored.import_hash === row.hashed || (this.isOwn && (await standsAsSaid(this.db, row.read.draft)))
        await this.sameOrRefused(row, same)
      } else if (inBook !== 0) await this.sameOrRefused(row, inBook === content)
      else {
        if (number !== null) this.numbers.set(contentHash(number), content)
        fresh.push(row)
      }
    }
    return fresh
  }

  private async sameOrRefused(row: Hashed, same: boolean): Promise<void> {
    if (same) this.counts.duplicates += 1
    else await this.refuse(row, { column: 'ticket_no', value: row.read.draft.ticket_no ?? '', why: why.numberTaken })
  }

  /** Leaves out rows whose content is known, and makes staged tickets of the others. */
  private async withFreshContent(rows: readonly Hashed[]): Promise<StagedTicket[]> {
    const keyed = rows.map((row) => {
      const place = this.places.get(row.hashed) + 1
      this.places.set(row.hashed, place)
      return { row, place }
    })
    const keys = keyed.map(({ row, place }) => contentKey(row.hashed, place))
    const known = this.knowsRows ? await knownByKey(this.db, keys) : new Map<string, unknown>()
    const placed: StagedTicket[] = []
    for (const [index, { row, place }] of keyed.entries()) {
      const key = keys[index] ?? ''
      if (!known.has(key)) placed.push(this.staged(row, key))
      else {
        const free = row.read.fromRejects
          ? await freePlace(this.db, row.hashed, place, row.read.draft.source ?? '')
          : undefined
        if (free === undefined) this.counts.duplicates += 1
        else {
          this.places.set(row.hashed, free)
          placed.push(this.staged(row, contentKey(row.hashed, free)))
        }
      }
    }
    return placed
  }

  private staged(row: Hashed, import_key: string): StagedTicket {
    const { draft } = row.read
    this.count(row)
    this.people.use(draft.branch, draft.assigned_to, draft.repaired_by)
    const day = draft.ticket_no === null ? this.dayOf(draft.reported_at) : null
    if (draft.ticket_no !== null) this.noteOwnNumber(draft.ticket_no)
    return {
      ...draft,
      seq: this.counts.imported,
      day,
      place: day === null ? null : this.nextPlace(day),
      phone_key: phoneKeys(draft.phone)[0] ?? null,
      place_key: placeKey(draft),
      import_key,
      import_hash: draft.ticket_no === null ? null : row.hashed,
    }
  }

  private count({ read }: Hashed): void {
    this.counts.imported += 1
    this.counts.filed += read.draft.filed
    if (read.defaulted === 0) return
    this.counts.defaulted += 1
    this.counts.byDefault.set(read.defaulted, (this.counts.byDefault.get(read.defaulted) ?? 0) + 1)
  }

  private nextPlace(day: string): number {
    const place = (this.numbered.get(day) ?? 0) + 1
    this.numbered.set(day, place)
    return place
  }

  private noteOwnNumber(ticketNo: string): void {
    const match = this.ownNumber.exec(ticketNo)
    if (match === null) return
    const day = `${match[1]}-${match[2]}-${match[3]}`
    this.taken.set(day, Math.max(this.taken.get(day) ?? 0, Number(match[4])))
  }

  private dayOf(at: number): string {
    const local = Math.floor((at + this.zone.offsetAt(at)) / 86_400)
    const known = this.days.get(local) ?? dayAt(this.zone, at)
    this.days.set(local, known)
    return known
  }
}

export interface StageSetting {
  readonly officeCode: string
  readonly zone: Zone
  readonly people: People
  readonly isOwn: boolean
  readonly refuse: Refuse
}

function furtherPhones(ticket: StagedTicket): [seq: number, digits: string][] {
  // Most rows hold one number and nothing between numbers.
  if (ticket.phone.length < 15) return []
  return phoneKeys(ticket.phone)
    .slice(1)
    .map((digits) => [ticket.seq, digits])
}
