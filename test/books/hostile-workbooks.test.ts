import { readFileSync, writeFileSync } from 'node:fs'
import * as XLSX from '@e965/xlsx'
import { describe, expect, test } from 'vitest'
import { openDesk } from '../desk.ts'
import type { Desk } from '../desk.ts'
import { imported } from './books.ts'
import { serial, workbook } from './workbooks.ts'
import type { Cell } from './workbooks.ts'
import { zipped } from './zips.ts'

const HEAD: readonly Cell[] = ['报修时间', '用户姓名', '联系电话', '地址', '故障现象', '接报人', '维修人', '修复时间']
const row = (index: number): Cell[] => [
  serial(39512 + index, 'yyyy-m-d h:mm'),
  `张三${index}`,
  7012345 + index,
  '建设路5号',
  '无信号',
  '小刘',
  '王伟',
  null,
]

const BOOK = '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheets/></workbook>'

async function refusal(desk: Desk, content: Uint8Array): Promise<string> {
  writeFileSync(desk.path('b.xlsx'), content)
  const fault = await desk.refused('import', 'tickets', desk.path('b.xlsx'), '--default-branch', 'CG')
  expect(fault).toMatchObject({ status: 2, code: 'BOOK_UNREADABLE' })
  expect(desk.rows('select ticket_no from ticket')).toEqual([])
  return fault.message
}

describe('fault 41: refused with the reason, within ten seconds', () => {
  test('a zip bomb that says how large it is', async () => {
    const bomb = zipped({
      'xl/workbook.xml': BOOK,
      'xl/worksheets/sheet1.xml': { content: 'x', declared: 4_000_000_000 },
    })
    expect(await refusal(await openDesk(), bomb)).toContain('too large')
  }, 10_000)

  test('a zip bomb that does not', async () => {
    const content = Buffer.alloc(60_000_000, 'x')
    const bomb = zipped({ 'xl/workbook.xml': BOOK, 'xl/worksheets/sheet1.xml': { content, declared: 1000 } })
    expect(bomb.length).toBeLessThan(1_000_000)
    expect(await refusal(await openDesk(), bomb)).toContain('damaged')
  }, 20_000)

  test('a zip that is no workbook', async () => {
    expect(await refusal(await openDesk(), zipped({ 'word/document.xml': '<w/>' }))).toContain('not a workbook')
  })

  test('a password', async () => {
    const desk = await openDesk()
    const file = workbook(desk, 'plain.xls', { 登记: { cells: [HEAD, row(1)] } })
    const bytes = readFileSync(file)
    // FILEPASS of the oldest kind in place of the records after the first.
    const bof = bytes.indexOf(Buffer.from('09081000', 'hex'))
    const next = bof + 4 + bytes.readUInt16LE(bof + 2)
    Buffer.from('2f0006000000', 'hex').copy(bytes, next)
    expect(await refusal(desk, bytes)).toContain('password')
  })

  test('an encrypted .xlsx', async () => {
    const container = XLSX.CFB.utils.cfb_new() as object
    XLSX.CFB.utils.cfb_add(container, '/EncryptionInfo', Buffer.from('0400040040000000', 'hex'))
    XLSX.CFB.utils.cfb_add(container, '/EncryptedPackage', Buffer.alloc(5000, 7))
    const bytes = XLSX.CFB.write(container, { type: 'buffer' }) as Buffer
    expect(await refusal(await openDesk(), bytes)).toContain('password')
  })

  test.each(['xlsx', 'xls'])('an .%s that was cut off or changed is never read in part', async (kind) => {
    const desk = await openDesk()
    const rows = Array.from({ length: 300 }, (_, index) => row(index))
    const bytes = readFileSync(workbook(desk, `whole.${kind}`, { 登记: { cells: [HEAD, ...rows] } }))
    for (const share of [0.3, 0.6, 0.9, 0.98]) {
      const cut = bytes.subarray(0, Math.floor(bytes.length * share))
      expect(await refusal(desk, cut), `cut at ${share}`).toContain('damaged')
    }
    if (kind === 'xls') return
    const flipped = Buffer.from(bytes)
    const middle = flipped.indexOf('sheet1.xml') + 200
    flipped[middle] = (flipped[middle] ?? 0) ^ 0x10
    expect(await refusal(desk, flipped)).toContain('damaged')
  })
})

test('16,384 columns with eight in use are eight columns', async () => {
  const desk = await openDesk()
  const wide = (cells: readonly Cell[]): Cell[] => [
    ...cells,
    ...Array.from({ length: 16_384 - cells.length }, () => null),
  ]
  const blank: Cell[] = Array.from({ length: 16_384 }, () => ({ t: 's', v: '' }) as const)
  const cells = [wide(HEAD), ...Array.from({ length: 20 }, (_, index) => wide(row(index))), blank]
  const file = workbook(desk, 'wide.xlsx', { 登记: { cells } })
  const report = await imported(desk, file, '--default-branch', 'CG')
  expect(report).toMatchObject({ imported: 20, unmapped_columns: [] })
})

test('a stray cell at the edge of a sheet refuses its row, no more', async () => {
  const desk = await openDesk()
  const stray: Cell[] = [...row(2), ...Array.from({ length: 16_375 }, () => null), 'x']
  const file = workbook(desk, 'stray.xlsx', { 登记: { cells: [HEAD, row(1), stray] } })
  expect(await imported(desk, file, '--default-branch', 'CG')).toMatchObject({ imported: 1, rejected: 1 })
})
