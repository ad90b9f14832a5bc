import type { BookMoment } from '../kernel/book-moments.ts'
import { whyNot as why } from '../kernel/messages/book-refusals.ts'
import type { Instant } from '../kernel/zone.ts'
import { DEFAULTED } from './draft.ts'
import type { BookField } from './header-words.ts'
import type { RowHabits } from './row-habits.ts'
import type { RowCells } from './row-cells.ts'

/** The moments of one row; days without a time are completed, and that is noted. */
export class RowTimes {
  /** Bits of `DEFAULTED`. */
  defaulted = 0
  private readonly habits: Pick<RowHabits, 'moments' | 'now'>
  private readonly row: RowCells

  constructor(habits: Pick<RowHabits, 'moments' | 'now'>, row: RowCells) {
    this.habits = habits
    this.row = row
  }

  reported(): Instant {
    const found = this.moment('reported_at', 'reported_date')
    if (found === null) this.row.refuse('reported_at', '', why.missing)
    if (found?.timed === false) this.defaulted |= DEFAULTED.reported_at
    return found?.at ?? 0
  }

  /** A repair given by date alone: 00:00, or the report if that is later. */
  repaired(reported: Instant): Instant | null {
    const found = this.moment('repaired_at', 'repaired_date')
    if (found === null) return null
    if (found === undefined) return reported
    if (!found.timed) this.defaulted |= DEFAULTED.repaired_at
    // A day before the day of the report cannot be helped by its lack of a time.
    const isBefore = found.timed ? found.at < reported : found.at <= reported - 86_400
    if (isBefore) this.row.refuse('repaired_at', this.row.cell('repaired_at'), why.beforeReport)
    return found.timed ? found.at : Math.max(found.at, reported)
  }

  /** `null`: the row tells none; `undefined`: what it tells was refused. */
  moment(field: BookField, dateField?: BookField): BookMoment | null | undefined {
    const date = dateField === undefined ? '' : this.row.cell(dateField)
    const cell = this.row.cell(field)
    if (date === '' && cell === '') return null
    const found = date === '' ? this.habits.moments.read(cell) : this.habits.moments.read(date, cell)
    if ('en' in found) {
      const dateIsWrong = dateField !== undefined && date !== '' && 'en' in this.habits.moments.read(date)
      if (dateIsWrong) this.row.refuse(dateField, date, found)
      else this.row.refuse(field, date === '' ? cell : `${date} ${cell}`.trim(), found)
      return undefined
    }
    if (found.at > this.habits.now && field !== 'appointment_at')
      this.row.refuse(field, cell === '' ? date : cell, why.inFuture)
    return found
  }
}
