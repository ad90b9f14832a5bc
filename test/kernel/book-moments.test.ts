import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MomentReader } from '../../src/kernel/book-moments.ts'
import type { DateHabits } from '../../src/kernel/book-days.ts'
import { clockText } from '../../src/kernel/calendar.ts'
import { whyCell } from '../../src/kernel/messages/book-cells.ts'
import { whyNot as why } from '../../src/kernel/messages/book-refusals.ts'
import { SHANGHAI, zoneNamed } from '../../src/kernel/zone.ts'

const habits: DateHabits = { year: undefined, order: undefined, thisYear: 2026 }
const nineteen: DateHabits = { ...habits, year: 2009 }

function read(cell: string, timeCell = '', given: DateHabits = habits): string | { en: string } {
  const found = new MomentReader(given, SHANGHAI).read(cell, timeCell)
  if ('en' in found) return found
  return found.timed ? clockText(SHANGHAI, found.at) : clockText(SHANGHAI, found.at).replace(/ 00:00:00$/, '')
}

describe('days', () => {
  test.each([
    ['2008-03-05', '2008-03-05'],
    ['2008.3.5', '2008-03-05'],
    ['2008/3/5', '2008-03-05'],
    ['２００８．３．５', '2008-03-05'],
    ['2008年3月5日', '2008-03-05'],
    ['2008年3月5号', '2008-03-05'],
    ['2008年03月05日 星期三', '2008-03-05'],
    ['2008-3-5（三）', '2008-03-05'],
    ['20080305', '2008-03-05'],
    ['08-3-5', '2008-03-05'],
    ['08.3.5', '2008-03-05'],
    ['98-12-31', '1998-12-31'],
    ['98/12/31', '1998-12-31'],
    ['00/2/29', '2000-02-29'],
    ['08.12.11', '2008-12-11'],
    ['2008年 3月 5日', '2008-03-05'],
    ['2008 年 3 月 5 日', '2008-03-05'],
    ['26-1-1', '2026-01-01'],
    ['27-1-1', '1927-01-01'],
    ['08年3月5日', '2008-03-05'],
    ['二〇〇八年三月五日', '2008-03-05'],
    ['二○○八年十二月二十五日', '2008-12-25'],
    ['二零零八年十月十日', '2008-10-10'],
    ['二OO八年元月廿一号', '2008-01-21'],
    ['2008年三月三十日', '2008-03-30'],
    ['39512', '2008-03-05'],
  ])('%s', (cell, expected) => {
    expect(read(cell)).toEqual(expected.startsWith('1927') ? why.notInCalendar : expected)
  })

  test.each([
    ['3月5日', '2009-03-05'],
    ['三月五日', '2009-03-05'],
    ['3-15', '2009-03-15'],
    ['3/5', '2009-03-05'],
    ['3.15', '2009-03-15'],
    ['3月5日 8:30', '2009-03-05 08:30:00'],
  ])('%s with a year known', (cell, expected) => {
    expect(read(cell, '', nineteen)).toEqual(expected)
  })

  test.each([
    ['3月5日', why.noYear],
    ['3-5', why.noYear],
    ['3/4/2008', why.dayOrMonth],
    ['13/4/2008', why.dayOrMonth],
    ['3-5-08', why.dayOrMonth],
    ['11/12/08', why.dayOrMonth],
    ['12/1/08', why.dayOrMonth],
    ['25/12/08', why.dayOrMonth],
    ['08/3/5', why.dayOrMonth],
    ['2008-13-05', why.notInCalendar],
    ['2009-02-29', why.notInCalendar],
    ['2008年2月30日', why.notInCalendar],
    ['2008-3', why.noDay],
    ['2008年3月', why.noDay],
    ['2008-3.5', why.notADate],
    ['昨天', whyCell.relativeDay],
    ['无', why.notADate],
    ['1', why.notADate],
    ['2008.3.5-3.6', why.notATime],
    ['农历三月初五', why.notADate],
  ])('%s is refused', (cell, reason) => {
    expect(read(cell)).toEqual(reason)
  })

  test('with a year known a day that Excel may have cut is refused', () => {
    expect(read('3.1', '', nineteen)).toEqual(why.cutByExcel)
    expect(read('3.4', '', nineteen)).toEqual('2009-03-04')
  })

  test('the order of numbers may be named', () => {
    expect(read('3/4/2008', '', { ...habits, order: 'mdy' })).toBe('2008-03-04')
    expect(read('3/4/2008', '', { ...habits, order: 'dmy' })).toBe('2008-04-03')
    expect(read('25/12/08', '', { ...habits, order: 'dmy' })).toBe('2008-12-25')
    expect(read('08/3/5', '', { ...habits, order: 'ymd' })).toBe('2008-03-05')
  })
})

describe('days with a time', () => {
  test.each([
    ['2008-3-5 15:20', '15:20:00'],
    ['2008-03-05 15:20', '15:20:00'],
    ['2008-03-05 15:20:31', '15:20:31'],
    ['2008-03-05T15:20', '15:20:00'],
    ['2008-03-05T15:20:31+08:00', '15:20:31'],
    ['2008-03-05T07:20:31Z', '15:20:31'],
    ['2008-03-05T07:20:00.000+0000', '15:20:00'],
    ['2008-03-05T03:20-04:00', '15:20:00'],
    ['2008年 3月 5日 下午 3点20分', '15:20:00'],
    ['2008/3/5  8:05', '08:05:00'],
    ['2008.3.5 15：20', '15:20:00'],
    ['2008年3月5日15时20分', '15:20:00'],
    ['2008年3月5日 下午3点20分', '15:20:00'],
    ['2008年3月5日下午3点', '15:00:00'],
    ['2008年3月5日 上午八点半', '08:30:00'],
    ['2008年3月5日 下午两点一刻', '14:15:00'],
    ['2008-3-5 晚上8点三刻', '20:45:00'],
    ['2008-3-5 晚7:30', '19:30:00'],
    ['2008-3-5 中午12:30', '12:30:00'],
    ['2008-3-5 中午1点', '13:00:00'],
    ['2008-3-5 凌晨2点', '02:00:00'],
    ['2008-3-5 早上7點', '07:00:00'],
    ['2008-3-5 3:20 PM', '15:20:00'],
    ['2008-3-5 12:05 am', '00:05:00'],
    ['2008-3-5 下午15:20', '15:20:00'],
    ['200803051520', '15:20:00'],
    ['20080305152031', '15:20:31'],
    ['39512.638888888891', '15:20:00'],
    ['2008-3-5 15.20', '15:20:00'],
    ['二〇〇八年三月五日十五时二十分', '15:20:00'],
  ])('%s', (cell, time) => {
    expect(read(cell)).toEqual(`2008-03-05 ${time}`)
  })

  test.each([
    ['2008-3-5 晚上12点', why.unclearHour],
    ['2008-3-5 半夜12点', why.unclearHour],
    ['2008-3-5 凌晨12点', why.unclearHour],
    ['2008-3-5 上午12点', why.unclearHour],
    ['2008-3-5 晚上1点', why.unclearHour],
    ['2008-3-5 上午15点', why.unclearHour],
    ['2008-3-5 下午', why.noHour],
    ['2008-3-5 24:00', why.endOfDay],
    ['2008-3-5 25:00', why.notATime],
    ['2008-3-5 15:60', why.notATime],
    ['2008-3-5 8:5', why.notATime],
    ['2008-3-5 左右', why.notATime],
    ['2008-03-04T23:50-15:30', why.notATime],
  ])('%s is refused', (cell, reason) => {
    expect(read(cell)).toEqual(reason)
  })
})

describe('day and time in two columns', () => {
  test.each([
    ['2008-3-5', '15:20', '2008-03-05 15:20:00'],
    ['2008/3/5 0:00', '15:20', '2008-03-05 15:20:00'],
    ['2008-3-5', '下午3点', '2008-03-05 15:00:00'],
    ['2008-3-5', '0.638888888888889', '2008-03-05 15:20:00'],
    ['2008-3-5', '2008-3-5 15:20', '2008-03-05 15:20:00'],
    ['', '2008-3-5 15:20', '2008-03-05 15:20:00'],
    ['2008-3-5', '15.20', '2008-03-05 15:20:00'],
    ['2008-3-5', '1520', '2008-03-05 15:20:00'],
  ])('%s + %s', (day, time, expected) => {
    expect(read(day, time)).toEqual(expected)
  })

  test.each([
    ['2008-3-5', '2008-3-6 15:20', why.twoTimes],
    ['2008-3-5 8:00', '15:20', why.twoTimes],
    ['2008-3-5', '0.25', why.timeOrFraction],
    ['2008-3-5', '晚上12点', why.unclearHour],
    ['无', '15:20', why.notADate],
  ])('%s + %s is refused', (day, time, reason) => {
    expect(read(day, time)).toEqual(reason)
  })
})

test('every moment of the calendar is read back as it is printed, in summer time too', () => {
  for (const zone of [SHANGHAI, zoneNamed('America/New_York') ?? SHANGHAI]) {
    const reader = new MomentReader(habits, zone)
    fc.assert(
      fc.property(fc.integer({ min: 172_800, max: 2_500_000_000 }), (at) => {
        const text = clockText(zone, at)
        const found = reader.read(text)
        expect('at' in found && clockText(zone, found.at)).toBe(text)
      }),
      { numRuns: 3000 },
    )
  }
})

test('a title line between the rows changes the year from there on', () => {
  const reader = new MomentReader(nineteen, SHANGHAI)
  const before = reader.read('3月5日')
  reader.year = 2010
  const after = reader.read('3月5日')
  expect(['at' in before && clockText(SHANGHAI, before.at), 'at' in after && clockText(SHANGHAI, after.at)]).toEqual([
    '2009-03-05 00:00:00',
    '2010-03-05 00:00:00',
  ])
})
