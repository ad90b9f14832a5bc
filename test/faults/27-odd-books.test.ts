import { writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { openSeat } from './seat.ts'

const HEADER = '报修时间,姓名,电话,地址,故障现象,分公司'
const GOOD = '2008-03-05 15:20,张三,13800000001,建设路5号,无信号,CG'

const ODD: readonly (readonly [name: string, book: string | Buffer])[] = [
  ['a NUL byte', `${HEADER}\n${GOOD.replace('张三', '张\0三')}\n`],
  [
    'a lone surrogate',
    Buffer.concat([
      Buffer.from(`${HEADER}\n2008-03-05 15:20,`),
      Buffer.from([0xed, 0xa0, 0x80]),
      Buffer.from(',1,2,3,CG\n'),
    ]),
  ],
  ['a field of a million bytes', `${HEADER}\n${GOOD.replace('无信号', 'x'.repeat(1_000_000))}\n`],
  ['a quote that never ends', `${HEADER}\n2008-03-05 15:20,"张三${`\n${GOOD}`.repeat(20_000)}`],
  ['5,000 columns', `${HEADER}${',x'.repeat(5000)}\n${GOOD}${',y'.repeat(5000)}\n`],
]

test.each(ODD)(
  'fault 27: a book with %s: refused with line and reason, or brought in whole, within a second or two',
  async (_, book) => {
    const { desk } = await openSeat()
    writeFileSync(desk.path('book.csv'), book)
    const begun = performance.now()
    const { status, err } = await desk.run('import', 'tickets', desk.path('book.csv'))
    expect(performance.now() - begun).toBeLessThan(3000)
    expect(err).not.toContain('BUG')
    expect(status === 0 || /line \d|byte|column/.test(err)).toBe(true)
    expect((await desk.run('check')).status).toBe(0)
  },
)
