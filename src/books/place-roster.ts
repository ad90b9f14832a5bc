import { spanOfShift } from '../duty/coverage.ts'
import type { Span } from '../duty/coverage.ts'
import { nameKey, nearMisses } from '../duty/people.ts'
import { namesSeen, readShiftsOf } from '../duty/queries.ts'
import { Seats } from '../duty/seats.ts'
import { readableTime } from '../kernel/calendar.ts'
import type { ReadDb } from '../kernel/db.ts'
import { dutyWords } from '../kernel/messages/duty.ts'
import { whyRoster as why } from '../kernel/messages/duty-import.ts'
import type { Text } from '../kernel/text.ts'
import type { Zone } from '../kernel/zone.ts'
import type { RosterShift } from './read-roster-row.ts'
import type { Refusal } from './refusal.ts'
import type { RosterRow } from './roster-rows.ts'

/** What will become of a roster: plain data, decided on one state of the office. */
export interface RosterPlan {
  readonly imported: number
  readonly duplicates: number
  readonly daysOff: number
  /** New shifts with the row that each comes from. */
  readonly shifts: readonly { readonly row: RosterRow; readonly shift: RosterShift }[]
  readonly refused: readonly { readonly row: RosterRow; readonly refusal: Refusal }[]
  /** Names that were never seen before and are near to others. */
  readonly notes: readonly Text[]
}

const MOST_NOTES = 10

/** A row is taken whole: one person over another of their own shifts refuses all of it. */
export async function placeRoster(db: ReadDb, rows: readonly RosterRow[], zone: Zone): Promise<RosterPlan> {
  const people = new People(db, await namesSeen(db), zone)
  const plan = { imported: 0, duplicates: 0, daysOff: 0 }
  const shifts: { row: RosterRow; shift: RosterShift }[] = []
  const refused: { row: RosterRow; refusal: Refusal }[] = []
  for (const row of rows) {
    const found = 'why' in row.read ? row.read : await people.place(row.read)
    if ('why' in found) refused.push({ row, refusal: found })
    else if (!('why' in row.read) && row.read.length === 0) plan.daysOff += 1
    else {
      if (found.length > 0) plan.imported += 1
      else plan.duplicates += 1
      shifts.push(...found.map((shift) => ({ row, shift })))
    }
  }
  return { ...plan, shifts, refused, notes: people.notes().slice(0, MOST_NOTES) }
}

/** Everybody that the office or the roster names, with the shifts that they have. */
class People {
  private readonly db: ReadDb
  private readonly zone: Zone
  private readonly seen: readonly string[]
  private readonly spelled: Map<string, string>
  private readonly added: string[] = []
  private readonly seats = new Map<string, Seats>()

  constructor(db: ReadDb, seen: readonly string[], zone: Zone) {
    this.db = db
    this.zone = zone
    this.seen = seen
    this.spelled = new Map(seen.toReversed().map((name) => [nameKey(name), name]))
  }

  /** Those of these shifts that are new, all of them placed; or why none of them is. */
  async place(read: readonly RosterShift[]): Promise<RosterShift[] | Refusal> {
    const shifts = read.map((shift) => ({ ...shift, name: this.spelling(shift.name) }))
    for (const shift of shifts) {
      const verdict = (await this.seatsOf(shift.name)).verdictOn(spanOf(shift))
      if (typeof verdict === 'object') return { column: '', value: '', why: this.overlap(shift.name, verdict) }
    }
    const placed: RosterShift[] = []
    for (const shift of shifts) {
      const seats = await this.seatsOf(shift.name)
      // The same person twice in one row sits there once.
      if (seats.verdictOn(spanOf(shift)) !== 'free') continue
      seats.take(spanOf(shift))
      placed.push(shift)
    }
    return placed
  }

  notes(): Text[] {
    return this.added.flatMap((name) => {
      const near = nearMisses(name, this.seen)
      return near.length === 0 ? [] : [dutyWords.newName(name, near)]
    })
  }

  private spelling(name: string): string {
    const known = this.spelled.get(nameKey(name))
    if (known !== undefined) return known
    this.spelled.set(nameKey(name), name)
    this.added.push(name)
    return name
  }

  private async seatsOf(name: string): Promise<Seats> {
    const known = this.seats.get(name) ?? new Seats((await readShiftsOf(this.db, name)).map(spanOfShift))
    this.seats.set(name, known)
    return known
  }

  private overlap(name: string, { from, to }: Span): Text {
    const [since, until] = [readableTime(this.zone, from), to === Infinity ? undefined : readableTime(this.zone, to)]
    return until === undefined ? why.overlapsOpen(name, since) : why.overlaps(name, since, until)
  }
}

const spanOf = ({ on_at, off_at }: RosterShift): Span => ({ from: on_at, to: off_at })
