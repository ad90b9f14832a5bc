import { readFileSync, writeFileSync } from 'node:fs'
import * as XLSX from '@e965/xlsx'
import { expect, test } from 'vitest'
import { openDesk } from '../desk.ts'
import { book, imported } from './books.ts'

const HEAD = '报修时间,用户姓名,联系电话,地址,故障现象,接报人'
const BOOK = `${HEAD}\n2008-3-5 15:20,张三,7012345,建设路5号,无信号,小刘\n昨天,李四,07012346,=1+1,雪花,小刘\n前天,王五,7012347,'=2,断网,小刘\n`

test('--rejects F.xlsx writes a workbook that completes the book once it is mended', async () => {
  const desk = await openDesk()
  const target = desk.path('r.xlsx')
  const report = await imported(desk, book(desk, 'b.csv', BOOK), '--default-branch', 'CG', '--rejects', target)
  expect(report).toMatchObject({ imported: 1, rejected: 2, rejects_file: target })
  const sheets = XLSX.read(readFileSync(target))
  const sheet = sheets.Sheets[sheets.SheetNames[0] ?? ''] ?? {}
  const rows = XLSX.utils.sheet_to_json<string[]>(sheet, { header: 1, raw: true })
  expect(rows[0]?.slice(-3)).toEqual(['_line', '_reason', '_book'])
  expect(rows[1]?.slice(0, 4)).toEqual(['昨天', '李四', '07012346', '=1+1'])
  expect(Object.values(sheet).some((cell) => (cell as { f?: string }).f !== undefined)).toBe(false)

  sheet['A2'] = { t: 's', v: '2008-3-6 9:00' }
  sheet['A3'] = { t: 's', v: '2008-3-7 9:00' }
  writeFileSync(desk.path('mended.xlsx'), XLSX.write(sheets, { type: 'buffer', bookType: 'xlsx' }) as Buffer)
  const again = await imported(desk, desk.path('mended.xlsx'), '--default-branch', 'CG')
  expect(again['rows_read']).toBe(2)
  const sources = (await desk.list('list')).map((ticket) => ticket['source'])
  expect(sources).toContain('b:3')
  expect(await imported(desk, desk.path('mended.xlsx'), '--default-branch', 'CG')).toMatchObject({ imported: 0 })
})
