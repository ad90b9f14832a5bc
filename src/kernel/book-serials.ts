import { dayOf } from './book-days.ts'
import type { BookDay } from './book-days.ts'
import { whyCell } from './messages/book-cells.ts'
import type { Text } from './text.ts'

/** A day number as Excel keeps it, 1970 to 2119; the fraction is the time. */
const SERIAL = /^([2-7]\d{4})(\.\d+)?$/
const DAY = 86_400

/** A serial number of a spreadsheet: its day, its seconds, and its fraction as it is written on for others. */
export interface SerialFound {
  readonly day: BookDay | Text
  readonly rest: string
  readonly seconds: number
}

/** The moment is rounded to the second before the day is taken: 39877.999999 is the next midnight. */
export function partOfSerial(text: string): SerialFound | undefined {
  const match = SERIAL.exec(text)
  if (match === null) return undefined
  const total = Math.round(Number(text) * DAY)
  const seconds = total % DAY
  const date = new Date((Math.floor(total / DAY) - 25_569) * DAY * 1000)
  const day = dayOf(date.getUTCFullYear(), String(date.getUTCMonth() + 1), String(date.getUTCDate()))
  return { day, rest: match[2] === undefined ? '' : clockOf(seconds), seconds }
}

function clockOf(seconds: number): string {
  const parts = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60), seconds % 60]
  return parts.map((part) => String(part).padStart(2, '0')).join(':')
}

/** The days that spreadsheets give an hour without a day: 30 and 31 December 1899, 0 and 1 January 1900, 1 January 1904. */
const DAY_OF_HOURS =
  /^(?:1899[-./年]12[-./月]3[01]|1900[-./年]0?1[-./月]0?[01]|1904[-./年]0?1[-./月]0?1|12\/3[01]\/1899|0?1\/0?[01]\/1900)日?[t ]*(\d.*)$/

/** The hour of a cell that stands beside a date column; absent where the cell has a day that counts. */
export function hourBesideDay(folded: string): string | Text | undefined {
  const hour = DAY_OF_HOURS.exec(folded)?.[1]
  return hour !== undefined && /z$|[+-]\d\d:?\d\d$/.test(hour) ? whyCell.timeOfUtc : hour
}
