import type { StageDb } from '../kernel/db.ts'
import { whyNot as why } from '../kernel/messages/book-refusals.ts'
import type { Zone } from '../kernel/zone.ts'
import { phoneKeys, placeKey } from '../ticket/same-customer.ts'
import { createStage, numberStaged, stagePhones, stageTickets } from '../ticket/staged-tickets.ts'
import type { StagedColumn, StagedTicket } from '../ticket/staged-tickets.ts'
import { numbersGiven } from '../office/numbering.ts'
import { BookNumbers } from './book-numbers.ts'
import type { Given } from './book-numbers.ts'
import type { RowRead } from './draft.ts'
import { HashTable, bits, contentHash, contentKey } from './identity.ts'
import { freePlace, hasTickets, knownByKey, knownByNumber, standsAsSaid } from './known-rows.ts'
import type { People } from './people.ts'
import type { Refusal } from './refusal.ts'

/** What became of the rows so far. */
export interface Counts {
  imported: number
  duplicates: number
  /** Rows imported with something from a default. */
  defaulted: number
  filed: number
  /** Rows whose deadline this office's rules count otherwise than the export they come from. */
  recounted: number
  /** Rows with several people in one cell. */
  several: number
  /** How often each default was used, by its bit. */
  readonly byDefault: Map<number, number>
}

type Refuse = (row: RowRead, refusal: Refusal) => void

/**
 * Puts the rows of a book into the stage, each once: a row is known by its number, else by its content and its place among
 * rows of the same content, in the office and in the book itself. Numbers are given out when the rows are adopted.
 */
export class Stager {
  readonly counts: Counts = {
    imported: 0,
    duplicates: 0,
    defaulted: 0,
    filed: 0,
    recounted: 0,
    several: 0,
    byDefault: new Map(),
  }
  readonly numbers: BookNumbers
  private readonly db: StageDb
  private readonly people: People
  private readonly refuse: Refuse
  private readonly isOwn: boolean
  private readonly isFileKnown: boolean
  private readonly numberIsBare: boolean
  readonly live: readonly StagedColumn[]
  private readonly knowsRows: boolean
  private readonly places = new HashTable()
  private readonly knownNumbers = new HashTable()

  private constructor(db: StageDb, setting: StageSetting, given: Given, knowsRows: boolean) {
    this.db = db
    this.people = setting.people
    this.refuse = setting.refuse
    this.isOwn = setting.isOwn
    this.isFileKnown = setting.isFileKnown
    this.numberIsBare = setting.numberIsBare
    this.live = setting.live
    this.numbers = new BookNumbers(setting.officeCode, setting.zone, given, setting.hasNumbers)
    this.knowsRows = knowsRows
  }

  static async open(db: StageDb, setting: StageSetting): Promise<Stager> {
    await createStage(db)
    return new Stager(db, setting, await numbersGiven(db, 'ticket'), await hasTickets(db))
  }

  async take(rows: readonly RowRead[]): Promise<void> {
    const hashes = rows.map((row) => contentHash(row.content))
    const isNumbered = rows.some((row) => row.draft.ticket_no !== null)
    const stale = isNumbered ? await this.withKnownNumbers(rows, hashes) : undefined
    const placed = await this.withFreshContent(rows, hashes, stale)
    await stageTickets(this.db, this.live, placed)
    const phones: [seq: number, digits: string][] = []
    for (const ticket of placed) addFurtherPhones(ticket, phones)
    if (phones.length > 0) await stagePhones(this.db, phones)
  }

  /** The whole book was read: rows that had to wait for it get their numbers. */
  async finish(): Promise<void> {
    await numberStaged(this.db, this.numbers.late())
  }

  /** Rows whose number is known: with the same content they are duplicates, with other content refused. */
  private async withKnownNumbers(rows: readonly RowRead[], hashes: readonly string[]): Promise<Set<RowRead>> {
    const numbers = rows.flatMap(({ draft }) => (draft.ticket_no === null ? [] : [draft.ticket_no]))
    const known = this.knowsRows ? await knownByNumber(this.db, numbers) : NONE_KNOWN
    const stale = new Set<RowRead>()
    for (const [index, row] of rows.entries()) {
      const number = row.draft.ticket_no
      if (number === null) continue
      const hashed = hashes[index] ?? ''
      const stored = known.get(number)
      const inBook = this.knownNumbers.get(contentHash(number))
      const content = bits(hashed, 10)
      if (stored === undefined && inBook === 0) this.knownNumbers.set(contentHash(number), content)
      else {
        stale.add(row)
        const isSame = stored === undefined ? inBook === content : await this.isSaid(row, stored.import_hash === hashed)
        if (isSame) this.counts.duplicates += 1
        else
          this.refuse(row, {
            column: 'ticket_no',
            value: number,
            why: this.numberIsBare ? why.serialTaken : why.numberTaken,
          })
      }
    }
    return stale
  }

  /** Our own export says what a ticket is now, not what it was when it was first imported. */
  private async isSaid(row: RowRead, isFirstImported: boolean): Promise<boolean> {
    return isFirstImported || (this.isOwn && (await standsAsSaid(this.db, row.draft)))
  }

  /** Leaves out rows whose content is known, and makes staged tickets of the others. */
  private async withFreshContent(
    rows: readonly RowRead[],
    hashes: readonly string[],
    stale: ReadonlySet<RowRead> | undefined,
  ): Promise<StagedTicket[]> {
    const keyed: { row: RowRead; hashed: string; key: string }[] = []
    const placed: StagedTicket[] = []
    for (const [index, row] of rows.entries()) {
      const hashed = hashes[index] ?? ''
      if (stale?.has(row) === true) continue
      if (row.fromRejects) await this.placeAgain(row, hashed, placed)
      else keyed.push({ row, hashed, key: this.nextKey(row, hashed) })
    }
    const known = this.knowsRows
      ? await knownByKey(
          this.db,
          keyed.map(({ key }) => key),
        )
      : NONE_KNOWN
    for (const { row, hashed, key } of keyed) {
      if (!known.has(key)) placed.push(this.staged(row, hashed, key))
      else if (this.isFileKnown) await this.placeAgain(row, hashed, placed)
      else this.counts.duplicates += 1
    }
    return placed
  }

  private nextKey(row: RowRead, hashed: string): string {
    return contentKey(row.draft.reported_at, hashed, this.places.count(hashed))
  }

  /** A row that was refused before has a line of its own in the book, whatever it is equal to now. */
  private async placeAgain(row: RowRead, hashed: string, placed: StagedTicket[]): Promise<void> {
    const place = await freePlace(this.db, hashed, this.places.get(hashed), row.draft)
    if (place === undefined) {
      this.counts.duplicates += 1
      return
    }
    this.places.set(hashed, place)
    placed.push(this.staged(row, hashed, contentKey(row.draft.reported_at, hashed, place)))
  }

  private staged(row: RowRead, hashed: string, importKey: string): StagedTicket {
    const { draft } = row
    this.count(row)
    this.people.use(draft.branch, draft.assigned_to, draft.repaired_by)
    // Filled in, not copied: a million of them come by.
    draft.seq = this.counts.imported
    draft.phone_key = phoneKeys(draft.phone)[0] ?? null
    draft.place_key = placeKey(draft)
    draft.import_key = importKey
    if (draft.ticket_no === null) draft.ticket_no = this.numbers.next(draft.seq, draft.reported_at)
    else {
      draft.import_hash = hashed
      this.numbers.note(draft.ticket_no)
    }
    return draft
  }

  private count({ draft, defaulted, isRecounted, hasSeveral }: RowRead): void {
    this.counts.imported += 1
    this.counts.filed += draft.filed
    if (hasSeveral === true) this.counts.several += 1
    if (isRecounted === true) this.counts.recounted += 1
    if (defaulted === 0) return
    this.counts.defaulted += 1
    this.counts.byDefault.set(defaulted, (this.counts.byDefault.get(defaulted) ?? 0) + 1)
  }
}

const NONE_KNOWN: ReadonlyMap<string, { readonly import_hash: string | null }> = new Map()

export interface StageSetting {
  readonly officeCode: string
  readonly zone: Zone
  readonly people: People
  readonly isOwn: boolean
  /** The file was imported before, and its rows that became tickets do not come here: the others were refused then. */
  readonly isFileKnown: boolean
  /** May its numbers only count lines? */
  readonly numberIsBare: boolean
  /** Has the book numbers of its own? */
  readonly hasNumbers: boolean
  /** The columns that the book can fill. */
  readonly live: readonly StagedColumn[]
  readonly refuse: Refuse
}

function addFurtherPhones(ticket: StagedTicket, phones: [seq: number, digits: string][]): void {
  // Most rows hold one number and nothing between numbers.
  if (ticket.phone.length < 15) return
  for (const digits of phoneKeys(ticket.phone).slice(1)) phones.push([ticket.seq, digits])
}
