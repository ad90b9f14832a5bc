import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import * as calendar from '../../src/kernel/calendar.ts'
import { SHANGHAI, zoneNamed } from '../../src/kernel/zone.ts'

const at = (iso: string): number => Date.parse(iso) / 1000
const day = fc
  .integer({ min: 0, max: 47_000 })
  .map((days) => Temporal.PlainDate.from('1970-01-01').add({ days }).toString())

describe('days', () => {
  test.each([
    ['2026-11-21T15:59:59Z', '2026-11-21'],
    ['2026-11-21T16:00:00Z', '2026-11-22'],
    ['2026-12-31T15:59:59Z', '2026-12-31'],
    ['2026-12-31T16:00:00Z', '2027-01-01'],
    ['2028-02-28T16:00:00Z', '2028-02-29'],
    // Summer time: the day of 1986-07-01 began at 15:00 UTC.
    ['1986-06-30T15:00:00Z', '1986-07-01'],
  ])('%s is %s in Shanghai', (instant, expected) => {
    expect(calendar.dayAt(SHANGHAI, at(instant))).toBe(expected)
    expect(calendar.monthAt(SHANGHAI, at(instant))).toBe(expected.slice(0, 7))
  })

  test('addDays counts as the oracle does', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -4000, max: 4000 }), (from, days) => {
        fc.pre(Temporal.PlainDate.from(from).add({ days }).year >= 1970)
        expect(calendar.addDays(from, days)).toBe(Temporal.PlainDate.from(from).add({ days }).toString())
      }),
    )
  })

  test('a day begins where the day before ends, also where the clock changes at midnight', () => {
    for (const name of ['Asia/Shanghai', 'America/New_York', 'America/Sao_Paulo', 'Pacific/Auckland']) {
      const zone = zoneNamed(name) ?? SHANGHAI
      fc.assert(
        fc.property(day, (one) => {
          const start = calendar.startOfDay(zone, one)
          expect(calendar.dayAt(zone, start)).toBe(one)
          expect(calendar.dayAt(zone, start - 1)).toBe(calendar.addDays(one, -1))
        }),
      )
    }
  })

  test('startOfDay takes a time of that day', () => {
    expect(calendar.startOfDay(SHANGHAI, '2026-11-22', 8)).toBe(at('2026-11-22T00:00:00Z'))
    expect(calendar.startOfDay(SHANGHAI, '2026-11-22', 14, 30)).toBe(at('2026-11-22T06:30:00Z'))
  })
})

describe('months', () => {
  test('are half-open and follow one another without a gap', () => {
    let month = '1985-12'
    for (let n = 0; n < 200; n += 1) {
      const next = calendar.nextMonth(month)
      expect(calendar.boundsOfMonth(SHANGHAI, month).to).toBe(calendar.boundsOfMonth(SHANGHAI, next).from)
      month = next
    }
    expect(month).toBe('2002-08')
  })

  test('the last second belongs to the month, the next one does not', () => {
    const { from, to } = calendar.boundsOfMonth(SHANGHAI, '2026-12')
    expect([from, to].map((t) => calendar.isoText(SHANGHAI, t))).toEqual([
      '2026-12-01T00:00:00+08:00',
      '2027-01-01T00:00:00+08:00',
    ])
    expect([from, to - 1, to].map((t) => calendar.monthAt(SHANGHAI, t))).toEqual(['2026-12', '2026-12', '2027-01'])
  })
})

describe('texts', () => {
  const kathmandu = zoneNamed('Asia/Kathmandu') ?? SHANGHAI
  const newYork = zoneNamed('America/New_York') ?? SHANGHAI

  test.each([
    [SHANGHAI, '2026-11-22T00:05:00Z', '2026-11-22 08:05:00', '2026-11-22 08:05', '2026-11-22T08:05:00+08:00'],
    [SHANGHAI, '2026-11-22T00:05:09Z', '2026-11-22 08:05:09', '2026-11-22 08:05:09', '2026-11-22T08:05:09+08:00'],
    [SHANGHAI, '2026-11-22T00:00:00Z', '2026-11-22 08:00:00', '2026-11-22 08:00', '2026-11-22T08:00:00+08:00'],
    [SHANGHAI, '1988-07-01T00:00:00Z', '1988-07-01 09:00:00', '1988-07-01 09:00', '1988-07-01T09:00:00+09:00'],
    [kathmandu, '2026-11-22T00:00:00Z', '2026-11-22 05:45:00', '2026-11-22 05:45', '2026-11-22T05:45:00+05:45'],
    [newYork, '2026-07-01T00:00:00Z', '2026-06-30 20:00:00', '2026-06-30 20:00', '2026-06-30T20:00:00-04:00'],
  ])('%o %s', (zone, instant, clock, readable, iso) => {
    expect(calendar.clockText(zone, at(instant))).toBe(clock)
    expect(calendar.readableTime(zone, at(instant))).toBe(readable)
    expect(calendar.isoText(zone, at(instant))).toBe(iso)
  })

  test('ISO text is read back as the same instant by any other program', () => {
    const second = fc.integer({ min: 0, max: 4_000_000_000 })
    for (const zone of [SHANGHAI, kathmandu, newYork]) {
      fc.assert(fc.property(second, (instant) => at(calendar.isoText(zone, instant)) === instant))
    }
  })
})
