import { addDays } from '../kernel/calendar.ts'
import type { Day } from '../kernel/calendar.ts'
import type { Instant, Zone } from '../kernel/zone.ts'
import { ticketNumber, ticketSeries } from '../ticket/ticket.ts'

/** The last number of each series. */
export type Given = ReadonlyMap<string, number>

const DAY = 86_400

/**
 * The office's numbers for the rows of a book that have none: each day's go on after its highest, whether the office gave
 * it or the book itself has it. Where the book has numbers, its highest is known only at the end, so its rows wait.
 */
export class BookNumbers {
  private readonly officeCode: string
  private readonly zone: Zone
  private readonly given: Given
  private readonly mustWait: boolean
  private readonly own: RegExp
  /** How many numbers each day needs; days since 1970. */
  private readonly needed = new Map<number, number>()
  /** The highest number of this office that the book has for a day. */
  private readonly taken = new Map<number, number>()
  private readonly starts = new Map<number, { start: string; base: number }>()
  private readonly waiting: { readonly seq: number; readonly day: number }[] = []

  constructor(officeCode: string, zone: Zone, given: Given, mustWait: boolean) {
    this.officeCode = officeCode
    this.zone = zone
    this.given = given
    this.mustWait = mustWait
    this.own = new RegExp(`^${officeCode}-(\\d{4})(\\d\\d)(\\d\\d)-(\\d{4,9})$`)
  }

  /** The number of a row without one; `null`: it waits for `late`. */
  next(seq: number, reportedAt: Instant): string | null {
    const day = Math.floor((reportedAt + this.zone.offsetAt(reportedAt)) / DAY)
    if (this.mustWait) {
      this.waiting.push({ seq, day })
      return null
    }
    return this.numberOf(day)
  }

  /** A number that the book has. */
  note(ticketNo: string): void {
    const match = this.own.exec(ticketNo)
    if (match === null) return
    const day = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])) / (DAY * 1000)
    this.taken.set(day, Math.max(this.taken.get(day) ?? 0, Number(match[4])))
  }

  /** The numbers of the rows that waited, now that the whole book was read. */
  *late(): Generator<[ticketNo: string, seq: number]> {
    for (const { seq, day } of this.waiting) yield [this.numberOf(day), seq]
  }

  /** Where the numbers of each day end, counting on from `given`. */
  ends(given: Given): { readonly day: Day; readonly base: number; readonly end: number; readonly isMoved: boolean }[] {
    const days = [...new Set([...this.needed.keys(), ...this.taken.keys()])].sort((a, b) => a - b)
    return days.map((day) => {
      const base = this.baseOf(day, given)
      const isMoved = base !== this.baseOf(day, this.given)
      return { day: dayText(day), base, end: base + (this.needed.get(day) ?? 0), isMoved }
    })
  }

  private numberOf(day: number): string {
    const place = (this.needed.get(day) ?? 0) + 1
    this.needed.set(day, place)
    const known = this.starts.get(day) ?? this.startOf(day)
    const number = known.base + place
    return number < 10_000 ? `${known.start}${String(10_000 + number).slice(1)}` : `${known.start}${number}`
  }

  private startOf(day: number): { start: string; base: number } {
    const start = ticketNumber(this.officeCode, dayText(day), 0).slice(0, -4)
    const found = { start, base: this.baseOf(day, this.given) }
    this.starts.set(day, found)
    return found
  }

  private baseOf(day: number, given: Given): number {
    return Math.max(given.get(ticketSeries(dayText(day))) ?? 0, this.taken.get(day) ?? 0)
  }
}

function dayText(day: number): Day {
  return addDays('1970-01-01', day)
}
