import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { encodeGb18030 } from '../../src/kernel/gb18030.ts'
import { openDesk } from '../desk.ts'
import type { Fields } from '../desk.ts'
import { book, cellsOf, imported, rewrite } from './books.ts'

const HEAD = 'reported_at,customer_name,phone,address,symptom,branch,taken_by'
const row = (n: number, name = '张三'): string =>
  `2008-03-05 ${String(Math.floor(n / 60) % 24).padStart(2, '0')}:${String(n % 60).padStart(2, '0')},${name},76543${n},东街${n}号,无信号,CG,周敏`

describe('bytes', () => {
  test('characters at the edges of pieces are whole', async () => {
    const desk = await openDesk()
    // 39 or 40 bytes a line: every offset of a two-byte character meets the edge of some piece.
    const lines = Array.from({ length: 12_000 }, (_, n) => row(n, n % 2 === 0 ? '欧阳' : '欧阳x'))
    const file = book(desk, 'a.csv', encodeGb18030([HEAD, ...lines, ''].join('\n')))
    expect(await imported(desk, file)).toMatchObject({ encoding: 'gb18030', imported: 12_000, rejected: 0 })
    const names = desk.rows('select customer_name, count(*) as n from ticket group by customer_name order by 1')
    expect(names).toEqual([
      { customer_name: '欧阳', n: 6000 },
      { customer_name: '欧阳x', n: 6000 },
    ])
    expect(
      desk.rows("select count(*) as n from ticket where address not like '东街%号' or symptom <> '无信号'"),
    ).toEqual([{ n: 0 }])
  })

  test('bytes that are none of the encoding refuse their row alone, and U+FFFD never gets in', async () => {
    const desk = await openDesk()
    const good = encodeGb18030([HEAD, row(1), row(2)].join('\n'))
    const bad = Buffer.concat([
      good,
      Buffer.from('\n'),
      encodeGb18030(row(3)).subarray(0, -9),
      Buffer.from([0xff, 0x2c]),
      Buffer.from('\n'),
      encodeGb18030(row(4)),
    ])
    const report = await imported(desk, book(desk, 'a.csv', bad))
    expect(report).toMatchObject({ encoding: 'gb18030', imported: 3, rejected: 1 })
    expect(cellsOf(report['rejects_file'])[1]?.at(-2)).toContain('holds bytes that are none of its encoding, or a NUL')
    expect(desk.rows('select distinct symptom, taken_by from ticket')).toEqual([
      { symptom: '无信号', taken_by: '周敏' },
    ])
  })

  const LOST = Buffer.from('ff', 'hex')

  test.each([
    ['import tickets', `${HEAD},费用`, `${row(1, '张|')},5`, '张\\x??', '张三'],
    ['import tickets', `${HEAD},费|`, row(1, '欧|阳').concat(',5'), '欧\\x??阳', '欧阳'],
    ['import branches', 'code,name,area', 'DJ,东街|分公司,urban', '东街\\x??分公司', '东街分公司'],
    ['duty import', '日期,班次,姓名', '2026-11-02,8:00-20:00,王|伟', '王\\x??伟', '王伟'],
  ])(
    '%s: lost bytes are seen as such in the rejects file, and come in once they are mended',
    async (verb, head, line, shown, mended) => {
      const desk = await openDesk()
      const parts = `${head}\n${line}\n`.split('|').map((text) => Buffer.from(text))
      const bytes = Buffer.concat(parts.flatMap((part, index) => (index === 0 ? [part] : [LOST, part])))
      const read = async (file: string): Promise<Fields> =>
        JSON.parse((await desk.run(...verb.split(' '), file, '--json', '--encoding', 'utf-8')).out) as Fields
      let report = await read(book(desk, 'a.csv', bytes))
      // As it stands it is refused again and again, and still shows what was lost.
      for (const _ of [1, 2]) {
        expect(report).toMatchObject({ imported: 0, rejected: 1 })
        expect(readFileSync(String(report['rejects_file']), 'utf8')).not.toContain('\uFFFD')
        expect(cellsOf(report['rejects_file'])[1]).toContain(shown)
        expect(cellsOf(report['rejects_file'])[1]?.at(-2)).toContain(`"${shown}" holds bytes that are none`)
        report = await read(String(report['rejects_file']))
      }
      const file = report['rejects_file']
      rewrite(file, (cells) => cells.map((one) => one.map((cell) => (cell === shown ? mended : cell))))
      expect(await read(String(file))).toMatchObject({ imported: 1, rejected: 0 })
      await desk.ok('export', 'journal', '-o', desk.path('journal.csv'))
      const stored =
        readFileSync(desk.path('journal.csv'), 'utf8') + JSON.stringify(desk.rows('select extra from ticket'))
      expect(stored).not.toMatch(/\uFFFD|x\?\?/)
    },
  )

  test('a lost character in UTF-8 is refused there; a book that has our mark itself may', async () => {
    const desk = await openDesk()
    const lines = [HEAD, row(1), row(2, '张�'), row(3, 'C:\\x??'), '']
    expect(await imported(desk, book(desk, 'a.csv', lines.join('\n')))).toMatchObject({ imported: 2, rejected: 1 })
  })

  const CHINESE = '报修时间,姓名,电话,地址,故障现象,分公司\n2008-03-05 15:20,张三,7654321,东街1号,无信号,CG\n'
  const LATIN = 'reported_at,customer_name,phone,address,symptom,branch\n2008-03-05 15:20,张三,,,,CG\n'

  const GBK_ROW = encodeGb18030('2008-03-06 15:20,李四光,7654322,西街2号,没有信号,CG')

  test.each([
    ['lone surrogates', CHINESE, Buffer.from('323030382d332d362ceda080edb0802c2c2c2c4347', 'hex'), 11],
    ['a row of GB18030', CHINESE, GBK_ROW, 18],
    ['a row of GB18030 under a plain header', LATIN, GBK_ROW, 18],
  ])('%s in a short book of UTF-8: it is refused with the place', async (_, start, row, byte) => {
    const desk = await openDesk()
    const file = book(desk, 'a.csv', Buffer.concat([Buffer.from(start), row]))
    const fault = await desk.refused('import', 'tickets', file)
    expect(fault).toMatchObject({ status: 2, code: 'INVALID_VALUE' })
    expect(fault.message).toContain(`utf-8 breaks off in line 3 (byte ${Buffer.byteLength(start) + byte})`)
    expect(fault.hint).toContain('--encoding')
    expect(desk.rows('select ticket_no from ticket')).toEqual([])
    // As its hint says.
    const report = await imported(desk, file, '--encoding', 'utf-8')
    expect(report).toMatchObject({ imported: 1, rejected: 1 })
    expect(cellsOf(report['rejects_file'])[1]?.at(-3)).toBe('3')
  })

  test('an encoding that is named is believed', async () => {
    const desk = await openDesk()
    const file = book(desk, 'a.csv', encodeGb18030([HEAD, row(1), ''].join('\n')))
    expect(await imported(desk, file, '--encoding', 'gb18030')).toMatchObject({ imported: 1 })
    const other = await openDesk()
    expect(await imported(other, file, '--encoding', 'utf-8')).toMatchObject({
      encoding: 'utf-8',
      imported: 0,
      rejected: 1,
    })
  })

  test.each([
    ['an .xls', Buffer.from('d0cf11e0a1b11ae100000000', 'hex'), 'BOOK_UNREADABLE', 'is a damaged workbook'],
    ['an .xlsx', Buffer.from('504b03041400060008000000', 'hex'), 'BOOK_UNREADABLE', 'is a damaged workbook'],
    ['a web page', '<html><body><table></table></body></html>', 'BOOK_UNREADABLE', 'is a web page'],
    ['a page in one file', 'MIME-Version: 1.0\nX-Document-Type: Workbook\n', 'BOOK_UNREADABLE', 'is a web page'],
    ['XML', '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>', 'BOOK_UNREADABLE', 'is an XML file'],
    ['a PDF', '%PDF-1.4\n', 'BOOK_UNREADABLE', 'is a PDF'],
    ['an empty file', '', 'INVALID_VALUE', 'is empty'],
    [
      'noise',
      Uint8Array.from({ length: 4000 }, (_, i) => 0x80 + ((i * 7919) % 128)),
      'INVALID_VALUE',
      'is neither UTF-8 nor',
    ],
    ['a letter', 'Dear customer,\nwe regret\n', 'INVALID_VALUE', 'has no header line that is known'],
  ])('%s gets a plain message', async (_, content, code, message) => {
    const desk = await openDesk()
    const file = book(desk, 'a.csv', content)
    const fault = await desk.refused('import', 'tickets', file)
    expect(fault).toMatchObject({ status: 2, code })
    expect(fault.message).toContain(`${file} ${message}`)
  })

  test('a missing file, a folder', async () => {
    const desk = await openDesk()
    expect(await desk.refused('import', 'tickets', desk.path('none.csv'))).toMatchObject({
      status: 1,
      code: 'CANNOT_READ',
    })
    expect(await desk.refused('import', 'tickets', desk.folder)).toMatchObject({ status: 1, code: 'CANNOT_READ' })
  })
})

describe('sizes (fault 27)', () => {
  test('a NUL, a field of 1 MB and 5,000 columns refuse their rows, with line and reason', async () => {
    const desk = await openDesk()
    const lines = [
      HEAD,
      row(1),
      row(2, 'a\0b'),
      row(3, 'x'.repeat(1_048_576)),
      `${row(4)},${'y,'.repeat(5000)}`,
      row(5),
      '',
    ]
    const report = await imported(desk, book(desk, 'a.csv', lines.join('\n')))
    expect(report).toMatchObject({ rows_read: 5, imported: 2, rejected: 3 })
    expect(
      cellsOf(report['rejects_file'])
        .slice(1)
        .map((cells) => cells.slice(7, 9)),
    ).toEqual([
      ['3', 'customer_name "a\0b" holds bytes that are none of its encoding, or a NUL; write out what is meant'],
      ['4', `customer_name "${'x'.repeat(40)}…" has more than 10,000 characters`],
      ['5', 'more cells than the header has'],
    ])
    // Refused cells are kept whole.
    expect(cellsOf(report['rejects_file'])[2]?.[1]).toHaveLength(1_048_576)
  })

  test('a quote that is never closed costs one line of a long file', async () => {
    const desk = await openDesk()
    const lines = Array.from({ length: 20_000 }, (_, n) => row(n))
    lines[9] = row(9, '"张三')
    const report = await imported(desk, book(desk, 'a.csv', [HEAD, ...lines, ''].join('\n')))
    expect(report).toMatchObject({ rows_read: 20_000, imported: 19_999, rejected: 1 })
    expect(cellsOf(report['rejects_file'])[1]?.slice(-3)).toEqual(['11', 'a quote is opened and never closed', 'a'])
  })

  test('eight megabytes in one line are no book', async () => {
    const desk = await openDesk()
    const file = book(desk, 'a.csv', `${HEAD}\n"${'a'.repeat(8_388_608)}`)
    expect(await desk.refused('import', 'tickets', file)).toMatchObject({
      code: 'INVALID_VALUE',
      message: `line 2 of ${file} has more than four million characters: that is no book`,
    })
    expect(desk.rows('select ticket_no from ticket')).toEqual([])
  })
})

describe('interrupted (fault 3)', () => {
  test.each([20, 120, 400])('after %i ms: nothing was imported and nothing is left in the folder', async (after) => {
    const desk = await openDesk()
    const lines = Array.from({ length: 60_000 }, (_, n) => row(n))
    const file = book(desk, 'a.csv', [HEAD, 'broken', ...lines, ''].join('\n'))
    const running = desk.run('import', 'tickets', file, '--json')
    await new Promise((resolve) => setTimeout(resolve, after))
    const asked = performance.now()
    desk.abort()
    const { status, out } = await running
    expect(performance.now() - asked).toBeLessThan(500)
    expect({ status, out }).toEqual({ status: 130, out: '' })
    expect(desk.rows('select (select count(*) from ticket) + (select count(*) from import) as n')).toEqual([{ n: 0 }])
    expect(readdirSync(desk.folder).filter((name) => !/^(?:a\.csv|office\.db(?:-wal|-shm)?)$/.test(name))).toEqual([])
  })
})
