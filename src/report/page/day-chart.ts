import { weekdayOf } from '../period/calls.ts'
import type { DayCalls } from '../period/calls.ts'
import { busiestDay } from '../period/period-words.ts'
import { CHART_WIDTH, drawing, line, rectangle, words } from './svg.ts'

const LEFT = 22
const TOP = 14
const TALL = 92
const FOOT = 16

/** A column for each day of the month, weekends on a tinted ground; the highest is labelled, the rest reads by the lines. */
export function dayChart(days: readonly DayCalls[], last: string, label: string): string {
  const most = Math.max(1, ...days.map(({ calls }) => calls))
  const step = stepFor(most)
  const top = Math.ceil(most / step) * step
  const wide = (CHART_WIDTH - LEFT) / days.length
  const y = (n: number): number => TOP + TALL - (n / top) * TALL
  const lines = Array.from({ length: top / step + 1 }, (_, index) => index * step)
  const highest = busiestDay(days)
  return drawing(TOP + TALL + FOOT, label, [
    ...days.flatMap(({ date }, index) =>
      weekdayOf(date) > 4 ? [rectangle(LEFT + index * wide, TOP, wide, TALL, { class: 'weekend' })] : [],
    ),
    ...lines.flatMap((n) => [
      line(LEFT, y(n), CHART_WIDTH, y(n), 'grid'),
      words(LEFT - 4, y(n) + 3.5, String(n), 'end'),
    ]),
    ...days.flatMap(({ date, calls }, index) => column({ date, calls }, LEFT + index * wide, wide, y, highest, last)),
  ])
}

function column(
  { date, calls }: DayCalls,
  x: number,
  wide: number,
  y: (n: number) => number,
  highest: DayCalls | undefined,
  last: string,
): string[] {
  const day = Number(date.slice(8))
  const middle = x + wide / 2
  return [
    ...(calls > 0 ? [rectangle(x + wide * 0.14, y(calls), wide * 0.72, y(0) - y(calls), { class: 'bar' })] : []),
    ...(highest?.date === date ? [words(middle, y(calls) - 3, String(calls), 'middle strong')] : []),
    ...(day === 1 || day % 5 === 0
      ? [words(middle, TOP + TALL + 12, String(day), date > last ? 'middle faint' : 'middle')]
      : []),
  ]
}

/** At most four lines above the ground, at round numbers. */
function stepFor(most: number): number {
  const steps = [1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000, 5000, 10_000]
  return steps.find((step) => most / step <= 4) ?? 10 ** Math.ceil(Math.log10(most))
}
