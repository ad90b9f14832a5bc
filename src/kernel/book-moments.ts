import { readDayAt } from './book-days.ts'
import type { BookDay, DateHabits } from './book-days.ts'
import { hourBesideDay, partOfSerial } from './book-serials.ts'
import { withoutWords } from './english-dates.ts'
import { pad2 } from './calendar.ts'
import { secondsOfDay } from './book-times.ts'
import { digitsOf } from './chinese-numerals.ts'
import { whyCell } from './messages/book-cells.ts'
import { whyNot as why } from './messages/book-refusals.ts'
import type { Text } from './text.ts'
import { foldWidth } from './width-folding.ts'
import { simplified } from './word-folding.ts'
import { instantAt } from './zone.ts'
import type { Instant, Zone } from './zone.ts'

/** A day and time as a book gives them. */
export interface BookMoment {
  readonly at: Instant
  /** False: the book gives the day alone, and `at` is its first second. */
  readonly timed: boolean
}

/** The start of a day, and whether the zone's offset stays the same all day. */
interface DayStart {
  readonly start: Instant
  readonly even: boolean
}

const MOST_KNOWN = 20_000
const WEEKDAY = /[(（]?(?:星期|周|礼拜)([1-7日天])[)）]?|[(（]([1-6日])[)）]/
/** Marks that stand for another one when they are typed between digits. */
const BETWEEN_DIGITS: readonly (readonly [mark: RegExp, meant: string])[] = [
  [/(?<=\d) ?[—–―‒−─] ?(?=\d)/g, '-'],
  [/(?<=\d) ?[∶︰﹕;] ?(?=\d\d)/g, ':'],
  [/(?<=\d)\\(?=\d)/g, '/'],
  [/(?<=\d)_(?=\d)/g, ' '],
]

/** A cell as the forms of days and times expect it: folded width and characters, digits, no weekday. */
export function foldMoment(cell: string): string {
  const folded = digitsOf(simplified(foldWidth(cell)))
    .replace(WEEKDAY, ' ')
    .replace(/\s+/g, ' ')
  const typed = BETWEEN_DIGITS.reduce((text, [mark, meant]) => text.replace(mark, meant), folded)
  const plain = typed
    .replace(/ ?([年月]) ?| (?=[日号])/g, '$1')
    .trim()
    .toLowerCase()
  return /[a-z]{3}/.test(plain) ? withoutWords(plain) : plain
}

/** ISO 8601 with offset; folded. */
const WITH_OFFSET = /^\d{4}-\d\d-\d\d([t ])\d\d:\d\d(?::\d\d)?(?=(?:[.,]\d{1,9})? ?(z|utc|gmt|[+-]\d\d(?::?\d\d)?)$)/
/** A day that is told by another one, and an hour that is only about. */
const ROUGH = /\d.*(?:许|多|左右|前后)|约\d/
const RELATIVE = /^(?:[当同本]?[日天]|次日|翌日|隔日|第2天|昨|今|明|前天|后天)/

/** Reads the days and times of one book. Each distinct day is worked out once. */
export class MomentReader {
  private habits: DateHabits
  private readonly zone: Zone
  private readonly days = new Map<string, DayStart | Text>()
  private readonly cells = new Map<string, BookMoment | Text>()

  constructor(habits: DateHabits, zone: Zone) {
    this.habits = habits
    this.zone = zone
  }

  /** The year from here on, of dates without one: a title line between the rows says so. */
  set year(year: number) {
    this.habits = { ...this.habits, year }
    this.days.clear()
    this.cells.clear()
  }

  /** A cell with day and time, or a day whose time stands in a cell of its own. */
  read(cell: string, timeCell = ''): BookMoment | Text {
    return timeCell === '' ? (this.plain(cell) ?? this.known(cell)) : this.combined(cell, timeCell)
  }

  /** A date without a year with the year that it is read in; any other cell as it stands. */
  withYear(cell: string): string {
    const { year } = this.habits
    if (year === undefined || cell === '') return cell
    const found = readDayAt(foldMoment(cell), this.habits)
    const alone = readDayAt(foldMoment(cell), { ...this.habits, year: undefined })
    if ('en' in found.day || !('en' in alone.day)) return cell
    const { month, day } = found.day
    return `${year}-${pad2(month)}-${pad2(day)}${found.rest === '' ? '' : ` ${found.rest}`}`
  }

  /** The common form, without a search: `2008-03-05 15:20` and with seconds. */
  private plain(cell: string): BookMoment | undefined {
    if ((cell.length !== 16 && cell.length !== 19) || cell.charCodeAt(10) !== 0x20) return undefined
    const seconds = plainSeconds(cell)
    if (seconds < 0) return undefined
    const day = this.dayStart(cell.slice(0, 10))
    if ('en' in day) return undefined
    return { at: day.even ? day.start + seconds : this.uneven(day, seconds), timed: true }
  }

  private known(cell: string): BookMoment | Text {
    const known = this.cells.get(cell)
    if (known !== undefined) return known
    if (this.cells.size >= MOST_KNOWN) this.cells.clear()
    const found = this.onItsWeekday(cell, this.worked(foldMoment(cell)))
    this.cells.set(ownCopy(cell), found)
    return found
  }

  /** `2009-3-5（周四）` is a Thursday, or one of the two is wrong. */
  private onItsWeekday(cell: string, found: BookMoment | Text): BookMoment | Text {
    if ('en' in found || !/[周期拜週]/.test(cell)) return found
    const named = WEEKDAY.exec(digitsOf(simplified(foldWidth(cell))))?.[1]
    if (named === undefined) return found
    const { year, month, day } = dayAtOffset(found.at, this.zone)
    const weekday = new Date(Date.UTC(year, month - 1, day)).getUTCDay()
    return weekday === Number(named.replace(/[日天]/, '0')) % 7 ? found : whyCell.weekdayDiffers
  }

  private worked(text: string): BookMoment | Text {
    const iso = WITH_OFFSET.exec(text)
    if (iso !== null) return this.withOffset(iso[0], iso[1] === 't', iso[2] ?? '')
    const serial = partOfSerial(text)
    const { day, rest } = serial ?? readDayAt(text, this.habits)
    if ('en' in day) return day === why.notADate ? whyNoDay(text) : day
    if (rest === '') return { at: this.startOf(day).start, timed: false }
    const seconds = serial?.seconds ?? secondsOfDay(timeText(rest))
    if (typeof seconds !== 'number') return ROUGH.test(rest) ? whyCell.roughly : seconds
    return { at: this.uneven(this.startOf(day), seconds), timed: true }
  }

  private withOffset(wall: string, isIso: boolean, offset: string): BookMoment | Text {
    // `08:10-09:00` is a span of hours more often than an offset.
    if (!isIso && offset.startsWith('-')) return whyCell.offsetOrSpan
    const { day } = readDayAt(wall, this.habits)
    if ('en' in day) return day
    const seconds = secondsOfDay(wall.slice(11))
    if (typeof seconds !== 'number') return seconds
    const isUtc = /^[a-z]/.test(offset)
    const [hours, minutes] = [Number(offset.slice(1, 3)), offset.length > 3 ? Number(offset.slice(-2)) : 0]
    if (!isUtc && (hours > 14 || minutes > 59)) return why.notATime
    const ahead = isUtc ? 0 : (hours * 3600 + minutes * 60) * (offset.startsWith('-') ? -1 : 1)
    return { at: Date.UTC(day.year, day.month - 1, day.day) / 1000 + seconds - ahead, timed: true }
  }

  private combined(cell: string, timeCell: string): BookMoment | Text {
    const hour = timeCell.length > 7 ? hourBesideDay(foldMoment(timeCell)) : undefined
    if (typeof hour === 'string') return this.combined(cell, hour)
    if (hour !== undefined) return hour
    // The second column may hold day and time again.
    const whole = this.known(timeCell)
    if ('at' in whole && whole.timed) return this.agreed(cell, whole)
    const day = this.known(cell)
    if ('en' in day) return day
    const seconds = secondsOfDay(timeText(foldMoment(timeCell)))
    if (typeof seconds !== 'number') return seconds
    const start = this.startOfInstant(day.at)
    const at = this.uneven(start, seconds)
    // Excel gives a bare day the time 0:00.
    return day.timed && day.at !== start.start && day.at !== at ? why.twoTimes : { at, timed: true }
  }

  private agreed(cell: string, whole: BookMoment): BookMoment | Text {
    if (cell === '') return whole
    const day = this.known(cell)
    if ('en' in day) return day
    return this.startOfInstant(day.at).start === this.startOfInstant(whole.at).start ? whole : why.twoTimes
  }

  private dayStart(text: string): DayStart | Text {
    const known = this.days.get(text)
    if (known !== undefined) return known
    if (this.days.size >= MOST_KNOWN) this.days.clear()
    const { day, rest } = readDayAt(text, this.habits)
    const found = 'en' in day ? day : rest === '' ? this.startOf(day) : why.notADate
    this.days.set(ownCopy(text), found)
    return found
  }

  private startOf(day: BookDay): DayStart {
    const start = instantAt(this.zone, { ...day, hour: 0, minute: 0, second: 0 })
    const offset = this.zone.offsetAt(start)
    return {
      start,
      even: offset === this.zone.offsetAt(start + 86_399) && offset === this.zone.offsetAt(start + 43_200),
    }
  }

  private startOfInstant(at: Instant): DayStart {
    return this.startOf(dayAtOffset(at, this.zone))
  }

  private uneven(day: DayStart, seconds: number): Instant {
    if (day.even) return day.start + seconds
    const date = dayAtOffset(day.start, this.zone)
    return instantAt(this.zone, {
      ...date,
      hour: Math.floor(seconds / 3600),
      minute: Math.floor((seconds % 3600) / 60),
      second: seconds % 60,
    })
  }
}

function dayAtOffset(at: Instant, zone: Zone): BookDay {
  const shifted = new Date((at + zone.offsetAt(at)) * 1000)
  return { year: shifted.getUTCFullYear(), month: shifted.getUTCMonth() + 1, day: shifted.getUTCDate() }
}

/** Why a text without a day is no moment. */
function whyNoDay(text: string): Text {
  if (RELATIVE.test(text)) return whyCell.relativeDay
  if (/^\d{1,2}[日号]/.test(text)) return whyCell.noMonth
  return typeof secondsOfDay(timeText(text)) === 'number' && !/^[\d.]+$/.test(text)
    ? whyCell.hourWithoutDay
    : why.notADate
}

function timeText(text: string): string {
  return text
    .replaceAll(' ', '')
    .replace(
      /^(\d{2})(\d{2})(\d{2})?$/,
      (_, h: string, m: string, s?: string) => `${h}:${m}${s === undefined ? '' : `:${s}`}`,
    )
}

/** Seconds of `....-..-.. 15:20` or `... 15:20:30`; −1 where it is no such text. */
function plainSeconds(cell: string): number {
  if (cell.charCodeAt(13) !== 0x3a) return -1
  const hour = twoDigits(cell, 11)
  const minute = twoDigits(cell, 14)
  const second = cell.length === 16 ? 0 : cell.charCodeAt(16) === 0x3a ? twoDigits(cell, 17) : -1
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) return -1
  return hour * 3600 + minute * 60 + second
}

function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 0x30
  const ones = text.charCodeAt(at + 1) - 0x30
  return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1 : tens * 10 + ones
}

/** A part of a text keeps all of that text alive; what is kept for long is copied. */
function ownCopy(text: string): string {
  return JSON.parse(JSON.stringify(text)) as string
}
