import { existsSync, readFileSync } from 'node:fs'
import * as XLSX from '@e965/xlsx'
import type { WorkSheet } from '@e965/xlsx'
import { expect, test } from 'vitest'
import { fieldWords as h } from '../../src/kernel/messages/fields.ts'
import { workbookBytes } from '../../src/store/workbook-bytes.ts'
import { openDesk } from '../desk.ts'
import type { Desk } from '../desk.ts'
import { logged } from '../walked-desk.ts'

function sheetOf(file: string): WorkSheet {
  const book = XLSX.read(readFileSync(file), { cellNF: true, cellStyles: true })
  return book.Sheets[book.SheetNames[0] ?? ''] ?? {}
}

/** Rows as they are typed: numbers as numbers, text as text. */
function rowsOf(file: string): unknown[][] {
  return XLSX.utils.sheet_to_json(sheetOf(file), { header: 1, raw: true, defval: null })
}

async function fined(): Promise<Desk> {
  const desk = await openDesk()
  const ticket = await logged(desk, 1)
  const content = ['--content', '态度差', '--received-at', '2026-11-21 10:00']
  for (const channel of ['mayor-hotline', 'company-leader'])
    await desk.ok('complaint', 'add', '--channel', channel, '--ticket', ticket, ...content)
  const pending = await desk.list('fines', 'list', '--status', 'pending')
  for (const { fine_id } of pending) await desk.ok('fines', 'confirm', String(fine_id), '--by', '刘主任')
  return desk
}

test('a list is a workbook: times as times, phones as text, a head that stays', async () => {
  const desk = await openDesk()
  await logged(desk, 0, '--reported-at', '2026-11-21 08:05')
  await desk.ok('list', '-o', desk.path('list.xlsx'))
  const sheet = sheetOf(desk.path('list.xlsx'))
  const [head, row] = rowsOf(desk.path('list.xlsx')) as [string[], unknown[]]
  const at = (name: string): unknown => row[head.indexOf(name)]
  expect(at('phone')).toBe('13800001234')
  expect(at('chases')).toBe(0)
  const cell = XLSX.utils.encode_cell({ r: 1, c: head.indexOf('reported_at') })
  expect(XLSX.SSF.format('yyyy-mm-dd hh:mm:ss', (sheet[cell] as { v: number }).v)).toBe('2026-11-21 08:05:00')
  expect((sheet[cell] as { z: string }).z).toBe('yyyy-mm-dd hh:mm:ss')
  const xml = (XLSX.read(readFileSync(desk.path('list.xlsx')), { bookFiles: true }) as never as Zip).files
  const text = new TextDecoder().decode(Object.entries(xml).find(([name]) => name.endsWith('sheet1.xml'))?.[1].content)
  expect(text).toContain('state="frozen"')
  expect(text).not.toContain('<f>')
})

interface Zip {
  readonly files: Readonly<Record<string, { readonly content: Uint8Array }>>
}

test('desk 37: --headers zh gives Chinese headings and words', async () => {
  const desk = await openDesk()
  await logged(desk, 0)
  await desk.ok('list', '--headers', 'zh', '-o', desk.path('list.xlsx'))
  const [head, row] = rowsOf(desk.path('list.xlsx')) as [string[], unknown[]]
  expect(head.slice(0, 3)).toEqual([h.ticket_no.zh, h.status.zh, h.fault_class.zh])
  expect(row[2]).toBe('线路')
})

test('where there is money there are sums, of what is booked only', async () => {
  const desk = await fined()
  await desk.ok('fines', 'summary', '--month', '2026-11', '-o', desk.path('s.xlsx'))
  const rows = rowsOf(desk.path('s.xlsx'))
  const [head = []] = rows as string[][]
  const last = rows.at(-1) ?? []
  expect(last[0]).toBe('total')
  expect(last[head.indexOf('total_yuan')]).toBe(50)
  expect(last[head.indexOf('complaint_count')]).toBe(2)
  await desk.ok('fines', 'ledger', '--month', '2026-11', '-o', desk.path('l.xlsx'), '--headers', 'zh')
  expect(rowsOf(desk.path('l.xlsx')).at(-1)?.[0]).toBe('合计')
  await desk.ok('fines', 'list', '-o', desk.path('f.xlsx'))
  expect(rowsOf(desk.path('f.xlsx'))).toHaveLength(3)
})

test('a text is never a formula, and comes back as it was', async () => {
  const text = '=1+1\u0007 _x0041_ "a" <b> & 二\n\uD83D\uDE00'
  const bytes = await workbookBytes([{ name: 'a/b:c', frozenRows: 0, rows: [[text, '+86', '@x', '-5']] }])
  const book = XLSX.read(bytes)
  expect(book.SheetNames).toEqual(['a b c'])
  const [row = []] = XLSX.utils.sheet_to_json<unknown[]>(book.Sheets['a b c'] ?? {}, { header: 1, raw: true })
  expect(row).toEqual([text, '+86', '@x', '-5'])
  expect(Object.values(book.Sheets['a b c'] ?? {}).some((cell) => (cell as { f?: string }).f !== undefined)).toBe(false)
})

test('every list can be a workbook', async () => {
  const desk = await fined()
  const lists = [
    ...[
      'list',
      'branch list',
      'staff list',
      'handover list',
      'complaint list',
      'fines list',
      'fines ledger',
      'duty list',
    ],
    ...['conduct items', 'import list', 'export tickets', 'export handovers', 'export holds', 'export complaints'],
    ...['export fines', 'export journal', 'office show', 'duty coverage --from 2026-11-21 --to 2026-11-21'],
  ]
  for (const [index, list] of lists.entries()) {
    const file = desk.path(`${index}.xlsx`)
    await desk.ok(...list.split(' '), '-o', file)
    expect(rowsOf(file).length, list).toBeGreaterThan(0)
  }
})

test('the tickets of a workbook come back as they were', async () => {
  const desk = await openDesk()
  for (const index of [0, 1, 2]) await logged(desk, index, '--note', index === 1 ? "'=旧" : '=1+1')
  await desk.ok('export', 'tickets', '-o', desk.path('t.csv'))
  for (const headers of ['en', 'zh']) {
    await desk.ok('export', 'tickets', '-o', desk.path(`${headers}.xlsx`), '--headers', headers)
    const other = await openDesk()
    await other.ok('import', 'tickets', desk.path(`${headers}.xlsx`))
    await other.ok('export', 'tickets', '-o', other.path('t.csv'))
    expect(readFileSync(other.path('t.csv'), 'utf8')).toBe(readFileSync(desk.path('t.csv'), 'utf8'))
  }
})

test('what cannot be a workbook is refused before anything is done', async () => {
  const desk = await openDesk()
  for (const [flag, file] of [
    ['--json', 'a.xlsx'],
    ['--csv', 'a.xlsx'],
    ['--encoding=gb18030', 'a.xlsx'],
    ['--yes', 'a.xls'],
  ] as const) {
    const { status } = await desk.run('list', flag, '-o', desk.path(file))
    expect(status, flag).toBe(2)
    expect(existsSync(desk.path(file))).toBe(false)
  }
})

test('fines sheet -o FILE.xlsx: a sheet for each branch, each person with amounts, sum and a line to sign', async () => {
  const desk = await fined()
  await desk.ok('fines', 'sheet', '--month', '2026-11', '-o', desk.path('pay.xlsx'))
  const book = XLSX.read(readFileSync(desk.path('pay.xlsx')))
  expect(book.SheetNames).toEqual(['城关分公司'])
  const cells = rowsOf(desk.path('pay.xlsx')).flat()
  expect(cells.filter((cell) => cell === 30 || cell === 20).length).toBeGreaterThanOrEqual(2)
  expect(cells).toContain(50)
  expect(cells).toContain('Signature')
})
