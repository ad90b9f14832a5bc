import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { encodeGb18030 } from '../../src/kernel/gb18030.ts'
import { openDesk } from '../desk.ts'
import type { Desk } from '../desk.ts'

const CHINESE = `报修时间,用户姓名,联系电话,地址,故障现象,故障类别,分公司,接报人,修复时间,维修人,处理结果
2026-11-01 08:05,张三,13905230001,人民路1号,无信号,线路,CG,周敏,2026-11-01 15:00,王伟,更换接头
2026.11.2,李四,0523-7654321,新庄镇王庄村3号,马赛克,一般网络,新庄分公司,吴静,2026.11.3,赵敏,调整电平
2026-11-03 09:00,赵六,,东街4号,不开机,,城关分公司,周敏,,,
`
const ENGLISH = `reported_at,customer_name,phone,address,symptom,fault_class,branch,taken_by
2026-11-04 10:00,Wang,7654321,East St 1,no picture,line,CG,Zhou
`

function book(desk: Desk, name: string, content: string | Uint8Array): string {
  writeFileSync(desk.path(name), content)
  return desk.path(name)
}

describe('a well-formed book', () => {
  test('in UTF-8 with Chinese headings: every row is a ticket, repairs close them', async () => {
    const desk = await openDesk()
    expect(await desk.json('import', 'tickets', book(desk, '2026.csv', CHINESE))).toMatchObject({
      import_id: 'KF-I-20261122-01',
      book: '2026',
      encoding: 'utf-8',
      delimiter: ',',
      header_line: 1,
      unmapped_columns: [],
      rows_read: 3,
      imported: 3,
      duplicates: 0,
      rejected: 0,
      defaulted: 2,
      filed: 0,
      rejects_file: null,
      dry_run: false,
    })
    expect(await desk.json('show', 'KF-20261101-0001')).toMatchObject({
      status: 'closed',
      fault_class: 'line',
      customer_name: '张三',
      branch: 'CG',
      reported_at: '2026-11-01T08:05:00+08:00',
      entered_at: '2026-11-22T09:00:00+08:00',
      repaired_at: '2026-11-01T15:00:00+08:00',
      repaired_by: '王伟',
      customer_signed_by: null,
      returned_at: null,
      late: false,
      source: '2026:2',
    })
    expect(await desk.json('show', 'KF-20261102-0001')).toMatchObject({
      branch: 'XZ',
      repaired_by: '赵敏',
      late: false,
    })
    expect(await desk.json('show', 'KF-20261103-0001')).toMatchObject({
      status: 'open',
      fault_class: 'line',
      late: true,
    })
  })

  test('in GB18030, with English headings, from stdin', async () => {
    const desk = await openDesk()
    expect(await desk.json('import', 'tickets', book(desk, 'gb.csv', encodeGb18030(CHINESE)))).toMatchObject({
      encoding: 'gb18030',
      imported: 3,
    })
    desk.stdin = ENGLISH
    expect(await desk.json('import', 'tickets', '-')).toMatchObject({ book: 'stdin', imported: 1 })
    expect(await desk.json('show', 'KF-20261104-0001')).toMatchObject({ customer_name: 'Wang', source: 'stdin:2' })
  })

  test('again adds nothing, in another encoding neither', async () => {
    const desk = await openDesk()
    await desk.ok('import', 'tickets', book(desk, '2026.csv', CHINESE))
    for (const name of ['2026.csv', 'copy.csv']) {
      const again = await desk.json('import', 'tickets', book(desk, name, encodeGb18030(CHINESE)))
      expect(again).toMatchObject({ import_id: null, rows_read: 3, imported: 0, duplicates: 3, rejected: 0 })
    }
    expect(desk.rows('select count(*) as n from import')).toEqual([{ n: 1 }])
  })

  test('new calls count on after the imported numbers', async () => {
    const desk = await openDesk({ now: '2026-11-03 12:00' })
    await desk.ok('import', 'tickets', book(desk, '2026.csv', CHINESE))
    const call = ['--name', '钱七', '--address', '西街', '--phone', '7654322', '--symptom', '断', '--class', 'line']
    expect(await desk.json('log', ...call, '--branch', 'CG', '--taken-by', '周敏')).toMatchObject({
      ticket_no: 'KF-20261103-0002',
    })
  })

  test('one entry in the journal for all its rows', async () => {
    const desk = await openDesk()
    await desk.ok('import', 'tickets', book(desk, '2026.csv', CHINESE))
    expect(desk.rows("select subject, tbl from journal where verb = 'import tickets'")).toEqual([
      { subject: 'KF-I-20261122-01', tbl: 'import' },
    ])
  })
})

test('an export, imported elsewhere and exported again, is identical to the byte', async () => {
  const [desk, other] = [await openDesk(), await openDesk()]
  await desk.ok('import', 'tickets', book(desk, '2026.csv', CHINESE))
  const call = [
    '--name',
    '=1+1',
    '--address',
    ' "x",\r\ny ',
    '--phone',
    '+86 13905230009',
    '--symptom',
    '😀',
    '--class',
  ]
  await desk.ok('log', ...call, 'severe', '--branch', 'CG', '--taken-by', '@周')
  await desk.ok('export', 'tickets', '-o', desk.path('one.csv'))
  expect(await other.json('import', 'tickets', desk.path('one.csv'))).toMatchObject({ imported: 4, rejected: 0 })
  await other.ok('export', 'tickets', '-o', other.path('two.csv'))
  expect(readFileSync(other.path('two.csv'))).toEqual(readFileSync(desk.path('one.csv')))
  expect(await desk.json('import', 'tickets', desk.path('one.csv'))).toMatchObject({ imported: 0, duplicates: 4 })
})
