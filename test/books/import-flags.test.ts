import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { A_CALL, openDesk } from '../desk.ts'
import { book, cellsOf, imported, rewrite } from './books.ts'

const HEAD = '报修时间,用户姓名,联系电话,故障类别,分公司'
const OLD = '2008-03-05 08:10,张三,7654321,线路,CG'
const lines = (...rows: string[]): string => [HEAD, ...rows, ''].join('\n')

test('old rows without a repair are filed, or stay open with --keep-open; new ones are open', async () => {
  const content = lines(OLD, '2026-02-01 08:10,李四,7654322,线路,CG')
  const [filed, open] = [await openDesk(), await openDesk()]
  expect(await imported(filed, book(filed, 'a.csv', content))).toMatchObject({ imported: 2, filed: 1 })
  expect(await filed.json('show', 'KF-20080305-0001')).toMatchObject({
    status: 'closed',
    repaired_at: null,
    late: null,
  })
  expect(await filed.json('show', 'KF-20260201-0001')).toMatchObject({ status: 'open', late: true })
  expect(await imported(open, book(open, 'a.csv', content), '--keep-open')).toMatchObject({ imported: 2, filed: 0 })
  expect(await open.json('show', 'KF-20080305-0001')).toMatchObject({ status: 'open', late: true })
  // Neither is handed over: a township or city desk took it long ago.
  expect(await open.list('handover', 'print')).toEqual([])
})

test('--default-branch and --default-class fill what is empty, and the report counts the rows', async () => {
  const desk = await openDesk()
  const file = book(
    desk,
    'a.csv',
    lines('2026-02-01 08:10,张三,1,,', '2026-02-01 08:11,李四,2,网络,CG', '2026-02-01 08:12,王五,3,线路,'),
  )
  const flags = ['--default-branch', '新庄分公司', '--default-class', 'severe']
  expect(await imported(desk, file, ...flags)).toMatchObject({ imported: 3, defaulted: 2 })
  expect(desk.rows('select branch, fault_class from ticket order by ticket_no')).toEqual([
    { branch: 'XZ', fault_class: 'severe' },
    { branch: 'CG', fault_class: 'network' },
    { branch: 'XZ', fault_class: 'line' },
  ])
  expect(await desk.refused('import', 'tickets', file, '--default-branch', '城管')).toMatchObject({
    code: 'BRANCH_UNKNOWN',
  })
})

test('--book names numbers and sources; --year dates without one', async () => {
  const desk = await openDesk()
  const content = '单号,日期,姓名,分公司\n17,3月5日 8:10,张三,CG\n'
  expect(await imported(desk, book(desk, 'x.csv', content), '--book', 'old', '--year', '2009')).toMatchObject({
    book: 'old',
    imported: 1,
  })
  expect(await desk.json('show', 'old-17')).toMatchObject({ reported_at: '2009-03-05T08:10:00+08:00', source: 'old:2' })
})

test('--delimiter and --encoding by name', async () => {
  const desk = await openDesk()
  const content = '报修时间|姓名|分公司\n2026-02-01 08:10|张,三|CG\n'
  expect(await imported(desk, book(desk, 'a.csv', content), '--delimiter', '|')).toMatchObject({
    imported: 1,
    delimiter: '|',
  })
  expect(await desk.refused('import', 'tickets', desk.path('a.csv'), '--delimiter', 'x')).toMatchObject({ status: 2 })
  expect(await desk.refused('import', 'tickets', desk.path('a.csv'), '--encoding', 'ebcdic')).toMatchObject({
    status: 2,
  })
})

describe('known numbers', () => {
  const content = (name: string): string => `单号,报修时间,姓名,分公司\n17,2026-02-01 08:10,${name},CG\n`

  test('with the same content are duplicates, with other content are refused; what happened since does not matter', async () => {
    const desk = await openDesk()
    const file = book(desk, 'a.csv', content('张三'))
    await imported(desk, file)
    await desk.ok('chase', 'a-17')
    await desk.ok('amend', 'a-17', '--name', '张三丰', '--reason', '写错')
    expect(await imported(desk, file)).toMatchObject({ imported: 0, duplicates: 1, rejected: 0 })
    expect(await imported(desk, book(desk, 'a.csv', content('李四')))).toMatchObject({
      imported: 0,
      duplicates: 0,
      rejected: 1,
    })
    expect(await imported(desk, book(desk, 'copy.csv', content('张三')))).toMatchObject({ imported: 0, duplicates: 1 })
  })

  test('a call that was logged here is never imported over', async () => {
    const desk = await openDesk({ now: '2026-11-22 09:00:00' })
    await desk.ok(
      'log',
      '--name',
      '张三',
      '--address',
      '东街',
      '--phone',
      '7654321',
      '--symptom',
      '断',
      '--class',
      'line',
      '--branch',
      'CG',
      '--taken-by',
      '周敏',
    )
    await desk.ok('export', 'tickets', '-o', desk.path('own.csv'))
    expect(await imported(desk, desk.path('own.csv'))).toMatchObject({ imported: 0, duplicates: 1, rejected: 0 })
    writeFileSync(desk.path('own.csv'), readFileSync(desk.path('own.csv'), 'utf8').replace('东街', '西街'))
    expect(await imported(desk, desk.path('own.csv'))).toMatchObject({ imported: 0, duplicates: 0, rejected: 1 })
  })

  test('those of the book and those of the office count on after one another', async () => {
    const desk = await openDesk({ now: '2026-02-01 12:00:00' })
    const rows = ['KF-20260201-0005,2026-02-01 08:10,张三,CG', ',2026-02-01 08:11,李四,CG', ',2026-02-01 08:09,王五,CG']
    await imported(desk, book(desk, 'a.csv', ['单号,报修时间,姓名,分公司', ...rows, ''].join('\n')))
    expect(desk.rows('select ticket_no from ticket order by ticket_no').map((row) => row['ticket_no'])).toEqual([
      'KF-20260201-0005',
      'KF-20260201-0006',
      'KF-20260201-0007',
    ])
  })

  test('of an impossible day, or beyond what a day counts, refuse their row; the counters stay as they were', async () => {
    const desk = await openDesk({ now: '2026-11-20 12:00:00' })
    const noDay = 'names a day that is not in the calendar'
    const noNumber = 'is no number of a day'
    const bad = [
      ...['KF-20260230-0002', 'KF-20261399-0001', 'KF-00000000-0001', 'KF-00010101-0001'].map((no) => [no, noDay]),
      ...['9007199254740993', '99999999999999999999', '1000000000', '0000', '00007'].map((number) => [
        `KF-20261120-${number}`,
        noNumber,
      ]),
    ]
    // Another day than that of the report, and whatever another office may count, is none of ours to judge.
    const good = ['KF-20260228-0003', 'ZZ-20260230-0001']
    const rows = [...good, ...bad.map(([no]) => no)].map((no, n) => `${no},2026-02-01 08:1${n % 10},客户${n},CG`)
    const report = await imported(desk, book(desk, 'a.csv', ['单号,报修时间,姓名,分公司', ...rows, ''].join('\n')))
    expect(report).toMatchObject({ imported: 2, rejected: bad.length })
    const refused = cellsOf(report['rejects_file']).slice(1)
    expect(refused.map((cells) => cells.slice(4, 6))).toEqual(
      bad.map(([no, why], n) => [String(n + 4), expect.stringContaining(`单号 "${no}" ${why}`)]),
    )
    expect(desk.rows("select name, last from counter where name like 'ticket:%'")).toEqual([
      { name: 'ticket:2026-02-28', last: 3 },
    ])
    expect(await desk.json('log', ...A_CALL, '--class', 'line', '--branch', 'CG')).toMatchObject({
      ticket_no: 'KF-20261120-0001',
    })
    await desk.ok('check')
    // Our own export is read to the letter, and refused as well.
    await desk.ok('export', 'tickets', '--from', '2026-11-20', '-o', desk.path('own.csv'))
    rewrite(desk.path('own.csv'), (cells) => cells.map((row) => row.map((cell) => cell.replace('1120-0', '1131-0'))))
    const own = await imported(desk, desk.path('own.csv'))
    expect(own).toMatchObject({ imported: 0, duplicates: 0, rejected: 1 })
    expect(cellsOf(own['rejects_file'])[1]?.at(-2)).toContain(`ticket_no "KF-20261131-0001" ${noDay}`)
    // So is a name of a book that makes such a number of a plain one.
    const plain = book(desk, 'KF-20260230.csv', '单号,报修时间,姓名,分公司\n0001,2026-02-01 08:10,甲,CG\n')
    expect(await imported(desk, plain)).toMatchObject({ imported: 0, rejected: 1 })
  })
})

test('a call that is logged while a book of the same day is read keeps its number; the rows count on after it', async () => {
  const desk = await openDesk()
  const rows = Array.from(
    { length: 8000 },
    (_, n) => `2026-11-22 08:${String(n % 60).padStart(2, '0')},张三,${n},线路,CG`,
  )
  const importing = imported(desk, book(desk, 'a.csv', lines(...rows)))
  const call = ['--name', '李四', '--address', '东街', '--phone', '7654321', '--symptom', '断', '--class', 'line']
  const logging = desk.json('log', ...call, '--branch', 'CG', '--taken-by', '周敏')
  expect(await importing).toMatchObject({ imported: 8000 })
  expect(await logging).toMatchObject({ ticket_no: 'KF-20261122-0001' })
  expect(desk.rows('select count(distinct ticket_no) as n, max(ticket_no) as last from ticket')).toEqual([
    { n: 8001, last: 'KF-20261122-8001' },
  ])
  expect(await desk.run('check')).toMatchObject({ status: 0 })
})

describe('at a terminal', () => {
  const many = lines(
    ...Array.from({ length: 12_000 }, (_, n) => `2026-02-01 08:${String(n % 60).padStart(2, '0')},张三,${n},线路,CG`),
  )

  test('a person has the last word, after everything was shown', async () => {
    const desk = await openDesk()
    const file = book(desk, 'a.csv', lines(OLD, OLD, OLD, OLD, '2026-13-01,x,1,线路,CG'))
    const no = await desk.type(['import', 'tickets', file], 'n')
    expect(no.screen).toContain('Import 4 rows (1 are refused)?')
    expect(desk.rows('select ticket_no from ticket')).toEqual([])
    expect((await desk.type(['import', 'tickets', file], 'y')).status).toBe(3)
    expect(desk.rows('select ticket_no from ticket')).toHaveLength(4)
  })

  test('a line tells how far it is, and goes away', async () => {
    const desk = (await openDesk()).columns(80)
    const { err } = await desk.run('import', 'tickets', book(desk, 'a.csv', many), '--yes')
    expect(err).toMatch(/\r\u001b\[K\d+ rows, \d+ rows\/s/)
    expect(err).toMatch(/\r\u001b\[K(?:a\.csv|the first rows|$)/m)
  })

  test('in a pipe there is no such line', async () => {
    const desk = await openDesk()
    expect((await desk.run('import', 'tickets', book(desk, 'a.csv', many))).err).not.toContain('\u001b')
  })
})

test('an export of an office with other rules: deadlines are counted by ours, and that is said', async () => {
  const [desk, other] = [await openDesk(), await openDesk()]
  await imported(desk, book(desk, 'a.csv', lines('2026-11-20 08:10,张三,1,线路,CG', '2026-11-20 08:11,李四,2,网络,CG')))
  await desk.ok('export', 'tickets', '-o', desk.path('own.csv'))
  await other.ok('office', 'set', 'line_hours', '48', '--from', '2026-11-01')
  expect((await other.run('import', 'tickets', desk.path('own.csv'))).err).toContain(
    'deadlines counted anew by the rules of this office: 1\n',
  )
  expect(await other.json('show', 'KF-20261120-0001')).toMatchObject({ deadline: '2026-11-22T08:10:00+08:00' })
})
