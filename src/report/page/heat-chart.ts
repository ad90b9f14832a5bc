import { periodWords as t } from '../../kernel/messages/period-report.ts'
import { say } from '../../kernel/text.ts'
import type { Language } from '../../kernel/text.ts'
import type { HourCalls } from '../period/calls.ts'
import { shadeOf } from '../period/screen-marks.ts'
import { CHART_WIDTH, drawing, rectangle, words } from './svg.ts'

const LEFT = 30
const HEAD = 16
const ROW = 12.5
const TOTAL = 34
const WIDE = (CHART_WIDTH - LEFT - TOTAL) / 7
const HOURS = Array.from({ length: 24 }, (_, hour) => hour)
const WEEKDAYS = [0, 1, 2, 3, 4, 5, 6]

/** Hours down and weekdays across, so that it is as wide as a phone; every cell has its number. */
export function heatChart(hours: readonly HourCalls[], language: Language, label: string): string {
  const most = Math.max(1, ...hours.map(({ calls }) => calls))
  const sum = (of: (one: HourCalls) => boolean): number => hours.filter(of).reduce((all, { calls }) => all + calls, 0)
  const bottom = HEAD + 24 * ROW
  return drawing(bottom + 16, label, [
    ...WEEKDAYS.map((weekday) => words(middleOf(weekday), 11, weekdayWord(weekday, language), 'middle')),
    words(CHART_WIDTH, 11, say(t.total, language), 'end faint'),
    ...HOURS.map((hour) => words(LEFT - 6, textOf(hour), String(hour), 'end')),
    ...hours.flatMap((one) => cell(one, most)),
    ...HOURS.map((hour) => words(CHART_WIDTH, textOf(hour), some(sum((one) => one.hour === hour)), 'end faint')),
    ...WEEKDAYS.map((weekday) =>
      words(middleOf(weekday), bottom + 12, some(sum((one) => one.weekday === weekday)), 'middle faint'),
    ),
    words(CHART_WIDTH, bottom + 12, String(sum(() => true)), 'end strong'),
  ])
}

const middleOf = (weekday: number): number => LEFT + weekday * WIDE + WIDE / 2
const textOf = (hour: number): number => HEAD + hour * ROW + 9.5
const some = (n: number): string => (n === 0 ? '' : String(n))

function cell({ weekday, hour, calls }: HourCalls, most: number): string[] {
  const shade = shadeOf(calls, most)
  const kind = shade === undefined ? 'empty' : `heat${levelOf(shade, most)}`
  const square = rectangle(LEFT + weekday * WIDE + 0.5, HEAD + hour * ROW + 0.5, WIDE - 1, ROW - 1, { class: kind })
  if (shade === undefined) return [square]
  const ink = levelOf(shade, most) > 2 ? 'middle onDark' : 'middle'
  return [square, words(middleOf(weekday), textOf(hour), String(calls), ink)]
}

/** Few different numbers are spread over all five shades. */
function levelOf(shade: number, most: number): number {
  const steps = Math.min(5, most)
  return steps === 1 ? 4 : Math.round((shade / (steps - 1)) * 4)
}

function weekdayWord(weekday: number, language: Language): string {
  const word = t.weekdays[weekday]
  return word === undefined ? '' : say(word, language)
}
