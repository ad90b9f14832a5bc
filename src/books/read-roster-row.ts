import { hoursOf, namesIn } from '../duty/roster.ts'
import type { Hours, NamedShifts } from '../duty/roster.ts'
import type { BookMoment, MomentReader } from '../kernel/book-moments.ts'
import { addDays, clockText, dayAt, startOfDay } from '../kernel/calendar.ts'
import type { Day } from '../kernel/calendar.ts'
import { whyNot } from '../kernel/messages/book-refusals.ts'
import { whyRoster as why } from '../kernel/messages/duty-import.ts'
import type { Clock } from '../kernel/moment.ts'
import type { Text } from '../kernel/text.ts'
import type { Instant } from '../kernel/zone.ts'
import type { CellReader } from './cells/cell-reader.ts'
import { columnName } from './columns.ts'
import type { Refusal } from './refusal.ts'
import type { RosterColumns, RosterField } from './roster-columns.ts'

/** Somebody's time at the desk, as a roster has it. */
export interface RosterShift {
  readonly name: string
  readonly on_at: Instant
  readonly off_at: Instant
}

/** How the rows of one roster are read. */
export interface RosterHabits {
  readonly columns: RosterColumns
  readonly cells: CellReader
  readonly moments: MomentReader
  readonly named: NamedShifts
  readonly clock: Clock
}

/** Reads rows whose ditto marks and merged cells are resolved: the shifts of a row (none: a day off), or why not. */
export class RosterReader {
  private readonly habits: RosterHabits
  private cells: readonly string[] = []

  constructor(habits: RosterHabits) {
    this.habits = habits
    habits.cells.suspect()
  }

  read(raw: readonly string[]): RosterShift[] | Refusal {
    const bad = this.start(raw)
    if (bad !== undefined) return bad
    const { at } = this.habits.columns
    const shifts = at.on_at >= 0 && this.cell('on_at') !== '' ? this.byTimes() : this.byDay()
    if (!Array.isArray(shifts)) return shifts
    const late = shifts.find(({ off_at }) => off_at > this.habits.clock.now)
    if (late === undefined) return shifts
    return { column: '', value: '', why: why.inFuture }
  }

  /** Reads what the cells of fields say; the first that is no value refuses the row. */
  private start(raw: readonly string[]): Refusal | undefined {
    const { at, shifts, headings } = this.habits.columns
    const cells = [...raw]
    for (const index of [at.date, at.shift, at.name, at.on_at, at.off_at, ...shifts.map((shift) => shift.index)]) {
      const value = cells[index]
      if (value === undefined) continue
      const text = this.habits.cells.read(value)
      if (typeof text !== 'string') return { column: columnName(headings, index), value, why: text }
      cells[index] = text
    }
    this.cells = cells
    return undefined
  }

  private cell(field: RosterField): string {
    return this.cells[this.habits.columns.at[field]] ?? ''
  }

  private refusal(field: RosterField, why: Text): Refusal {
    const { columns } = this.habits
    return { column: columnName(columns.headings, columns.at[field]), value: this.cell(field), why }
  }

  private byTimes(): RosterShift[] | Refusal {
    const { moments, clock } = this.habits
    const date = this.cell('date')
    const on = timed(date === '' ? moments.read(this.cell('on_at')) : moments.read(date, this.cell('on_at')))
    if (typeof on !== 'number') return this.refusal('on_at', on)
    if (this.cell('off_at') === '') return this.refusal('off_at', whyNot.missing)
    const off = this.end(dayAt(clock.zone, on), on)
    if (typeof off !== 'number') return this.refusal('off_at', off)
    if (off <= on) return this.refusal('off_at', why.notAfter)
    const names = namesIn(this.cell('name'))
    if (!Array.isArray(names)) return this.refusal('name', names)
    return names.map((name) => ({ name, on_at: on, off_at: off }))
  }

  /** An end without a day is the first such hour after the beginning. */
  private end(day: Day, on: Instant): Instant | Text {
    const { moments } = this.habits
    const whole = timed(moments.read(this.cell('off_at')))
    if (typeof whole === 'number') return whole
    const sameDay = timed(moments.read(day, this.cell('off_at')))
    if (typeof sameDay !== 'number' || sameDay > on) return sameDay
    return timed(moments.read(addDays(day, 1), this.cell('off_at')))
  }

  private byDay(): RosterShift[] | Refusal {
    const { columns } = this.habits
    if (columns.at.date < 0 || this.cell('date') === '') {
      return columns.at.date < 0 ? this.refusal('on_at', whyNot.missing) : this.refusal('date', whyNot.missing)
    }
    const day = this.day()
    if (typeof day !== 'string') return this.refusal('date', day)
    return columns.at.name < 0 ? this.byColumns(day) : this.byShift(day)
  }

  private day(): Day | Text {
    const { moments, clock } = this.habits
    const found = moments.read(this.cell('date'))
    if ('en' in found) return found
    // Excel gives a bare day the time 0:00.
    if (found.timed && !clockText(clock.zone, found.at).endsWith(' 00:00:00')) return why.hasTime
    return dayAt(clock.zone, found.at)
  }

  private byShift(day: Day): RosterShift[] | Refusal {
    const hours = hoursOf(this.cell('shift'), this.habits.named)
    if (hours === 'rest') return []
    if ('en' in hours) return this.refusal('shift', hours)
    const names = namesIn(this.cell('name'))
    if (!Array.isArray(names)) return this.refusal('name', names)
    return names.map((name) => this.shift(name, day, hours))
  }

  private byColumns(day: Day): RosterShift[] | Refusal {
    const { columns } = this.habits
    const shifts: RosterShift[] = []
    for (const { index, hours } of columns.shifts) {
      const cell = this.cells[index] ?? ''
      const names = cell === '' ? [] : namesIn(cell)
      if (!Array.isArray(names)) return { column: columnName(columns.headings, index), value: cell, why: names }
      shifts.push(...names.map((name) => this.shift(name, day, hours)))
    }
    return shifts
  }

  private shift(name: string, day: Day, { from, to }: Hours): RosterShift {
    return { name, on_at: this.at(day, from), off_at: this.at(day, to) }
  }

  /** The office's clock at so many seconds after midnight, on the next day too. */
  private at(day: Day, seconds: number): Instant {
    const [days, rest] = [Math.floor(seconds / 86_400), seconds % 86_400]
    return startOfDay(
      this.habits.clock.zone,
      addDays(day, days),
      Math.floor(rest / 3600),
      Math.floor((rest % 3600) / 60),
    )
  }
}

function timed(found: BookMoment | Text): Instant | Text {
  if ('en' in found) return found
  return found.timed ? found.at : whyNot.noHour
}
