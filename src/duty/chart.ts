import { addDays } from '../kernel/calendar.ts'
import type { Day } from '../kernel/calendar.ts'
import { padEnd, visible, wrap } from '../kernel/display.ts'
import { dutyWords as t } from '../kernel/messages/duty.ts'
import type { Clock } from '../kernel/moment.ts'
import { say } from '../kernel/text.ts'
import type { Language } from '../kernel/text.ts'
import { gapsIn, secondsOf, spanOfDays, spanOfShift } from './coverage.ts'
import type { Span } from './coverage.ts'
import type { Shift } from './shift.ts'
import { halfHoursOf, marksOf } from './strip.ts'
import type { Mark } from './strip.ts'

const LABEL = 18
// ASCII only: a Chinese terminal gives blocks and dots two columns.
const LETTERS: Readonly<Record<Mark, string>> = { whole: '#', part: '+', none: '.', ahead: ' ', skipped: ' ' }
const NOBODY: Readonly<Record<Mark, string>> = { whole: ' ', part: '!', none: '!', ahead: ' ', skipped: ' ' }
const HOURS = Array.from({ length: 12 }, (_, i) => String(i * 2).padEnd(4)).join('')

/** One strip for each day and person, at most 80 columns wide, and a line of `!` where nobody was there. */
export function chartOf(days: readonly Day[], shifts: readonly Shift[], clock: Clock, language: Language): string {
  const blocks = days.map((day) => blockOf(day, shifts, clock, language))
  return [...blocks, `${say(t.legend, language)}\n`].join('\n')
}

function blockOf(day: Day, shifts: readonly Shift[], clock: Clock, language: Language): string {
  const whole = spanOfDays(clock.zone, day, day)
  const passed = { from: whole.from, to: Math.max(whole.from, Math.min(whole.to, clock.now)) }
  const halves = halfHoursOf(clock.zone, day)
  const here = shifts.filter((shift) => shift.on_at < whole.to && (shift.off_at ?? Infinity) > whole.from)
  const lines = [...new Set(here.map((shift) => shift.name))].flatMap((name) => {
    const own = here.filter((shift) => shift.name === name).map(spanOfShift)
    return row(visible(name), draw(marksOf(halves, own, clock.now), LETTERS), secondsIn(passed, own))
  })
  const all = here.map(spanOfShift)
  const missing = secondsOf(gapsIn(passed, all))
  const nobody =
    missing === 0 ? [] : row(say(t.nobody, language), draw(marksOf(halves, all, clock.now), NOBODY), missing)
  return [headOf(day, language), ...lines, ...nobody, ''].join('\n')
}

function headOf(day: Day, language: Language): string {
  const weekday = t.weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()]
  const label = `${day} ${weekday === undefined ? '' : say(weekday, language)}`
  return `${padEnd(label, LABEL)} ${HOURS} ${say(t.hours, language)}`
}

/** A long name goes on in a line of its own. */
function row(label: string, strip: string, seconds: number): string[] {
  const [first = '', ...more] = wrap(label, LABEL - 2)
  const minutes = Math.floor(seconds / 60)
  const length = `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`.padStart(5)
  return [`  ${padEnd(first, LABEL - 2)} ${strip} ${length}`, ...more.map((line) => `  ${line}`)]
}

function draw(marks: readonly Mark[], letters: Readonly<Record<Mark, string>>): string {
  return marks.map((mark) => letters[mark]).join('')
}

function secondsIn(period: Span, spans: readonly Span[]): number {
  return secondsOf([period]) - secondsOf(gapsIn(period, spans))
}

/** Every day from the first to the last. */
export function daysBetween(first: Day, last: Day): Day[] {
  const days: Day[] = []
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day)
  return days
}

/** The week of a day, from Monday. */
export function weekOf(day: Day): { first: Day; last: Day } {
  const sinceMonday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7
  const first = addDays(day, -sinceMonday)
  return { first, last: addDays(first, 6) }
}
