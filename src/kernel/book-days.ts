import { whyCell } from './messages/book-cells.ts'
import { whyNot as why } from './messages/book-refusals.ts'
import type { Text } from './text.ts'
import { isWall } from './zone.ts'

/** Which number comes first in dates that do not show it. */
export type DateOrder = 'ymd' | 'mdy' | 'dmy'

/** How the dates of one book are written. */
export interface DateHabits {
  /** The year of dates without one: `--year`, or a title line. */
  readonly year: number | undefined
  readonly order: DateOrder | undefined
  /** The year of today: two digits that would lie after it are of the century before. */
  readonly thisYear: number
}

export interface BookDay {
  readonly year: number
  readonly month: number
  readonly day: number
}

/** A day at the start of a cell, and what follows it. */
export interface DayFound {
  readonly day: BookDay | Text
  readonly rest: string
}

type Read = (match: readonly string[], habits: DateHabits) => BookDay | Text

/** The forms of a day; the first that fits is it. Text is folded, its numerals are digits. */
const FORMS: readonly (readonly [form: RegExp, read: Read])[] = [
  // The days that programs and spreadsheets count from.
  [
    /^(?:0000|0001)\D|^1753-01-01|^1900[-./年]0?1[-./月]0?1(?!\d)|^1970-01-01 (?:00|08):00:00$/,
    () => whyCell.emptyDate,
  ],
  [/^1899\D|^1900[-./年]0?1[-./月]0?0(?!\d)|^(?:12\/3[01]\/1899|0?1\/0?[01]\/1900)/, () => whyCell.hourWithoutDay],
  [
    /^(\d{4})([-./年, ])(\d{1,2})([-./月, ])(\d{1,2})(?:[日号]|(?!\d))/,
    ([, y, a, m, b, d]) => (isPair(a, b) ? dayOf(y, m, d) : why.notADate),
  ],
  [/^(\d{1,2})([-./])(\d{1,2})\2(\d{4})(?!\d)/, ([, a, , b, y], { order }) => inOrder(order, a, b, y)],
  [/^(\d{1,2})([-./])(\d{1,2})\2(\d{1,2})(?!\d)/, ([, a, mark, b, c], habits) => twoDigits(a, mark, b, c, habits)],
  [/^(\d{2})年(\d{1,2})月(\d{1,2})[日号]?/, ([, y, m, d], habits) => dayOf(fullYear(y, habits), m, d)],
  [/^(\d{4})(\d{2})(\d{2})(?=$|\D|\d{4}$|\d{6}$)/, ([, y, m, d]) => dayOf(y, m, d)],
  [/^(\d{1,2})月(\d{1,2})(?:[日号]|(?!\d))/, ([, m, d], habits) => withoutYear(m, d, habits)],
  [/^(\d{1,2})\.([123])$/, (_, { year }) => (year === undefined ? why.noYear : why.cutByExcel)],
  [/^(\d{1,2})[-./](\d{1,2})(?![-./\d])/, ([, m, d], habits) => withoutYear(m, d, habits)],
  [/^\d{4}(?:年\d{1,2}月?|[-./]\d{1,2})$/, () => why.noDay],
]

/** Reads the day that a folded cell starts with. */
export function readDayAt(text: string, habits: DateHabits): DayFound {
  for (const [form, read] of FORMS) {
    const match = form.exec(text)
    if (match !== null)
      return { day: read(match, habits), rest: text.slice(match[0].length).replace(/^[\st,日号./-]+/, '') }
  }
  return { day: why.notADate, rest: '' }
}

function isPair(a: string | undefined, b: string | undefined): boolean {
  return a === '年' ? b === '月' : a === b
}

export function dayOf(y: string | number | undefined, m: string | undefined, d: string | undefined): BookDay | Text {
  const day = { year: Number(y), month: Number(m), day: Number(d) }
  return isWall({ ...day, hour: 0, minute: 0, second: 0 }) ? day : why.notInCalendar
}

function inOrder(
  order: DateOrder | undefined,
  a: string | undefined,
  b: string | undefined,
  y: string | number | undefined,
): BookDay | Text {
  if (order === 'mdy') return dayOf(y, a, b)
  return order === 'dmy' ? dayOf(y, b, a) : why.dayOrMonth
}

/** With slashes a short year may stand first or last, unless its number can be nothing else. */
function twoDigits(
  a: string | undefined,
  mark: string | undefined,
  b: string | undefined,
  c: string | undefined,
  habits: DateHabits,
): BookDay | Text {
  if (habits.order === 'mdy' || habits.order === 'dmy') return inOrder(habits.order, a, b, fullYear(c, habits))
  const isYearFirst = a?.length === 2 && (mark !== '/' || habits.order === 'ymd' || a === '00' || Number(a) > 31)
  return isYearFirst ? dayOf(fullYear(a, habits), b, c) : why.dayOrMonth
}

function fullYear(digits: string | undefined, { thisYear }: DateHabits): number {
  const year = Math.floor(thisYear / 100) * 100 + Number(digits)
  return year > thisYear ? year - 100 : year
}

function withoutYear(m: string | undefined, d: string | undefined, { year }: DateHabits): BookDay | Text {
  return year === undefined ? why.noYear : dayOf(year, m, d)
}
