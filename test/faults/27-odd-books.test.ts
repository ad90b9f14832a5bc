import { writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { cellsOf } from '../books/books.ts'
import { openSeat } from './seat.ts'

const HEADER = '报修时间,姓名,电话,地址,故障现象,分公司,费用'
const GOOD = '2008-03-05 15:20,张三,13800000001,建设路5号,无信号,CG,5'
const NO_TEXT = 'holds bytes that are none of its encoding, or a NUL; write out what is meant'

interface Odd {
  readonly name: string
  /** What stands between the header and the good row, which is brought in whatever stands above it. */
  readonly lines: string | Buffer
  readonly header?: string
  readonly refused?: string
  readonly imported?: number
  readonly to?: (text: string) => Buffer
}

const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le')
const MANY = ','.repeat(5000)

const ODD: readonly Odd[] = [
  { name: 'a NUL byte', lines: GOOD.replace('张三', '张\0三'), refused: `姓名 "张\0三" ${NO_TEXT}` },
  { name: 'a NUL byte in a column of no field', lines: `${GOOD}\0`, refused: `费用 "5\0" ${NO_TEXT}` },
  { name: 'a NUL byte in UTF-16', lines: `${GOOD}\0`, to: utf16, refused: `费用 "5\0" ${NO_TEXT}` },
  {
    name: 'a lone surrogate',
    lines: Buffer.concat([Buffer.from(GOOD), Buffer.from('eda080', 'hex')]),
    refused: `费用 "5\\x??\\x??\\x??" ${NO_TEXT}`,
  },
  { name: 'a lone surrogate in UTF-16', lines: `${GOOD}\uD800`, to: utf16, refused: `费用 "5\\x??" ${NO_TEXT}` },
  {
    name: 'a field of a million bytes',
    lines: GOOD.replace('无信号', 'x'.repeat(1_000_000)),
    refused: `故障现象 "${'x'.repeat(40)}…" has more than 10,000 characters`,
  },
  {
    name: 'a quote that never ends',
    lines: `${GOOD.replace('张三', '"张三')}\n${Array.from({ length: 20_000 }, () => GOOD).join('\n')}`,
    refused: 'a quote is opened and never closed',
    imported: 20_001,
  },
  { name: '5,000 cells beyond the header', lines: `${GOOD}${MANY}x`, refused: 'more cells than the header has' },
  { name: '5,000 columns', header: HEADER + MANY.replaceAll(',', ',费用'), lines: GOOD + MANY, imported: 2 },
]

test.each(ODD)(
  'fault 27: a book with $name: only its row is refused, with line and reason, within a second or two',
  async ({ lines, header = HEADER, refused, imported = 1, to = Buffer.from }) => {
    const { desk } = await openSeat()
    const odd = typeof lines === 'string' ? to(lines) : lines
    writeFileSync(desk.path('book.csv'), Buffer.concat([to(`\uFEFF${header}\n`), odd, to(`\n${GOOD}\n`)]))
    const begun = performance.now()
    const { status, out } = await desk.run('import', 'tickets', desk.path('book.csv'), '--json')
    expect(performance.now() - begun).toBeLessThan(3000)
    const report = JSON.parse(out) as Record<string, unknown>
    expect(report).toMatchObject({ imported, rejected: refused === undefined ? 0 : 1 })
    expect(status).toBe(refused === undefined ? 0 : 3)
    if (refused !== undefined) {
      const [heads, ...rows] = cellsOf(report['rejects_file'])
      const at = heads?.indexOf('_line') ?? -1
      expect(rows.map((cells) => cells.slice(at, at + 2))).toEqual([['2', refused]])
    }
    expect(desk.rows('select count(*) as n, symptom from ticket group by symptom')).toEqual([
      { n: imported, symptom: '无信号' },
    ])
    expect(await desk.ok('export', 'tickets')).not.toMatch(/[\0\uFFFD\uD800-\uDFFF]/u)
    await desk.ok('check')
  },
)

test('fault 27: a short book of lone surrogates is refused as a whole, with line and byte', async () => {
  const { desk } = await openSeat()
  const book = Buffer.concat([Buffer.from(`${HEADER}\n2008-03-05,`), Buffer.from('eda080edb080', 'hex')])
  writeFileSync(desk.path('book.csv'), book)
  const { status, err } = await desk.run('import', 'tickets', desk.path('book.csv'))
  expect(status).toBe(2)
  expect(err).toContain(`utf-8 breaks off in line 2 (byte ${book.length - 4})`)
  expect(err).toContain('--encoding')
  expect(desk.rows('select ticket_no from ticket')).toEqual([])
})
