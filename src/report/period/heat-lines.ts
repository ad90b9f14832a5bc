import { periodWords as t } from '../../kernel/messages/period-report.ts'
import { padEnd } from '../../kernel/display.ts'
import type { Piece } from '../../kernel/screen.ts'
import { say } from '../../kernel/text.ts'
import type { Language } from '../../kernel/text.ts'
import type { PeriodReport } from './period-report.ts'
import { busiestLine } from './period-words.ts'
import { SHADES, shadeLimits, shadeOf } from './screen-marks.ts'

const LABEL = 6
const WEEKDAYS = [0, 1, 2, 3, 4, 5, 6]
const HOURS = Array.from({ length: 24 }, (_, hour) => hour)

/** Weekday by hour, two columns an hour: shades of ASCII, because a Chinese terminal gives blocks two columns. */
export function heatLines({ hours }: PeriodReport, language: Language, columns: number): (readonly Piece[])[] {
  const most = Math.max(...hours.map(({ calls }) => calls))
  if (most === 0 || columns < LABEL + 48) return []
  const total = columns >= LABEL + 56
  const axis = HOURS.map((hour) => (hour % 2 === 0 ? String(hour).padEnd(4) : '')).join('')
  const rows = WEEKDAYS.map((weekday): readonly Piece[] => {
    const own = hours.filter((one) => one.weekday === weekday)
    const sum = own.reduce((all, { calls }) => all + calls, 0)
    const cells = own.map(({ calls }): Piece => ({
      text: cellOf(calls, most),
      tone: calls === most ? 'bad' : undefined,
    }))
    const label = { text: padEnd(`  ${weekdayWord(weekday, language)}`, LABEL) }
    return [label, ...cells, ...(total ? [{ text: String(sum).padStart(6), tone: 'past' as const }] : [])]
  })
  const scale = shadeLimits(most).map(
    ({ from, to }, index) => `${SHADES[index] ?? ''} ${say(t.scale(from, to), language)}`,
  )
  const totalHead = total ? `  ${say(t.total, language)}` : ''
  return [
    [{ text: say(t.byHour, language), tone: 'head' }],
    [{ text: `${' '.repeat(LABEL)}${axis}${totalHead}`, tone: 'past' }],
    ...rows,
    [{ text: `${' '.repeat(LABEL)}${scale.join('   ')}   ${busiestLine(hours, language)}`, tone: 'past' }],
  ]
}

function cellOf(calls: number, most: number): string {
  const shade = shadeOf(calls, most)
  return shade === undefined ? '  ' : (SHADES[shade] ?? '  ')
}

const weekdayWord = (weekday: number, language: Language): string => {
  const word = t.weekdays[weekday]
  return word === undefined ? '' : say(word, language)
}
