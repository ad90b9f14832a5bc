import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { openDesk } from '../desk.ts'
import type { Desk } from '../desk.ts'

const ENGLISH =
  'ticket_no,repaired_at,repaired_by,resolution,customer_signed_by,maintainer_signed_by,held_reason,appointment_at'
const CHINESE = '报修单号,修复时间,维护人,处理结果,用户签名,维护人签名,未修原因,预约时间'
const [T1, T2, T3] = ['KF-20261122-0001', 'KF-20261122-0002', 'KF-20261122-0003']

/** Three tickets of the township branch from 09:00 on; now it is the next evening. */
async function relayed(): Promise<Desk> {
  const desk = await openDesk()
  for (const phone of ['13905230001', '13905230002', '13905230003']) {
    const call = ['--name', '张三', '--address', '新庄', '--phone', phone, '--symptom', '断', '--class', 'line']
    await desk.ok('log', ...call, '--branch', 'XZ', '--taken-by', '周敏')
  }
  return desk.at('2026-11-23 18:00')
}

function file(desk: Desk, name: string, ...rows: string[]): string {
  writeFileSync(desk.path(name), `${rows.join('\n')}\n`)
  return desk.path(name)
}

/** Why each row of a file was refused, by its line. */
async function refusals(desk: Desk, ...rows: string[]): Promise<string[]> {
  const path = file(desk, 'r.csv', ENGLISH, ...rows)
  const { status, out } = await desk.run('import', 'returns', path, '--json')
  expect(JSON.parse(out)).toMatchObject({ rows_read: rows.length, imported: 0, rejected: rows.length })
  expect(status).toBe(3)
  const rejected = readFileSync(`${path}.rejects.csv`, 'utf8').trimEnd().split('\r\n').slice(1)
  return rejected.map((line) => /,\d+,"?(.*?)"?,r$/.exec(line)?.[1]?.replaceAll('""', '"') ?? line)
}

describe('what a branch feeds back (2.10)', () => {
  test('repairs, slips with both signatures, holds; the board has nothing left to ask for', async () => {
    const desk = await relayed()
    const path = file(
      desk,
      '新庄.csv',
      '新庄分公司2026年11月回单,,,,,,,',
      CHINESE,
      `${T1},2026-11-22 15:20,赵敏,换接头,张三,赵敏,,`,
      `${T2.toLowerCase()},11月23日 下午2点,赵 敏,调电平,,,,`,
      `${T3},,赵敏,,,,家中无人,2026-11-24 18:00`,
    )
    expect(await desk.json('import', 'returns', path)).toMatchObject({
      import_id: 'KF-I-20261123-01',
      header_line: 2,
      rows_read: 3,
      imported: 3,
      duplicates: 0,
      rejected: 0,
      unmapped_columns: [],
    })
    expect(await desk.json('show', T1)).toMatchObject({
      status: 'closed',
      repaired_at: '2026-11-22T15:20:00+08:00',
      repaired_by: '赵敏',
      resolution: '换接头',
      customer_signed_by: '张三',
      maintainer_signed_by: '赵敏',
      returned_at: '2026-11-23T18:00:00+08:00',
      late: false,
    })
    expect(await desk.json('show', T2)).toMatchObject({
      status: 'repaired',
      repaired_at: '2026-11-23T14:00:00+08:00',
      repaired_by: '赵敏',
      late: true,
    })
    expect(await desk.json('show', T3)).toMatchObject({
      status: 'on_hold',
      hold_reason: 'absent',
      appointment_at: '2026-11-24T18:00:00+08:00',
      holds: [{ called_at: '2026-11-23T18:00:00+08:00', maintainer: '赵敏' }],
    })
    await desk.ok('check', '--full')
    expect(desk.rows("select subject, tbl from journal where verb = 'import returns' order by entry")).toEqual([
      { subject: T1, tbl: 'ticket' },
      { subject: T2, tbl: 'ticket' },
      { subject: T3, tbl: 'hold' },
      { subject: T3, tbl: 'ticket' },
      { subject: 'KF-I-20261123-01', tbl: 'import' },
    ])
  })

  test('the same file again adds nothing; a fuller one adds what is new', async () => {
    const desk = await relayed()
    const [held, repaired] = [`${T1},,,,,,parts,2026-11-23 12:00`, `${T2},2026-11-22 15:00,赵敏,换线,,,,`]
    const path = file(desk, 'one.csv', ENGLISH, held, repaired)
    await desk.ok('import', 'returns', path)
    const before = await desk.ok('export', 'tickets')
    expect(await desk.json('import', 'returns', path)).toMatchObject({ import_id: null, imported: 0, duplicates: 2 })
    expect(await desk.ok('export', 'tickets')).toBe(before)
    const fuller = [`${T1},2026-11-23 13:00,赵敏,换盒,李四,赵敏,parts,2026-11-23 12:00`, `${T2},,,,李四,赵敏,,`]
    expect(await desk.json('import', 'returns', file(desk, 'two.csv', ENGLISH, held, ...fuller))).toMatchObject({
      imported: 2,
      duplicates: 1,
    })
    expect(await desk.json('show', T1)).toMatchObject({ status: 'closed', holds: [{ reason: 'parts' }] })
    expect(await desk.json('show', T2)).toMatchObject({ status: 'closed', repaired_at: '2026-11-22T15:00:00+08:00' })
    const again = await desk.json('import', 'returns', desk.path('two.csv'))
    expect(again).toMatchObject({ imported: 0, duplicates: 3 })
    await desk.ok('check', '--full')
  })

  test('a hold and then the repair of one ticket, in one row or two; a dry run counts the same', async () => {
    const desk = await relayed()
    const path = file(
      desk,
      'r.csv',
      ENGLISH,
      `${T1},2026-11-23 12:30,赵敏,换盒,,,parts,2026-11-23 12:00`,
      `${T2},,,,,,weather,2026-11-23 09:00`,
      `${T2},2026-11-23 10:00,赵敏,换线,,,,`,
      `${T2},2026-11-23 10:00,赵敏,换线,张三,赵敏,,`,
    )
    const counts = { rows_read: 4, imported: 4, duplicates: 0, rejected: 0 }
    const before = await desk.ok('export', 'journal')
    expect(await desk.json('import', 'returns', path, '--dry-run')).toMatchObject({ ...counts, dry_run: true })
    expect(await desk.ok('export', 'journal')).toBe(before)
    expect(await desk.json('import', 'returns', path)).toMatchObject(counts)
    expect(await desk.json('show', T1)).toMatchObject({ status: 'repaired', hold_reason: 'parts' })
    expect(await desk.json('show', T2)).toMatchObject({ status: 'closed', hold_reason: 'weather' })
    await desk.ok('check', '--full')
  })

  test('a day without a time is its beginning, or the report; it counts as defaulted', async () => {
    const desk = await relayed()
    const rows = [`${T1},2026-11-22,赵敏,换盒,,,,`, `${T2},2026.11.23,赵敏,换线,,,,`]
    const path = file(desk, 'r.csv', ENGLISH, ...rows)
    expect(await desk.json('import', 'returns', path)).toMatchObject({ imported: 2, defaulted: 2 })
    expect(await desk.json('show', T1)).toMatchObject({ repaired_at: '2026-11-22T09:00:00+08:00' })
    expect(await desk.json('show', T2)).toMatchObject({ repaired_at: '2026-11-23T00:00:00+08:00' })
    expect(await desk.json('import', 'returns', path)).toMatchObject({ duplicates: 2 })
  })
})

describe('refused with a reason', () => {
  test('tickets, names, signatures, times', async () => {
    const desk = await relayed()
    await desk.ok('void', T3, '--reason', '重复')
    expect(
      await refusals(
        desk,
        'KF-20261122-0009,2026-11-22 15:00,赵敏,换线,,,,',
        `${T3},2026-11-22 15:00,赵敏,换线,,,,`,
        `${T1},2026-11-22 08:59,赵敏,换线,,,,`,
        `${T1},2026-11-23 18:01,赵敏,换线,,,,`,
        `${T1},2026-11-22 15:00,赵明,换线,,,,`,
        `${T1},2026-11-22 15:00,赵敏,换线,张三,,,`,
        `${T1},2026-11-22 15:00,赵敏,,张三,赵敏,,`,
        `${T1},,赵敏,,,,,`,
        `${T1},,,,,,吃饭,2026-11-24 18:00`,
        `${T1},,,,,,absent,`,
        `${T1},,,,,,absent,2026-11-24`,
        `${T1},,,,,,absent,2026-11-22 08:00`,
      ),
    ).toEqual([
      'ticket_no "KF-20261122-0009" is no ticket of this office',
      `${T3} is void`,
      'repaired_at 2026-11-22 08:59 is before reported_at 2026-11-22 09:00',
      'repaired_at "2026-11-23 18:01" lies in the future',
      expect.stringContaining('赵敏'),
      `the slip of ${T1} lacks maintainer_signed_by`,
      'resolution: is missing',
      'repaired_at: is missing, and so are signatures and a hold',
      'held_reason "吃饭" is no hold reason',
      'appointment_at: is missing',
      'appointment_at "2026-11-24" lacks the hour',
      'appointment_at 2026-11-22 08:00 is before called_at 2026-11-22 09:00',
    ])
    expect(await desk.list('list', '--status', 'open')).toHaveLength(2)
  })

  test('repaired, closed or held otherwise', async () => {
    const desk = await relayed()
    await desk.ok('repair', T1, '--by', '赵敏', '--resolution', '换线', '--at', '2026-11-22 15:00')
    const signed = ['--customer-signed', '张三', '--maintainer-signed', '赵敏']
    await desk.ok('close', T2, '--by', '赵敏', '--resolution', '换线', '--repaired-at', '2026-11-22 15:00', ...signed)
    expect(
      await refusals(
        desk,
        `${T1},2026-11-22 16:00,赵敏,换线,,,,`,
        `${T1},2026-11-22 15:00,赵敏,换盒,张三,赵敏,,`,
        `${T1},,,,,,absent,2026-11-24 18:00`,
        `${T2},2026-11-22 15:00,赵敏,换线,李四,赵敏,,`,
        `${T2},,,,,,absent,2026-11-24 18:00`,
      ),
    ).toEqual([
      expect.stringContaining(`${T1} has a repair already`),
      expect.stringContaining(`${T1} has a repair already`),
      expect.stringContaining(`${T1} was repaired by 赵敏`),
      'customer_signed_by "李四" differs: the ticket is closed, signed by 张三',
      expect.stringContaining(`${T2} was closed by test`),
    ])
  })
})

test('a corrected rejects file completes the returns', async () => {
  const desk = await relayed()
  const path = file(desk, 'r.csv', CHINESE, `${T1},2026-11-22 15:00,赵明,换线,张三,赵敏,,`)
  expect((await desk.run('import', 'returns', path, '--lang', 'zh-CN')).err).toContain('退回：1 行')
  const rejects = readFileSync(`${path}.rejects.csv`, 'utf8')
  writeFileSync(desk.path('c.csv'), rejects.replace('赵明', '赵敏'))
  expect(await desk.json('import', 'returns', desk.path('c.csv'))).toMatchObject({ imported: 1, unmapped_columns: [] })
  expect(await desk.json('show', T1)).toMatchObject({ status: 'closed' })
})

test('another file is none of returns', async () => {
  const desk = await relayed()
  const refused = await desk.refused('import', 'returns', file(desk, 'x.csv', 'repaired_by,resolution', '赵敏,换线'))
  expect(refused).toMatchObject({ status: 2, code: 'INVALID_VALUE' })
  expect(refused.message).toContain('ticket_no')
})
