import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clockText, isoText, readableTime } from '../../src/kernel/calendar.ts'
import { readDay, readDuration, readMoment, readMonth } from '../../src/kernel/moment.ts'
import { sayTime } from '../../src/kernel/time-words.ts'
import { SHANGHAI, zoneNamed } from '../../src/kernel/zone.ts'
import { anyUnits } from '../any-text.ts'

const now = Date.parse('2026-11-22T09:00:00+08:00') / 1000
const clock = { now, zone: SHANGHAI }
const read = (typed: string): string | undefined => {
  const found = readMoment(typed, clock)
  return found === undefined ? undefined : isoText(SHANGHAI, found)
}

describe('readMoment', () => {
  test.each([
    ['2026-11-22 08:05', '2026-11-22T08:05:00+08:00'],
    ['2026-11-22 08:05:30', '2026-11-22T08:05:30+08:00'],
    ['2026-1-2 8:05', '2026-01-02T08:05:00+08:00'],
    ['2026-11-22T08:05', '2026-11-22T08:05:00+08:00'],
    ['2026-11-22T08:05:00+08:00', '2026-11-22T08:05:00+08:00'],
    ['2026-11-22T00:05:00Z', '2026-11-22T08:05:00+08:00'],
    ['2026-11-21T19:05:00-0500', '2026-11-22T08:05:00+08:00'],
    ['2026-11-22T05:50+05:45', '2026-11-22T08:05:00+08:00'],
    ['08:05', '2026-11-22T08:05:00+08:00'],
    ['8:05:09', '2026-11-22T08:05:09+08:00'],
    ['今天 08:05', '2026-11-22T08:05:00+08:00'],
    ['yesterday 23:59', '2026-11-21T23:59:00+08:00'],
    ['前天 15:20', '2026-11-20T15:20:00+08:00'],
    ['明天 9:00', '2026-11-23T09:00:00+08:00'],
    ['明天9:00', '2026-11-23T09:00:00+08:00'],
    ['tomorrow 08:05', '2026-11-23T08:05:00+08:00'],
    ['Yesterday 08:05', '2026-11-21T08:05:00+08:00'],
    ['后天 8:30', '2026-11-24T08:30:00+08:00'],
    ['后天　８：３０', '2026-11-24T08:30:00+08:00'],
    ['下午3点', '2026-11-22T15:00:00+08:00'],
    ['下午 3:20', '2026-11-22T15:20:00+08:00'],
    ['下午15:20', '2026-11-22T15:20:00+08:00'],
    ['下午12点', '2026-11-22T12:00:00+08:00'],
    ['中午1点', '2026-11-22T13:00:00+08:00'],
    ['凌晨0点', '2026-11-22T00:00:00+08:00'],
    ['明天上午9点', '2026-11-23T09:00:00+08:00'],
    ['明天 上午 9点半', '2026-11-23T09:30:00+08:00'],
    ['昨天下午３点', '2026-11-21T15:00:00+08:00'],
    ['昨晚8点半', '2026-11-21T20:30:00+08:00'],
    ['8点05', '2026-11-22T08:05:00+08:00'],
    ['8点05分', '2026-11-22T08:05:00+08:00'],
    ['8点5分', '2026-11-22T08:05:00+08:00'],
    ['8点整', '2026-11-22T08:00:00+08:00'],
    ['8时', '2026-11-22T08:00:00+08:00'],
    ['11-21 15:20', '2026-11-21T15:20:00+08:00'],
    ['1-5 8:05', '2026-01-05T08:05:00+08:00'],
    ['１１-２１ １５：２０', '2026-11-21T15:20:00+08:00'],
    ['11月21日 15:20', '2026-11-21T15:20:00+08:00'],
    ['11月21日下午3点', '2026-11-21T15:00:00+08:00'],
    ['2026年11月21日15:20', '2026-11-21T15:20:00+08:00'],
    ['+2h', '2026-11-22T11:00:00+08:00'],
    ['＋30m', '2026-11-22T09:30:00+08:00'],
    ['-2h', '2026-11-22T07:00:00+08:00'],
    ['-30m', '2026-11-22T08:30:00+08:00'],
    ['  2026-11-22 08:05 ', '2026-11-22T08:05:00+08:00'],
    ['２０２６-１１-２２　０８：０５', '2026-11-22T08:05:00+08:00'],
    ['2028-02-29 00:00', '2028-02-29T00:00:00+08:00'],
    // The clock went from 02:00 to 03:00: as if it had not been put forward.
    ['1986-05-04 03:30', '1986-05-04T03:30:00+09:00'],
    // It showed 01:30 twice: the earlier.
    ['1986-09-14 01:30', '1986-09-14T01:30:00+09:00'],
  ])('%s', (typed, expected) => {
    expect(read(typed)).toBe(expected)
  })

  test.each([
    '',
    ' ',
    '2026-11-22',
    '2026-02-29 08:00',
    '2026-13-01 08:00',
    // The clock was put from 02:00 to 03:00.
    '1986-05-04 02:30',
    '2026-11-22 24:00',
    '2026-11-22 08:60',
    '2026-11-22 08:5',
    '26-11-22 08:05',
    '2026-11-22 8',
    '2026/11/22 08:05',
    '1969-12-31 08:00',
    '2200-01-01 08:00',
    '25:00',
    '8',
    'now',
    '晚上1点',
    '上午15:00',
    '下午9点',
    '8点5',
    '8点半5',
    '明天',
    '11-2115:20',
    '13-21 15:20',
    '2-30 08:05',
    '大后天 08:05',
    '+2d',
    'constructor 08:05',
    'toString 08:05',
    '2026-11-22T08:05+25:00',
    '2026-11-22T08:05+08:75',
    '-2d',
    '08:05 08:05',
  ])('%j is no moment', (typed) => {
    expect(read(typed)).toBeUndefined()
  })

  test('what is printed is read back as the same second, in every form', () => {
    const second = fc.integer({ min: 0, max: 4_102_000_000 })
    for (const name of ['Asia/Shanghai', 'Asia/Kathmandu']) {
      const zone = zoneNamed(name) ?? SHANGHAI
      fc.assert(
        fc.property(second, (at) => {
          // An hour that the clock showed twice has two instants for one text.
          fc.pre(zone.offsetAt(at - 7200) === zone.offsetAt(at))
          for (const text of [clockText(zone, at), readableTime(zone, at), isoText(zone, at)]) {
            expect(readMoment(text, { now, zone })).toBe(at)
          }
        }),
      )
    }
  })

  test('a time as it is said to somebody is read back as the same minute', () => {
    const minute = fc.integer({ min: 0, max: 68_000_000 }).map((n) => n * 60)
    const near = fc.integer({ min: -5000, max: 5000 }).map((n) => n * 60)
    for (const language of ['en', 'zh-CN'] as const) {
      fc.assert(
        fc.property(minute, near, (at, away) => {
          const clock = { now: Math.max(0, at + away), zone: SHANGHAI }
          fc.pre([-7200, 7200].every((more) => SHANGHAI.offsetAt(at + more) === SHANGHAI.offsetAt(at)))
          expect(readMoment(sayTime(at, clock, language), clock)).toBe(at)
        }),
      )
    }
  })

  test('never throws, whatever is typed', () => {
    fc.assert(fc.property(anyUnits, (typed) => void readMoment(typed, clock)))
  })
})

describe('readDay', () => {
  test.each([
    ['2026-11-22', '2026-11-22'],
    ['2026-1-2', '2026-01-02'],
    ['２０２６-１-２', '2026-01-02'],
    ['今天', '2026-11-22'],
    ['today', '2026-11-22'],
    ['昨天', '2026-11-21'],
    ['前天', '2026-11-20'],
    ['明天', '2026-11-23'],
    ['后天', '2026-11-24'],
  ])('%s → %s', (typed, expected) => {
    expect(readDay(typed, clock)).toBe(expected)
  })

  test.each([
    '',
    '2026-02-29',
    '2026-04-31',
    '2026-11',
    '2026-11-22 08:05',
    '22.11.2026',
    '1969-01-01',
    '2200-01-01',
    'constructor',
    '__proto__',
  ])('%j is no day', (typed) => {
    expect(readDay(typed, clock)).toBeUndefined()
  })

  test('today is the office’s day, not the machine’s', () => {
    const lateInShanghai = { zone: SHANGHAI, now: Date.parse('2026-11-21T23:30:00Z') / 1000 }
    expect(readDay('today', lateInShanghai)).toBe('2026-11-22')
    expect(readDay('today', { ...lateInShanghai, zone: zoneNamed('America/New_York') ?? SHANGHAI })).toBe('2026-11-21')
  })
})

test.each([
  ['2026-11', '2026-11'],
  ['2026-1', '2026-01'],
  ['２０２６-１１', '2026-11'],
  ['2026-13', undefined],
  ['2026-0', undefined],
  ['1969-12', undefined],
  ['2026-11-22', undefined],
  ['', undefined],
])('readMonth: %j → %s', (typed, expected) => {
  expect(readMonth(typed)).toBe(expected)
})

test.each([
  ['4h', 14_400],
  ['90m', 5400],
  ['2d', 172_800],
  ['1h30m', 5400],
  ['1d12h', 129_600],
  ['４h', 14_400],
  ['', undefined],
  ['4', undefined],
  ['h', undefined],
  ['-4h', undefined],
  ['30m1h', undefined],
  ['4 h', undefined],
])('readDuration: %j → %s', (typed, expected) => {
  expect(readDuration(typed)).toBe(expected)
})
