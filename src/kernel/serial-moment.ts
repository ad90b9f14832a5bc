import { pad2 } from './calendar.ts'

/** What a number format shows of a moment. */
export interface Shown {
  readonly date: boolean
  readonly time: boolean
  readonly seconds: boolean
  /** `[h]:mm`: hours go on after 24. */
  readonly elapsed: boolean
}

const DAY = 86_400
/** 9999-12-31, the last day that a spreadsheet knows. */
const LAST = 2_958_466
/** Days before the first one of a book that counts from 1904. */
const LATER_START = 1462

/** Literal text, escapes, colours and conditions of a format are no signs of it. */
const LITERAL = /"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi

/** Absent: the format is of a number. */
export function momentShown(format: string): Shown | undefined {
  const signs = (format.split(';')[0] ?? '').replace(LITERAL, '').toLowerCase()
  if (/general|[#0?]|@/.test(signs.replace(/[s\]]\.0+/g, ''))) return undefined
  const elapsed = /\[(h+|m+|s+)\]/.test(signs)
  const time = elapsed || /h|s|am\/pm|a\/p|上午/.test(signs)
  // Beside hours or seconds `m` is minutes, else a month.
  const date = /[ydeg]/.test(signs) || (/m/.test(signs) && !time) || /m{3,}/.test(signs)
  return date || time ? { date, time, seconds: /s/.test(signs), elapsed } : undefined
}

/**
 * A serial number of a spreadsheet as a book of text has it: `2008-03-05 15:20`, `2008-03-05`, `15:20`. Rounded to the
 * second before the day is taken. A time alone lies on the first days; what the format hides of a moment is told, too.
 */
export function serialText(serial: number, shown: Shown, from1904: boolean): string {
  const all = Math.round((serial + (from1904 && serial >= 1 ? LATER_START : 0)) * DAY)
  if (!Number.isFinite(all) || all < 0 || all >= LAST * DAY) return '########'
  const [day, seconds] = [Math.floor(all / DAY), all % DAY]
  if (shown.elapsed) return clock(all, shown.seconds)
  const isTimeAlone = day < 2 && (seconds > 0 || !shown.date)
  if (isTimeAlone) return clock(seconds, shown.seconds)
  const date = dateText(day)
  return seconds === 0 && !shown.time ? date : `${date} ${clock(seconds, shown.seconds)}`
}

function clock(seconds: number, withSeconds: boolean): string {
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  return `${pad2(hours)}:${pad2(minutes)}${rest === 0 && !withSeconds ? '' : `:${pad2(rest)}`}`
}

/** Spreadsheets count a 29 February 1900 that never was. */
function dateText(day: number): string {
  if (day === 0) return '1900-01-00'
  if (day === 60) return '1900-02-29'
  return new Date(Date.UTC(1899, 11, day < 60 ? 31 : 30) + day * DAY * 1000).toISOString().slice(0, 10)
}
