import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { secondsOf } from '../../src/duty/coverage.ts'
import type { Span } from '../../src/duty/coverage.ts'
import { halfHoursOf, marksOf } from '../../src/duty/strip.ts'
import type { Mark } from '../../src/duty/strip.ts'
import { startOfDay } from '../../src/kernel/calendar.ts'
import { SHANGHAI, zoneNamed } from '../../src/kernel/zone.ts'

const at = (hour: number, minute = 0): number => startOfDay(SHANGHAI, '2026-11-22', hour, minute)
const halves = halfHoursOf(SHANGHAI, '2026-11-22')
const LATER = at(23) + 7200

function drawn(marks: readonly Mark[]): string {
  const letters = { whole: '#', part: '+', none: '.', ahead: ' ', skipped: '_' }
  return marks.map((mark) => letters[mark]).join('')
}

test.each<[string, Span[], number, string]>([
  ['nobody', [], LATER, '.'.repeat(48)],
  ['08:00 to 16:00', [{ from: at(8), to: at(16) }], LATER, `${'.'.repeat(16)}${'#'.repeat(16)}${'.'.repeat(16)}`],
  [
    'a minute late, a minute early',
    [{ from: at(8, 1), to: at(15, 59) }],
    LATER,
    `${'.'.repeat(16)}+${'#'.repeat(14)}+${'.'.repeat(16)}`,
  ],
  [
    'two make a whole half-hour',
    [
      { from: at(0), to: at(0, 10) },
      { from: at(0, 10), to: at(0, 30) },
    ],
    LATER,
    `#${'.'.repeat(47)}`,
  ],
  [
    'what is to come is not blamed',
    [{ from: at(8), to: Infinity }],
    at(9, 10),
    `${'.'.repeat(16)}###${' '.repeat(29)}`,
  ],
])('%s', (_, shifts, now, strip) => {
  expect(drawn(marksOf(halves, shifts, now))).toBe(strip)
})

test('summer time begins 1986-05-04 at 02:00: the hour is skipped; it ends 1986-09-14: the hour comes twice', () => {
  const begins = halfHoursOf(SHANGHAI, '1986-05-04')
  expect(begins.map((half) => (half.to - half.from) / 60).slice(2, 8)).toEqual([30, 30, 0, 0, 30, 30])
  const ends = halfHoursOf(SHANGHAI, '1986-09-14')
  expect(ends.map((half) => (half.to - half.from) / 60).slice(1, 6)).toEqual([30, 30, 90, 30, 30])
})

test('the half-hours of any day are the day, in any zone, also where the clock changes at midnight', () => {
  const names = ['Asia/Shanghai', 'America/New_York', 'America/Sao_Paulo', 'Australia/Lord_Howe', 'Asia/Kolkata']
  const year = fc.integer({ min: 1986, max: 2026 })
  const property = fc.property(fc.constantFrom(...names), year, fc.integer({ min: 0, max: 364 }), (name, in_, more) => {
    const day = Temporal.PlainDate.from({ year: in_, month: 1, day: 1 }).add({ days: more })
    const half = halfHoursOf(zoneNamed(name) ?? SHANGHAI, day.toString())
    const length =
      day.add({ days: 1 }).toZonedDateTime(name).epochMilliseconds - day.toZonedDateTime(name).epochMilliseconds
    expect(half).toHaveLength(48)
    expect(secondsOf(half)).toBe(length / 1000)
    expect(
      half.every((span, index) => span.from <= span.to && (index === 0 || span.from === half[index - 1]?.to)),
    ).toBe(true)
  })
  fc.assert(property)
})
