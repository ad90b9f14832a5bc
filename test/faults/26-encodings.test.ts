import { readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { encodeGb18030 } from '../../src/kernel/gb18030.ts'
import { openSeat } from './seat.ts'

const BOOK = '报修时间,姓名,电话,地址,故障现象,分公司\n2008-03-05 15:20,张三丰,13800000001,建设路€5号,没有信号,CG\n'
const TRADITIONAL =
  '報修時間,姓名,電話,地址,故障現象,分公司\n2008-03-05 15:20,張三豐,13800000001,建設路5號,沒有信號,CG\n'

/** The two bytes of every character, as the decoder of the platform knows them. */
function tableOf(encoding: string): Map<string, [number, number]> {
  const decoder = new TextDecoder(encoding)
  const table = new Map<string, [number, number]>()
  for (let high = 0x81; high < 0xff; high += 1) {
    for (let low = 0x40; low < 0xff; low += 1) {
      const text = decoder.decode(Uint8Array.of(high, low))
      if (text.length === 1 && !table.has(text)) table.set(text, [high, low])
    }
  }
  return table
}

function encoded(text: string, encoding: string): Buffer {
  const table = tableOf(encoding)
  return Buffer.from([...text].flatMap((c) => (c < '\x80' ? [c.charCodeAt(0)] : (table.get(c) ?? []))))
}

test.each([
  ['utf-8', Buffer.from(BOOK)],
  ['utf-8 with a mark', Buffer.from(`\uFEFF${BOOK}`)],
  ['gb18030', encoded(BOOK, 'gb18030')],
  ['big5', encoded(TRADITIONAL, 'big5')],
  ['utf-16', Buffer.from(`\uFEFF${BOOK.replaceAll(',', '\t')}`, 'utf16le')],
])('fault 26: a book in %s: the right characters', async (_, bytes) => {
  const { desk } = await openSeat()
  writeFileSync(desk.path('book.csv'), bytes)
  await desk.ok('import', 'tickets', desk.path('book.csv'))
  const [ticket] = await desk.list('list')
  expect(ticket).toMatchObject({
    customer_name: expect.stringMatching(/^[张張]三[丰豐]$/),
    symptom: expect.stringMatching(/信[号號]$/),
  })
  expect(JSON.stringify(await desk.list('list'))).not.toContain('\uFFFD')
})

const inUtf8 = (text: string): Uint8Array => Buffer.from(text)
const inBig5 = (text: string): Uint8Array => encoded(text, 'big5')
const inUtf16 = (text: string): Buffer => Buffer.from(`\uFEFF${text}`, 'utf16le')
const inUtf16be = (text: string): Uint8Array => inUtf16(text).swap16()

const ROWS = 20
const REPEATED = 4900
/** The edges of pieces are some of its multiples. */
const EDGE = 65_536

test.each([
  ['utf-8', '报', 3, 1, inUtf8],
  ['utf-8', '😀', 4, 1, inUtf8],
  ['gb18030', '报', 2, 1, encodeGb18030],
  ['gb18030', '😀', 4, 1, encodeGb18030],
  ['big5', '報', 2, 1, inBig5],
  ['utf-16le', '😀', 4, 2, inUtf16],
  ['utf-16be', '😀', 4, 2, inUtf16be],
] as const)('fault 26: in %s, %s is cut by the edge of a piece after each of its bytes', async (...given) => {
  const [encoding, character, width, unit, to] = given
  const { desk } = await openSeat()
  const note = character.repeat(REPEATED)
  for (let moved = 0; moved < width / unit; moved += 1) {
    const header = `reported_at,customer_name,branch,note,${'x'.repeat(moved + 1)}\n`
    const row = (n: number): string => `2008-03-05 15:20,${moved}-${n + 10},CG,${note},\n`
    const book = to(header + Array.from({ length: ROWS }, (_, n) => row(n)).join(''))
    const start = to(header).length
    const size = to(header + row(0)).length - start
    for (let edge = EDGE; edge < book.length; edge += EDGE) {
      // At every edge the book of the next `moved` is cut one unit earlier in the character.
      const within = ((edge - start) % size) - to(row(0).split(note)[0] ?? '').length
      expect(within > 0 && within < REPEATED * width, `edge ${edge} lies in a run`).toBe(true)
    }
    writeFileSync(desk.path('book.csv'), book)
    const report = await desk.json('import', 'tickets', desk.path('book.csv'))
    expect(report).toMatchObject({ encoding, imported: ROWS, rejected: 0 })
  }
  const rows = (ROWS * width) / unit
  expect(desk.rows('select note, count(*) as n from ticket group by note')).toEqual([{ note, n: rows }])
})

test.each([
  ['utf-8', inUtf8, 'ff'],
  ['utf-8', inUtf8, 'e5bc'],
  ['gb18030', encodeGb18030, 'ff'],
  ['gb18030', encodeGb18030, '8130'],
  ['big5', inBig5, 'a130'],
  ['big5', inBig5, 'ff'],
  ['utf-16le', inUtf16, '00d8'],
  ['utf-16be', inUtf16be, 'dc00'],
] as const)('fault 26: %s with bytes that are none of it: their row is refused with its line', async (...given) => {
  const [encoding, to, bytes] = given
  const { desk } = await openSeat()
  const header = 'reported_at,customer_name,phone,address,symptom,branch\n'
  const above = to(`${header}2008-03-05 15:20,王一,13800000001,東街,有,CG\n2008-03-05 15:21,王`)
  const mark = encoding.startsWith('utf-16') ? 2 : 0
  const below = to('五,13800000002,西街,有,CG\n2008-03-05 15:22,王三,13800000003,北街,有,CG\n').subarray(mark)
  const book = Buffer.concat([above, Buffer.from(bytes, 'hex'), below])
  writeFileSync(desk.path('book.csv'), book)
  const { status, out, err } = await desk.run('import', 'tickets', desk.path('book.csv'), '--json')
  expect(status).toBe(3)
  expect(JSON.parse(out)).toMatchObject({ encoding, imported: 2, rejected: 1 })
  expect(err).toContain('customer_name: holds bytes that are none of its encoding, or a NUL')
  expect(err).toContain('(line 3)')
  expect(desk.rows('select customer_name from ticket order by 1')).toEqual([
    { customer_name: '王一' },
    { customer_name: '王三' },
  ])
  expect(readFileSync(desk.path('book.csv.rejects.csv'), 'utf8')).toMatch(/,王\\x\?\?.*五,.*,3,/)
  expect(readFileSync(desk.path('book.csv')).equals(book)).toBe(true)
})

test('fault 26: a book that is half of one encoding and half of another is refused with the place', async () => {
  const { desk } = await openSeat()
  const other = encoded('2008-03-06 15:20,李四光,13800000002,西街,没有信号,CG\n', 'gb18030')
  writeFileSync(desk.path('book.csv'), Buffer.concat([inUtf8(BOOK), other]))
  const { status, err } = await desk.run('import', 'tickets', desk.path('book.csv'))
  expect(status).toBe(2)
  expect(err).toContain(`utf-8 breaks off in line 3 (byte ${inUtf8(BOOK).length + 18})`)
  expect(desk.rows('select ticket_no from ticket')).toEqual([])
})

test.each([
  ['gb18030', encodeGb18030, '新庄镇王庄村', '没有信号'],
  ['big5', inBig5, '新莊鎮王莊村', '沒有信號'],
] as const)(
  'fault 26: a line of UTF-8 in a book of %s is refused, though its bytes make other words',
  async (...given) => {
    const [encoding, to, address, symptom] = given
    const { desk } = await openSeat()
    const row = (n: number): string => `2008-03-05 15:${n},王一,138000000${n},${address},${symptom},CG`
    const header = 'reported_at,customer_name,phone,address,symptom,branch'
    const above = [header, ...Array.from({ length: 20 }, (_, n) => row(n + 10))].join('\n')
    // Twice: between the rows and as the last line, which has no end.
    const parts = [to(`${above}\n`), inUtf8(`${row(40)}\n`), to(`${row(41)}\n`), inUtf8(row(42))]
    writeFileSync(desk.path('book.csv'), Buffer.concat(parts))
    const { status, out } = await desk.run('import', 'tickets', desk.path('book.csv'), '--encoding', encoding, '--json')
    expect(status).toBe(3)
    expect(JSON.parse(out)).toMatchObject({ encoding, imported: 21, rejected: 2 })
    expect(readFileSync(desk.path('book.csv.rejects.csv'), 'utf8')).toMatch(/,22,[^]*,24,/)
    expect(desk.rows('select distinct address from ticket')).toEqual([{ address }])
  },
)
