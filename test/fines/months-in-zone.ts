import { Temporal } from 'temporal-polyfill'

/** The months of an office's zone, by a calendar that is not ours. */
export class MonthsInZone {
  readonly zone: string
  private readonly known = new Map<number, string>()

  constructor(zone: string) {
    this.zone = zone
  }

  /** `2026-11-22` of an instant. */
  dayOf(at: number): string {
    const known = this.known.get(at)
    if (known !== undefined) return known
    const day = Temporal.Instant.fromEpochMilliseconds(at * 1000)
      .toZonedDateTimeISO(this.zone)
      .toPlainDate()
      .toString()
    this.known.set(at, day)
    return day
  }

  /** `2026-11` of an instant. */
  monthOf(at: number): string {
    return this.dayOf(at).slice(0, 7)
  }

  /** The instant of a wall clock. */
  at(wall: string): number {
    return Temporal.PlainDateTime.from(wall).toZonedDateTime(this.zone).epochMilliseconds / 1000
  }

  /** The first second of the month after. */
  nextMonthOf(at: number): number {
    const first = Temporal.PlainDate.from(`${this.monthOf(at)}-01`).add({ months: 1 })
    return first.toZonedDateTime(this.zone).epochMilliseconds / 1000
  }

  /** All from a first second on, up to the current one. */
  between(first: number, now: number): string[] {
    const months: string[] = []
    for (let from = first; from <= now; from = this.nextMonthOf(from)) months.push(this.monthOf(from))
    return months
  }
}
