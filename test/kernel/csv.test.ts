import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { csvLines, guarded, unguarded } from '../../src/kernel/csv.ts'

const sharp = fc.constantFrom(
  "'",
  "''",
  '=',
  '+',
  '-',
  '@',
  '＝',
  '＋',
  '－',
  '＠',
  '\t',
  '\r',
  '\n',
  ' ',
  '　',
  ',',
  '"',
  '王',
  '1',
  '\u00a0',
  '1+1',
  '86',
)
const cell = fc.oneof(
  fc.array(sharp, { maxLength: 6 }).map((parts) => parts.join('')),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
)

describe('guarded', () => {
  test.each([
    '=1+1',
    '+8613800000000',
    '-5',
    '@x',
    '\tx',
    '\rx',
    '＝1',
    '＋1',
    '－1',
    '＠x',
    ' =1',
    '　=1',
    "'=1",
    "''  -5",
    '\n=1',
  ])('%j gets one apostrophe', (given) => {
    expect(guarded(given)).toBe(`'${given}`)
  })

  test.each(['', '1', '王伟', "'王伟", 'a=1', '5-3', "O'Neill", "'", '（+86）', '2026-11-22 08:00:00'])(
    '%j stays as it is',
    (given) => {
      expect(guarded(given)).toBe(given)
    },
  )

  test('a spreadsheet sees no formula in any cell', () => {
    fc.assert(
      fc.property(cell, (given) => {
        expect(guarded(given)).not.toMatch(/^\s*[=+\-@＝＋－＠\t\r]/)
      }),
    )
  })

  test('unguarded gives back what was there, for every text', () => {
    fc.assert(
      fc.property(cell, (given) => unguarded(guarded(given)) === given),
      { numRuns: 2000 },
    )
  })

  test('unguarded leaves what no guard was put on', () => {
    for (const given of ["'王伟", "'", '=1', "''王"]) expect(unguarded(given)).toBe(given)
  })
})

describe('csvLines', () => {
  test('one line a row; the line end as asked', () => {
    expect(
      csvLines(
        [
          ['a', '王,伟'],
          ['"', 'x\ny'],
        ],
        '\n',
      ),
    ).toBe('a,"王,伟"\n"""","x\ny"\n')
    expect(
      csvLines(
        [
          ['a', 'x\ny'],
          ['b', 'x\ry'],
        ],
        '\r\n',
      ),
    ).toBe('a,"x\ny"\r\nb,"x\ry"\r\n')
    expect(csvLines([], '\n')).toBe('')
  })

  test('a reader gets every cell back, with either line end', () => {
    const rows = fc.array(fc.tuple(cell, cell, fc.constant('end')), { minLength: 1, maxLength: 8 })
    for (const lineEnd of ['\n', '\r\n'] as const) {
      fc.assert(
        fc.property(rows, (given) => {
          expect(parse(csvLines(given, lineEnd), { record_delimiter: lineEnd })).toEqual(given)
        }),
      )
    }
  })
})

test('lines are those of csv-stringify, to the byte', () => {
  const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 4 })
  fc.assert(
    fc.property(rows, fc.constantFrom('\n', '\r\n'), (lines, lineEnd) => {
      const library = stringify(lines, { record_delimiter: lineEnd, quoted_match: /[\r\n]/ })
      expect(csvLines(lines, lineEnd)).toBe(library)
    }),
  )
})
