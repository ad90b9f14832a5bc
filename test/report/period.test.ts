import { describe, expect, test } from 'vitest'
import { SHANGHAI, instantAt } from '../../src/kernel/zone.ts'
import type { Instant } from '../../src/kernel/zone.ts'
import { percentOf, shareText } from '../../src/report/period/figure-rows.ts'
import { comparisonOf, periodOfDay, periodOfMonth } from '../../src/report/period/period.ts'
import { repairTimesOf } from '../../src/report/period/repair-times.ts'
import { bar, shadeLimits, shadeOf, sparkline } from '../../src/report/period/screen-marks.ts'
import { aTicket } from '../ticket/a-ticket.ts'
import { judge } from '../../src/ticket/rules.ts'

function at(text: string): Instant {
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0] = text.split(/\D/).map(Number)
  return instantAt(SHANGHAI, { year, month, day, hour, minute, second: 0 })
}

describe('what a period is compared with', () => {
  const days = (name: string, now: string): string[] => {
    const period = name.length === 7 ? periodOfMonth(SHANGHAI, name, at(now)) : periodOfDay(SHANGHAI, name, at(now))
    const { previous, lastYear } = comparisonOf(SHANGHAI, period)
    return [period, previous, lastYear].map(({ first, last }) => `${first}..${last}`)
  }

  test.each([
    ['2026-10', '2026-11-22 09:00', ['2026-10-01..2026-10-31', '2026-09-01..2026-09-30', '2025-10-01..2025-10-31']],
    ['2026-11', '2026-11-22 09:00', ['2026-11-01..2026-11-22', '2026-10-01..2026-10-22', '2025-11-01..2025-11-22']],
    ['2027-01', '2027-01-05 09:00', ['2027-01-01..2027-01-05', '2026-12-01..2026-12-05', '2026-01-01..2026-01-05']],
    ['2027-03', '2027-03-30 09:00', ['2027-03-01..2027-03-30', '2027-02-01..2027-02-28', '2026-03-01..2026-03-30']],
    ['2028-02', '2028-03-01 00:00', ['2028-02-01..2028-02-29', '2028-01-01..2028-01-31', '2027-02-01..2027-02-28']],
    ['2026-11-22', '2026-11-22 09:00', ['2026-11-22..2026-11-22', '2026-11-15..2026-11-15', '2025-11-23..2025-11-23']],
  ])('%s at %s', (name, now, expected) => {
    expect(days(name, now)).toEqual(expected)
  })

  test('this very second counts, the next one does not', () => {
    expect(periodOfMonth(SHANGHAI, '2026-11', at('2026-11-22 09:00')).to).toBe(at('2026-11-22 09:00') + 1)
    expect(periodOfMonth(SHANGHAI, '2026-10', at('2026-11-22 09:00')).to).toBe(at('2026-11-01 00:00'))
  })
})

test('median and 90 % are times that a repair really took', () => {
  const of = (...hours: number[]): ReturnType<typeof repairTimesOf> =>
    repairTimesOf(hours.map((hour) => judge(aTicket({ reported_at: 0, repaired_at: hour * 3600 }), [], 1e9)))
  expect(of()).toMatchObject({ median: undefined, ninety: undefined })
  expect(of(3)).toMatchObject({ median: 180, ninety: 180 })
  expect(of(1, 2, 3, 4)).toMatchObject({ median: 120, ninety: 240 })
  expect(of(10, 1, 9, 2, 8, 3, 7, 4, 6, 5)).toMatchObject({ median: 300, ninety: 540 })
  expect(of(4, 4.001, 12, 24, 36, 37).bands.map(({ repairs }) => repairs)).toEqual([1, 2, 1, 1, 1])
})

test('small numbers are no percentages, and one late of many is not 100 %', () => {
  expect(percentOf(3, 4)).toBeUndefined()
  expect(percentOf(19, 20)).toBe(95)
  expect(percentOf(999, 1000)).toBe(99)
  expect(shareText(3, 1, 'en')).toBe('3/4')
  expect(shareText(19, 1, 'zh-CN')).toBe('95% (19/20)')
  expect(shareText(0, 0, 'zh-CN')).toBe('无修复')
})

describe('marks that read without colour', () => {
  test('a sparkline has a sign for each number', () => {
    expect(sparkline([0, 1, 4, 8])).toBe('.▁▄█')
    expect(sparkline([])).toBe('')
    expect(sparkline([0, 0])).toBe('..')
  })

  test('a bar fills its room at the most, and one is seen beside a thousand', () => {
    expect(bar([['#', 10]], 10, 20)).toBe('#'.repeat(20))
    const both = bar(
      [
        ['#', 999],
        ['x', 1],
      ],
      1000,
      10,
    )
    expect(both).toMatch(/^#+x$/)
    expect(bar([['#', 0]], 10, 20)).toBe('')
  })

  test('the shades take every number from 1 to the most, each once', () => {
    for (let most = 1; most <= 60; most += 1) {
      const limits = shadeLimits(most)
      expect(limits.length).toBe(Math.min(5, most))
      for (let n = 1; n <= most; n += 1) expect(shadeOf(n, most)).toBeTypeOf('number')
      expect(shadeOf(0, most)).toBeUndefined()
      expect([limits[0]?.from, limits.at(-1)?.to]).toEqual([1, most])
    }
  })
})
