import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Fault } from '../../src/kernel/faults.ts'
import * as f from '../../src/kernel/flags.ts'
import type { Flag } from '../../src/kernel/flags.ts'
import { asIs } from '../../src/kernel/text.ts'
import { SHANGHAI } from '../../src/kernel/zone.ts'
import { anyUnits } from '../any-text.ts'

const help = asIs('help')
const now = Date.parse('2026-11-22T09:00:00+08:00') / 1000
const clock = { now, zone: SHANGHAI }
const read = <T>(flag: Flag<T>, ...typed: string[]): T => flag.read(typed, '--flag', clock)

/** `CODE: sentence` of what a flag refuses. */
function refusal(flag: Flag<unknown>, ...typed: string[]): string {
  try {
    read(flag, ...typed)
  } catch (error) {
    if (error instanceof Fault) return `${error.code}: ${error.what.en}`
    throw error
  }
  return 'taken'
}

const kept = (typed: string): string | undefined =>
  refusal(f.text('TEXT', help), typed) === 'taken' ? read(f.text('TEXT', help), typed) : undefined

describe('text', () => {
  test.each(['王伟', ' 两边 ', "' or 1=1 --", '%_;drop', '𠮷👨‍👩‍👧', 'a\nb', '\x1b[31m', '\u202e', '"', '\\'])(
    '%j is kept exactly',
    (typed) => {
      expect(read(f.text('TEXT', help), typed)).toBe(typed)
    },
  )

  test.each([
    ['', 'INVALID_VALUE: --flag is blank'],
    [' \t　', 'INVALID_VALUE: --flag is blank'],
    ['a\0b', 'INVALID_VALUE: --flag holds characters that cannot be stored (a NUL, or bytes that are not UTF-8)'],
    ['\uD800', 'INVALID_VALUE: --flag holds characters that cannot be stored (a NUL, or bytes that are not UTF-8)'],
    ['a\uDC00b', 'INVALID_VALUE: --flag holds characters that cannot be stored (a NUL, or bytes that are not UTF-8)'],
    ['\uFFFD', 'INVALID_VALUE: --flag holds characters that cannot be stored (a NUL, or bytes that are not UTF-8)'],
    ['x'.repeat(10_001), 'INVALID_VALUE: --flag has 10001 characters; at most 10000 fit'],
  ])('%j is refused', (typed, expected) => {
    expect(refusal(f.text('TEXT', help), typed)).toBe(expected)
  })

  test('is kept exactly or refused, never changed', () => {
    fc.assert(
      fc.property(anyUnits, (typed) => {
        expect([typed, undefined]).toContain(kept(typed))
      }),
    )
  })
})

describe('choice', () => {
  const kind = f.choice(['line', 'network', 'severe'], help)

  test('takes a word of the list, and no other', () => {
    expect(read(kind, 'line')).toBe('line')
    expect(refusal(kind, 'Line')).toBe(
      'INVALID_VALUE: --flag "Line" is not one of line | network | severe; did you mean line?',
    )
    expect(refusal(kind, 'gas')).toBe('INVALID_VALUE: --flag "gas" is not one of line | network | severe')
  })

  test('names its words for help and completion', () => {
    expect(kind).toMatchObject({
      placeholder: 'line|network|severe',
      choices: ['line', 'network', 'severe'],
      required: false,
    })
  })
})

describe('moments', () => {
  test('a moment may lie in the future', () => {
    expect(read(f.moment(help), '2026-11-23 09:00')).toBe(now + 86_400)
  })

  test.each([f.happened(help), f.happenedIfGiven(help)])('what happened may not, from the next second on', (flag) => {
    expect(read(flag, '2026-11-22 09:00:00')).toBe(now)
    expect(refusal(flag, '2026-11-22 09:00:01')).toBe(
      'TIME_ORDER: --flag 2026-11-22 09:00:01 lies in the future; it is 2026-11-22 09:00 now',
    )
  })

  test('what happened is now unless it is said', () => {
    expect(read(f.happened(help))).toBe(now)
    expect(read(f.happenedIfGiven(help))).toBeUndefined()
  })

  test.each([
    ['2026-11-22', 'INVALID_VALUE: --flag "2026-11-22" lacks the time of day; type 2026-11-22 08:05'],
    [
      '2026-02-30 08:00',
      'INVALID_VALUE: --flag "2026-02-30 08:00" is not a time; type 2026-11-22 08:05, 08:05 (today), yesterday 15:20 or -2h',
    ],
    [
      'soon',
      'INVALID_VALUE: --flag "soon" is not a time; type 2026-11-22 08:05, 08:05 (today), yesterday 15:20 or -2h',
    ],
  ])('%s is refused', (typed, expected) => {
    expect(refusal(f.moment(help), typed)).toBe(expected)
  })
})

test.each([
  [f.day(help), '2026-02-30', 'INVALID_VALUE: --flag "2026-02-30" is not a date; type 2026-11-22'],
  [f.month(help), '2026-13', 'INVALID_VALUE: --flag "2026-13" is not a month; type 2026-11'],
  [f.duration(help), '4', 'INVALID_VALUE: --flag "4" is not a span of time; type 4h, 90m or 2d'],
  [f.whole(help), '0', 'INVALID_VALUE: --flag "0" is not a whole number from 1 on'],
  [f.whole(help), '1.5', 'INVALID_VALUE: --flag "1.5" is not a whole number from 1 on'],
  [f.whole(help), '1e9', 'INVALID_VALUE: --flag "1e9" is not a whole number from 1 on'],
  [f.whole(help), '99999999999', 'INVALID_VALUE: --flag "99999999999" is not a whole number from 1 on'],
])('%#: %s is refused', (flag, typed, expected) => {
  expect(refusal(flag, typed)).toBe(expected)
})

test.each<[Flag<unknown>, string, unknown]>([
  [f.day(help), '2026-2-3', '2026-02-03'],
  [f.month(help), '2026-2', '2026-02'],
  [f.duration(help), '1h30m', 5400],
  [f.whole(help), ' １２ ', 12],
  [f.whole(help, 0), '0', 0],
])('%#: %s is read', (flag, typed, expected) => {
  expect(read(flag, typed)).toBe(expected)
})

test('readYuan: full-width digits too; anything else names the label', () => {
  expect(f.readYuan('１０．５', 'fine_overdue')).toBe(1050)
  expect(() => f.readYuan('-1', 'fine_overdue')).toThrow('fine_overdue "-1" is not an amount in yuan; type 10 or 10.50')
})

describe('what is made of a flag', () => {
  const name = f.text('NAME', help)

  test('required: its absence is a fault that names it', () => {
    expect(f.required(name).required).toBe(true)
    expect(refusal(f.required(name))).toBe('USAGE: missing --flag')
    expect(read(f.required(name), '王伟')).toBe('王伟')
  })

  test('several: each one read and checked', () => {
    expect(f.several(name).many).toBe(true)
    expect(read(f.several(name))).toEqual([])
    expect(read(f.several(name), '王伟', '李强')).toEqual(['王伟', '李强'])
    expect(refusal(f.several(name), '王伟', ' ')).toBe('INVALID_VALUE: --flag is blank')
  })

  test('otherwise: a value where none was typed', () => {
    expect(read(f.otherwise(name, '客户部'))).toBe('客户部')
    expect(read(f.otherwise(name, '客户部'), '王伟')).toBe('王伟')
  })

  test('toggle: on where it was typed', () => {
    expect(read(f.toggle(help))).toBe(false)
    expect(read(f.toggle(help), '')).toBe(true)
  })
})
