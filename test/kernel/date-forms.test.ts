import { describe, expect, test } from 'vitest'
import { MomentReader } from '../../src/kernel/book-moments.ts'
import { clockText } from '../../src/kernel/calendar.ts'
import { whyCell } from '../../src/kernel/messages/book-cells.ts'
import { whyNot as why } from '../../src/kernel/messages/book-refusals.ts'
import { SHANGHAI } from '../../src/kernel/zone.ts'

const habits = { year: 2009, order: undefined, thisYear: 2026 }

function read(cell: string, timeCell = ''): string | { en: string } {
  const found = new MomentReader(habits, SHANGHAI).read(cell, timeCell)
  if ('en' in found) return found
  return found.timed ? clockText(SHANGHAI, found.at) : clockText(SHANGHAI, found.at).slice(0, 10)
}

describe('one cell', () => {
  test.each([
    ['5-Mar-09', '2009-03-05'],
    ['05-Mar-2009 08:10', '2009-03-05 08:10:00'],
    ['Mar 5 2009 8:10AM', '2009-03-05 08:10:00'],
    ['March 5, 2009', '2009-03-05'],
    ['Mar  5 2009 08:10:33:637PM', '2009-03-05 20:10:33'],
    ['Thu Mar 05 08:10:00 CST 2009', '2009-03-05 08:10:00'],
    ['2009.3.5/8:10', '2009-03-05 08:10:00'],
    ['2009.03.05.', '2009-03-05'],
    ['2009年3月5日晚8点', '2009-03-05 20:00:00'],
    ['2009-3-5 08：10', '2009-03-05 08:10:00'],
    ['2009-3-5 8:10:00 PM', '2009-03-05 20:10:00'],
    ['2009-3-5 PM 8:10', '2009-03-05 20:10:00'],
    ['2009/3/5 15时20分', '2009-03-05 15:20:00'],
    ['20090305', '2009-03-05'],
    ['20090305152000', '2009-03-05 15:20:00'],
    ['200903051520', '2009-03-05 15:20:00'],
    ['2009-03-05T15:20:00', '2009-03-05 15:20:00'],
    ['09年3月5日', '2009-03-05'],
    ['二〇〇九年三月五日', '2009-03-05'],
    ['2009-3-5（周四）', '2009-03-05'],
    ['2009-3-5日8:10', '2009-03-05 08:10:00'],
    ['2009—3—5', '2009-03-05'],
    ['2009\\3\\5', '2009-03-05'],
    ['2009,3,5', '2009-03-05'],
    ['2009 3 5', '2009-03-05'],
    ['2009年03月05日 星期四 08:10', '2009-03-05 08:10:00'],
    ['2009-3-5_08:10', '2009-03-05 08:10:00'],
    ['2009.3.5. 8:10', '2009-03-05 08:10:00'],
    ['2009-03-05 8.10', '2009-03-05 08:10:00'],
    ['2009-3-5 8；10', '2009-03-05 08:10:00'],
    ['2009-3-5 8:10分', '2009-03-05 08:10:00'],
    ['2009-3-5　8∶10', '2009-03-05 08:10:00'],
    ['2009-3-5 0:00', '2009-03-05 00:00:00'],
    ['3月5日8:10', '2009-03-05 08:10:00'],
    ['2009-03-05 08:10:33.637', '2009-03-05 08:10:33'],
    ['2009-03-06T08:10:33.637Z', '2009-03-06 16:10:33'],
    ['2009-03-06T16:00:00.123+08:00', '2009-03-06 16:00:00'],
    ['2009-03-06 08:10:33.0', '2009-03-06 08:10:33'],
    ['2009-03-06 16:00:00+08', '2009-03-06 16:00:00'],
    ['2009-03-06 08:00:00 UTC', '2009-03-06 16:00:00'],
    ['2009-03-06T08:00:00-09:00', '2009-03-07 01:00:00'],
    // The moment is rounded before its day is taken.
    ['39877.999999', '2009-03-06 00:00:00'],
    ['39877.9999', '2009-03-05 23:59:51'],
    ['39877.340277777777', '2009-03-05 08:10:00'],
    ['25569', '1970-01-01'],
    ['79999', '2119-01-10'],
  ])('%j is %s', (cell, meant) => {
    expect(read(cell)).toEqual(meant)
  })

  test.each([
    ['3/5/2009 8:10', why.dayOrMonth],
    ['05/03/09', why.dayOrMonth],
    ['2009-3-5 24:00', why.endOfDay],
    ['2009-3-5 上午', why.noHour],
    ['2009-3-5 08:10-09:00', why.notATime],
    ['2009-03-05 08:10-09:00', whyCell.offsetOrSpan],
    ['2009-3-5 8点多', whyCell.roughly],
    ['2009年3月5日8时许', whyCell.roughly],
    ['2009-3-5 8点左右', whyCell.roughly],
    ['2009-3-5 8:1', why.notATime],
    ['1236240600', why.notADate],
    ['1236240600000', why.notADate],
    ['45,000', why.notADate],
    ['2009-13-1', why.notInCalendar],
    ['8:10', whyCell.hourWithoutDay],
    ['16:40', whyCell.hourWithoutDay],
    ['下午3点', whyCell.hourWithoutDay],
    ['当日16:40', whyCell.relativeDay],
    ['次日9:00', whyCell.relativeDay],
    ['第二天上午', whyCell.relativeDay],
    ['昨天下午3点20分', whyCell.relativeDay],
    ['6日', whyCell.noMonth],
    ['6号9:00', whyCell.noMonth],
    ['已修', why.notADate],
    ['2009-3-5（周五）', whyCell.weekdayDiffers],
    ['2009年3月5日 星期日', whyCell.weekdayDiffers],
    ['1900-01-01 00:00:00', whyCell.emptyDate],
    ['0001-01-01 00:00:00', whyCell.emptyDate],
    ['1899-12-30 08:10:00', whyCell.hourWithoutDay],
    ['1900-01-00 08:10', whyCell.hourWithoutDay],
    ['1900-01-02', why.notInCalendar],
    ['19999', why.notADate],
    ['25568', why.notInCalendar],
    ['80000', why.notADate],
    ['2009.3.5/6', why.notATime],
    ['2009-3-5至2009-3-6', why.notATime],
  ])('%j is refused', (cell, reason) => {
    expect(read(cell)).toEqual(reason)
  })
})

describe('a day and an hour in two cells', () => {
  test.each([
    ['2009-03-05', '1899-12-30 08:10:00', '2009-03-05 08:10:00'],
    ['2009-03-06 00:00:00', '1900-01-00 08:10:00', '2009-03-06 08:10:00'],
    ['2009-03-06', '1900/1/0 16:00', '2009-03-06 16:00:00'],
    ['2009-03-07', '1899/12/31 16:00', '2009-03-07 16:00:00'],
    ['2009-03-08', '1900-01-01 16:00:00', '2009-03-08 16:00:00'],
    ['2009-03-08', '1/0/1900 4:00:00 PM', '2009-03-08 16:00:00'],
    ['2009-03-08', '1899年12月30日 16:00', '2009-03-08 16:00:00'],
    ['2009-03-08', '1904-01-01 16:00:00', '2009-03-08 16:00:00'],
    ['39877', '0.340277777777778', '2009-03-05 08:10:00'],
    ['2009-3-5', '16时', '2009-03-05 16:00:00'],
    ['2009-3-5', '08:10:33.637', '2009-03-05 08:10:33'],
  ])('%s beside %s is %s', (day, hour, meant) => {
    expect(read(day, hour)).toEqual(meant)
  })

  test.each([
    ['2009-03-07', '1899-12-31T08:10:00.000Z', whyCell.timeOfUtc],
    ['2009-03-07', '1900-01-02 08:10:00', why.notATime],
    ['2009-03-07', '2009-03-08 08:10:00', why.twoTimes],
  ])('%s beside %s is refused', (day, hour, reason) => {
    expect(read(day, hour)).toEqual(reason)
  })
})
