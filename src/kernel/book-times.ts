import { whyNot as why } from './messages/book-refusals.ts'
import type { Text } from './text.ts'

/** Hours as said after a word: from, to, and what makes them hours of the 24-hour clock. */
type Said = readonly (readonly [from: number, to: number, add: number])[]

/** The words before an hour. An hour that stands in no span does not tell which one is meant. */
const HALF_DAYS: readonly (readonly [words: string, said: Said])[] = [
  ['上午 早上 早晨 清晨 清早 早 am', [[0, 11, 0]]],
  ['凌晨', [[0, 6, 0]]],
  [
    '中午 正午',
    [
      [11, 12, 0],
      [1, 2, 12],
      [13, 14, 0],
    ],
  ],
  [
    '下午 午后 pm',
    [
      [1, 11, 12],
      [12, 23, 0],
    ],
  ],
  [
    '傍晚',
    [
      [4, 8, 12],
      [16, 20, 0],
    ],
  ],
  [
    '晚上 晚间 夜晚 晚',
    [
      [5, 11, 12],
      [17, 23, 0],
    ],
  ],
  [
    '深夜 夜里 夜间 半夜 午夜 夜',
    [
      [9, 11, 12],
      [21, 23, 0],
    ],
  ],
]

const SAID = new Map(HALF_DAYS.flatMap(([words, said]) => words.split(' ').map((word) => [word, said] as const)))
const WORD = new RegExp(`^(${[...SAID.keys()].join('|')})`)
const WORD_AFTER = /(am|pm)$/

/** Hour, minute and second, in these forms. */
const FORMS: readonly RegExp[] = [
  /^(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9}|:\d{3})?秒?|分)?$/,
  /^(\d{1,2})[点时](?:(\d{1,2})分?(?:(\d{1,2})秒)?)?$/,
  /^(\d{1,2})\.(\d{2})$/,
]
const WITH_WORDS = /^(\d{1,2})[点时](整|半|1刻|3刻)$/
const MINUTES: Readonly<Record<string, number>> = { 整: 0, 半: 30, '1刻': 15, '3刻': 45 }
/** A time as Excel keeps it: the fraction of a day. */
const FRACTION = /^0?\.\d+$|^0$/

/** Seconds since midnight of a time of day, folded and with digits only; else why not. */
export function secondsOfDay(text: string): number | Text {
  if (FRACTION.test(text))
    return /^0?\.[0-5]\d$/.test(text) ? why.timeOrFraction : Math.round(Number(text) * 86_400) % 86_400
  const word = WORD.exec(text)?.[1] ?? WORD_AFTER.exec(text)?.[1]
  const bare = word === undefined ? text : text.replace(WORD, '').replace(WORD_AFTER, '')
  if (bare === '') return why.noHour
  const clock = clockOf(bare)
  if (clock === undefined) return why.notATime
  const hour = word === undefined ? clock.hour : hourSaid(word, clock.hour)
  if (hour === undefined) return why.unclearHour
  if (hour === 24) return why.endOfDay
  if (hour > 24 || clock.minute > 59 || clock.second > 59) return why.notATime
  return hour * 3600 + clock.minute * 60 + clock.second
}

function clockOf(text: string): { hour: number; minute: number; second: number } | undefined {
  const words = WITH_WORDS.exec(text)
  if (words !== null) return { hour: Number(words[1]), minute: MINUTES[words[2] ?? ''] ?? 0, second: 0 }
  for (const form of FORMS) {
    const match = form.exec(text)
    if (match !== null) return { hour: Number(match[1]), minute: Number(match[2] ?? 0), second: Number(match[3] ?? 0) }
  }
  return undefined
}

function hourSaid(word: string, hour: number): number | undefined {
  // 12 am is midnight and 12 pm noon by convention; 晚上12点 and 凌晨12点 have none.
  if (word === 'am' && hour === 12) return 0
  const span = SAID.get(word)?.find(([from, to]) => hour >= from && hour <= to)
  return span === undefined ? undefined : hour + span[2]
}
