import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { encodeGb18030 } from '../../src/kernel/gb18030.ts'
import { openDesk } from '../desk.ts'
import type { Desk } from '../desk.ts'
import { book, imported, rewrite } from './books.ts'

const HEAD = '报修时间,用户姓名,联系电话,故障类别,分公司'
const OLD = '2008-03-05 08:10,张三,7654321,线路,CG'
const lines = (...rows: string[]): string => [HEAD, ...rows, ''].join('\n')

async function exportOf(desk: Desk): Promise<string> {
  const call = ['--name', ' 李四', '--address', '〃', '--phone', '7654321', '--symptom', '断', '--class', 'line']
  await desk.ok('log', ...call, '--branch', 'CG', '--taken-by', '周敏')
  return desk.ok('export', 'tickets')
}

describe('--map', () => {
  test('what --dry-run --map-out writes is a map that finds the same', async () => {
    const desk = await openDesk()
    const file = book(desk, 'a.csv', `登记本\n${lines(OLD)}`)
    const found = await imported(desk, file, '--dry-run', '--map-out', desk.path('map.json'))
    expect(JSON.parse(readFileSync(desk.path('map.json'), 'utf8'))).toEqual({
      encoding: 'utf-8',
      delimiter: ',',
      header_line: 2,
      columns: [
        { column: '报修时间', field: 'reported_at' },
        { column: '用户姓名', field: 'customer_name' },
        { column: '联系电话', field: 'phone' },
        { column: '故障类别', field: 'fault_class' },
        { column: '分公司', field: 'branch' },
      ],
    })
    expect(await imported(desk, file, '--dry-run', '--map', desk.path('map.json'))).toEqual(found)
  })

  test('it means the same: phones and notes are joined, a header of two lines and our own export are known', async () => {
    const books = {
      joined: '报修时间,姓名,电话,手机,备注,分公司,备注\n2026-02-01 08:10,张三,6221001,13800001111,甲,CG,乙\n',
      merged: '报修时间,姓名,电话,分公司,修复情况,\n,,,,时间,人员\n2026-02-01 08:10,张三,1,CG,2026-02-01 09:10,王伟\n',
      own: await exportOf(await openDesk()),
      titles: '2009年报修登记本,,\n日期,姓名,分公司\n3月5日,甲,CG\n2010年,,\n3月5日,乙,CG\n',
    }
    for (const [name, text] of Object.entries(books)) {
      const [plain, mapped] = [await openDesk(), await openDesk()]
      const map = mapped.path('map.json')
      await imported(plain, book(plain, `${name}.csv`, text))
      const file = book(mapped, `${name}.csv`, text)
      await imported(mapped, file, '--dry-run', '--map-out', map)
      await imported(mapped, file, '--map', map)
      expect(await mapped.ok('export', 'tickets')).toBe(await plain.ok('export', 'tickets'))
      expect(plain.rows('select ticket_no from ticket')).not.toEqual([])
    }
  })

  test('one that was worked on is never written over', async () => {
    const desk = await openDesk()
    const file = book(desk, 'a.csv', lines(OLD))
    const writing = ['import', 'tickets', file, '--dry-run', '--map-out', desk.path('map.json')] as const
    await desk.ok(...writing)
    await desk.ok(...writing)
    const own = readFileSync(desk.path('map.json'), 'utf8').replace('"phone"', '"note"')
    writeFileSync(desk.path('map.json'), own)
    expect(await desk.refused(...writing)).toMatchObject({
      status: 1,
      code: 'CANNOT_WRITE',
      message: `${desk.path('map.json')} exists already and says something else`,
    })
    expect(readFileSync(desk.path('map.json'), 'utf8')).toBe(own)
  })

  test('it is written for a book in which nothing is known, too', async () => {
    const desk = await openDesk()
    const file = book(desk, 'a.csv', 'kto;kiedy;\nJan;2026-02-01 08:10;x\n')
    expect(await desk.refused('import', 'tickets', file)).toMatchObject({ code: 'INVALID_VALUE' })
    await imported(desk, file, '--dry-run', '--map-out', desk.path('map.json'))
    expect(JSON.parse(readFileSync(desk.path('map.json'), 'utf8'))).toMatchObject({
      delimiter: ';',
      columns: [
        { column: 'kto', field: null },
        { column: 'kiedy', field: null },
        { column: 3, field: null },
      ],
    })
  })

  test('a file without a header is read by places', async () => {
    const desk = await openDesk()
    const map = {
      header_line: 0,
      columns: [
        { column: 2, field: 'customer_name' },
        { column: 1, field: 'reported_at' },
        { column: 3, field: 'branch' },
      ],
    }
    writeFileSync(desk.path('map.json'), JSON.stringify(map))
    const report = await imported(
      desk,
      book(desk, 'a.csv', '2026-02-01 08:10,张三,CG,x\n'),
      '--map',
      desk.path('map.json'),
    )
    expect(report).toMatchObject({ imported: 1, header_line: 0, unmapped_columns: ['#4'] })
    expect(await desk.json('show', 'KF-20260201-0001')).toMatchObject({ customer_name: '张三', source: 'a:1' })
  })

  test('what a map says of how the book is written does not hold for its rejects file', async () => {
    const desk = await openDesk()
    const rows = ['登记本', HEAD, '2008-03-05 24:10,张三,7654321,线路,CG', OLD.replace('张三', '李四'), '']
    const file = book(desk, 'a.csv', encodeGb18030(rows.join('\n').replaceAll(',', ';')))
    const map = desk.path('map.json')
    await imported(desk, file, '--dry-run', '--map-out', map)
    expect(readFileSync(map, 'utf8')).toContain('"encoding": "gb18030"')
    const { rejects_file } = await imported(desk, file, '--map', map)
    for (const change of [(text: string) => text, (text: string) => text.replace('24:10', '14:10')]) {
      writeFileSync(String(rejects_file), change(readFileSync(String(rejects_file), 'utf8')))
      const report = await imported(desk, String(rejects_file), '--map', map)
      expect(report).toMatchObject({ encoding: 'utf-8', delimiter: ',', header_line: 1, rows_read: 1 })
    }
    expect(desk.rows('select source from ticket order by source')).toEqual([{ source: 'a:3' }, { source: 'a:4' }])
    // What is typed holds.
    const typed = ['import', 'tickets', String(rejects_file), '--map', map, '--encoding', 'big5'] as const
    expect((await desk.refused(...typed)).message).toContain('names columns that the book does not have')
  })

  test('the rejects of a book without a header come back by the same places, from a spreadsheet too', async () => {
    const desk = await openDesk()
    const fields = ['reported_at', 'customer_name', 'branch']
    const columns = fields.map((field, index) => ({ column: index + 1, field }))
    writeFileSync(desk.path('map.json'), JSON.stringify({ header_line: 0, columns }))
    const file = book(desk, 'a.csv', '2026-02-01 24:10,张三,CG,x\n,李四,CG,y\n')
    const { rejects_file } = await imported(desk, file, '--map', desk.path('map.json'))
    rewrite(rejects_file, (cells) =>
      cells.map((row, index) => (index === 0 ? row : ['2026-02-01 14:10', ...row.slice(1)])),
    )
    const text = readFileSync(String(rejects_file), 'utf8').replace('\uFEFF', '')
    const utf16 = book(desk, 'b.txt', Buffer.from(`\uFEFF${text.replaceAll(',', '\t')}`, 'utf16le'))
    expect(await imported(desk, utf16, '--map', desk.path('map.json'))).toMatchObject({ imported: 2, rejected: 0 })
    expect(desk.rows('select customer_name, source, extra from ticket order by source')).toEqual([
      { customer_name: '张三', source: 'a:1', extra: '{"#4":"x"}' },
      { customer_name: '李四', source: 'a:2', extra: '{"#4":"y"}' },
    ])
    expect(await imported(desk, String(rejects_file), '--map', desk.path('map.json'))).toMatchObject({ duplicates: 2 })
  })

  test.each([
    ['{', 'is not JSON'],
    [
      '{"columns": [{"column": "用户姓名", "field": "symptom"}, {"column": "联系电话", "field": "symptom"}]}',
      'gives one field to several columns: symptom; only phone and note are joined',
    ],
    [
      '{"columns": [{"column": "用户姓名", "field": "symptom"}, {"column": 2, "field": "address"}]}',
      'names one column twice: 用户姓名',
    ],
    ['{"colums": []}', 'has what no map has: colums'],
    ['{"columns": [{"column": "a", "field": "name"}]}', 'has what no map has: columns[0].field'],
    ['{"year": "2009"}', 'has what no map has: year'],
    ['{"columns": [{"column": "kein", "field": "note"}]}', 'names columns that the book does not have: kein'],
  ])('%s is refused', async (map, message) => {
    const desk = await openDesk()
    writeFileSync(desk.path('map.json'), map)
    const fault = await desk.refused(
      'import',
      'tickets',
      book(desk, 'a.csv', lines(OLD)),
      '--map',
      desk.path('map.json'),
    )
    expect(fault).toMatchObject({ status: 2, code: 'INVALID_VALUE' })
    expect(fault.message).toContain(message)
  })
})
