import { secondsOfDay } from '../kernel/book-times.ts'
import { foldMoment } from '../kernel/book-moments.ts'
import { whyRoster as why } from '../kernel/messages/duty-import.ts'
import type { Text } from '../kernel/text.ts'
import { foldWord } from '../kernel/word-folding.ts'

/** Hours of a shift in seconds from the day's midnight; the end may lie on the next day. */
export interface Hours {
  readonly from: number
  readonly to: number
}

const DAY = 86_400
const CLOCK = String.raw`((?:上午|下午|凌晨|早上|中午|晚上)?\d{1,2}(?::\d{2}|[点时](?:半|整|\d{1,2}分?)?)?)`
const TIMES = new RegExp(
  String.raw`^(?:.*?\s*)\(?${CLOCK}\s*(?:-|–|—|~|至|到)+\s*(次日|第二天|翌日|隔日)?\s*${CLOCK}\)?$`,
)
const REST = new Set([
  '休',
  '休息',
  '轮休',
  '輪休',
  '公休',
  '补休',
  '调休',
  '请假',
  '病假',
  '事假',
  '年假',
  'off',
  'rest',
])

/** The hours of named shifts: names are compared without width, brackets and traditional forms. */
export type NamedShifts = ReadonlyMap<string, Hours>

/** `早班=08:00-16:00`, as given for the names of a roster. */
export function readNamedShift(typed: string): { name: string; hours: Hours } | Text {
  const match = /^([^=＝]+)[=＝](.+)$/su.exec(typed)
  const name = foldWord(match?.[1] ?? '')
  if (name === '') return why.notNamed
  const hours = hoursWritten(match?.[2] ?? '')
  return hours === undefined ? why.notNamed : 'en' in hours ? hours : { name, hours }
}

/** A roster's shift: its hours as written, else those of its name; names alone are never guessed. */
export function hoursOf(cell: string, named: NamedShifts): Hours | 'rest' | Text {
  const word = foldWord(cell)
  if (REST.has(word)) return 'rest'
  return hoursWritten(cell) ?? named.get(word) ?? why.hoursUnknown
}

/** `8:00-16:00`, `早班（8点至16点）`, `20:00—次日8:00`; absent where no hours are written. */
function hoursWritten(cell: string): Hours | Text | undefined {
  const match = TIMES.exec(foldMoment(cell))
  if (match === null) return undefined
  const [, first = '', nextDay, last = ''] = match
  const from = secondsOf(first)
  const end = /^24(?::00|[点时]整?)?$/.test(last) ? DAY : secondsOf(last)
  if (typeof from !== 'number') return from
  if (typeof end !== 'number') return end
  const to = nextDay !== undefined || end <= from ? end + DAY : end
  return to - from > DAY ? why.longerThanADay : { from, to }
}

function secondsOf(clock: string): number | Text {
  return secondsOfDay(/^\d{1,2}$/.test(clock) ? `${clock}:00` : clock)
}

/** Several people in one cell: 李敏、王芳. Blanks part nothing by themselves: 李 敏 is one person. */
export function namesIn(cell: string): string[] | Text {
  const names = cell
    .split(/[、，,;；/／\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== '')
  if (names.some((name) => /\p{Script=Han}{2,}\s+\p{Script=Han}{2,}/u.test(name))) return why.severalNames
  return names.length === 0 ? why.noName : names
}
