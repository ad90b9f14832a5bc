import { readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
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

test('fault 26: a character that is cut by the edge of a piece, and bytes that are no text', async () => {
  const { desk } = await openSeat()
  // The rows move the two bytes of a character over every possible edge.
  const rows = Array.from(
    { length: 9000 },
    (_, i) => `2008-03-05 15:20,张三${'x'.repeat(i % 7)},138${10_000_000 + i},路${i},无信号,CG`,
  )
  const bytes = encoded(`${BOOK.split('\n')[0]}\n${rows.join('\n')}\n`, 'gb18030')
  writeFileSync(desk.path('book.csv'), bytes)
  await desk.ok('import', 'tickets', desk.path('book.csv'))
  expect(desk.rows(`select count(*) as n from ticket where symptom = '无信号'`)).toEqual([{ n: 9000 }])
  const broken = Buffer.from(bytes)
  broken[broken.length - 40] = 0xff
  writeFileSync(desk.path('broken.csv'), broken)
  const { status, err } = await desk.run('import', 'tickets', desk.path('broken.csv'))
  expect(status).toBeGreaterThan(0)
  expect(err).toMatch(/byte|line|encoding/i)
  expect(desk.rows(`select count(*) as n from ticket where symptom like '%' || char(65533) || '%'`)).toEqual([{ n: 0 }])
  expect(readFileSync(desk.path('broken.csv')).equals(broken)).toBe(true)
})
