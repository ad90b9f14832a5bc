import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { csvLines } from '../../src/kernel/csv.ts'
import { CsvReader } from '../../src/kernel/csv-reader.ts'
import type { CsvRecord } from '../../src/kernel/csv-reader.ts'

function read(
  text: string,
  options: { pieces?: number; delimiter?: string; width?: number | undefined } = {},
): CsvRecord[] {
  const { pieces = text.length || 1, delimiter = ',', width } = options
  const reader = new CsvReader(delimiter, width)
  const found: CsvRecord[] = []
  for (let at = 0; at < text.length; at += pieces) found.push(...reader.push(text.slice(at, at + pieces)))
  return [...found, ...reader.end()]
}

const cells = (text: string, delimiter = ','): (readonly string[])[] => read(text, { delimiter }).map((r) => r.cells)

describe('lines', () => {
  test('CRLF, LF and CR end lines, mixed too, and records know where they start', () => {
    expect(read('a,b\r\nc,"d\r\ne"\nf\rg')).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['c', 'd\r\ne'] },
      { line: 4, cells: ['f'] },
      { line: 5, cells: ['g'] },
    ])
  })

  test('blank lines are records of one empty cell', () => {
    expect(cells('a\n\n\nb')).toEqual([['a'], [''], [''], ['b']])
  })
})

describe('quotes', () => {
  test.each([
    ['a,"b,c",d', [['a', 'b,c', 'd']]],
    ['"a""b",c', [['a"b', 'c']]],
    ['5" pipe,"x"', [['5" pipe', 'x']]],
    ['"王"记烟酒店,7', [['"王"记烟酒店', '7']]],
    ['"",""', [['', '']]],
  ])('%j', (text, expected) => {
    expect(cells(text)).toEqual(expected)
  })

  test('one that is never closed costs its own line only', () => {
    const found = read('a,"b,c\nd,e,f\ng,h,i\n')
    expect(found).toEqual([
      { line: 1, cells: ['a', '"b', 'c'], problem: 'unclosed-quote' },
      { line: 2, cells: ['d', 'e', 'f'] },
      { line: 3, cells: ['g', 'h', 'i'] },
    ])
  })

  test('one that is closed by the next line’s quote by accident costs its own line only', () => {
    const text = '1,"b,c\n2,"x",f\n5,h,i\n'
    expect(read(text, { width: 3 }).map((r) => [r.line, r.problem, r.cells.length])).toEqual([
      [1, 'unclosed-quote', 3],
      [2, undefined, 3],
      [3, undefined, 3],
    ])
    expect(read('1,"b,c\n2,"x"\n3,4,5\n', { width: 3 }).map((r) => [r.line, r.problem])).toEqual([
      [1, 'unclosed-quote'],
      [2, undefined],
      [3, undefined],
    ])
  })

  test.each([
    ['in the last cell', '1,a,"b\n2,c,d\n3,e,f"\n4,g,h\n', ['1,a,"b', '3,e,f"']],
    ['in the same column', '1,"a,b\n2,c",d\n3,e,f\n', ['1,"a,b', '2,c",d']],
    ['in two rows of many cells', '3,"y,z\n4,d,q",w\n5,h,i\n', ['3,"y,z', '4,d,q",w']],
  ])('two that make one cell of several rows cost the lines they stand in, and no others: %s', (_, text, lost) => {
    const found = read(text, { width: 3 })
    expect(found.map((r) => r.cells.join(','))).toEqual(text.trim().split('\n'))
    expect(found.filter((r) => r.problem === 'swallowed-row').map((r) => r.cells.join(','))).toEqual(lost)
    expect(found.filter((r) => r.problem === undefined)).toHaveLength(found.length - 2)
  })

  test('a cell of several lines is one cell, whatever stands between its commas', () => {
    const text = '1,a,"b\nc, d\ne"\n2,"x\ny, z",d\n'
    expect(read(text, { width: 3 }).map((r) => [r.line, r.problem, r.cells.length])).toEqual([
      [1, undefined, 3],
      [4, undefined, 3],
    ])
  })

  test('200,000 lines that each open a quote are read in linear time', () => {
    const found = read('"a,b\n'.repeat(200_000), { pieces: 65_536 })
    expect(found).toHaveLength(200_000)
    expect(found.every((r) => r.problem === 'unclosed-quote')).toBe(true)
  })

  test('a line of five million characters is no book', () => {
    expect(() => read(`"${'a'.repeat(5_000_000)}`, { pieces: 1 << 20 })).toThrow('line 1 has more than')
  })
})

describe('laws', () => {
  const cell = fc.array(fc.constantFrom('a', ',', '"', '\r', '\n', '\r\n', ' ', '王', '=', '""'), { maxLength: 5 })
  const rows = fc.array(
    fc.array(
      cell.map((c) => c.join('')),
      { minLength: 2, maxLength: 4 },
    ),
    { minLength: 1 },
  )

  test('what we write is read back, however it is cut into pieces', () => {
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 9 }), fc.constantFrom('\n', '\r\n'), (given, pieces, end) => {
        expect(read(csvLines(given, end as '\n'), { pieces }).map((r) => r.cells)).toEqual(given)
      }),
      { numRuns: 500 },
    )
  })

  test('any text is read as an independent reader reads it, where both can', () => {
    const text = fc.array(fc.constantFrom('a', 'b', ',', ',', '"', '\n', '\r\n', 'c'), { maxLength: 24 })
    fc.assert(
      fc.property(text, (parts) => {
        const given = parts.join('')
        const ours = read(given)
        if (ours.some((r) => r.problem !== undefined) || /(^|[,\n])"(?:[^"]|"")*"[^,"\r\n]/.test(given)) return
        const theirs = parse(given, { relax_column_count: true, relax_quotes: true, record_delimiter: ['\r\n', '\n'] })
        expect(ours.map((r) => r.cells)).toEqual(theirs)
      }),
      { numRuns: 2000 },
    )
  })

  test('pieces of any size give the same records', () => {
    const text = fc.array(fc.constantFrom('a', ',', '"', '\n', '\r', '\r\n', 'c'), { maxLength: 40 })
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 7 }), (parts, pieces) => {
        for (const width of [undefined, 3]) {
          expect(read(parts.join(''), { pieces, width })).toEqual(read(parts.join(''), { width }))
        }
      }),
      { numRuns: 2000 },
    )
  })
})
