import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { openDesk } from '../desk.ts'
import { binary } from '../binary.ts'
import { logged } from '../walked-desk.ts'
import { cellsOf, imported } from './books.ts'
import { serial, workbook } from './workbooks.ts'
import type { Cell, Sheet } from './workbooks.ts'

const HEAD: readonly Cell[] = ['报修时间', '用户姓名', '联系电话', '地址', '故障现象', '接报人', '维修人', '修复时间']
const MOMENT = 'yyyy-m-d h:mm'
const row = (at: number, name: string, phone: Cell = '7012345'): Cell[] => [
  serial(at, MOMENT),
  name,
  phone,
  '建设路5号',
  '无信号',
  '小刘',
  '王伟',
  serial(at + 0.25, MOMENT),
]
const sheet = (...rows: Cell[][]): Sheet => ({ cells: [HEAD, ...rows] })
const BRANCH = ['--default-branch', 'CG']

describe.each(['xlsx', 'xls'])('.%s', (kind) => {
  test('times, long numbers and padded numbers are what the sheet shows', async () => {
    const desk = await openDesk()
    const file = workbook(desk, `b.${kind}`, { 登记: sheet(row(39512.6388888889, '张三', 13812345678)) })
    const report = await imported(desk, file, ...BRANCH)
    expect(report).toMatchObject({
      encoding: kind,
      delimiter: null,
      sheet: '登记',
      book: 'b',
      imported: 1,
      rejected: 0,
    })
    expect((await desk.list('list'))[0]).toMatchObject({
      reported_at: '2008-03-05T15:20:00+08:00',
      repaired_at: '2008-03-05T21:20:00+08:00',
      phone: '13812345678',
      source: 'b:2',
    })
  })

  test('days are counted from 1904 where the workbook does so', async () => {
    const desk = await openDesk()
    const file = workbook(desk, `b.${kind}`, { 登记: sheet(row(39512.6388888889 - 1462, '张三')) }, true)
    await imported(desk, file, ...BRANCH)
    expect((await desk.list('list'))[0]).toMatchObject({ reported_at: '2008-03-05T15:20:00+08:00' })
  })

  test('of several sheets that hold something one must be named; empty ones do not count', async () => {
    const desk = await openDesk()
    const file = workbook(desk, `b.${kind}`, {
      '2008': sheet(row(39512.6, '张三')),
      '2009': sheet(row(39877.6, '李四')),
      Sheet3: { cells: [] },
    })
    const refused = await desk.run('import', 'tickets', file, ...BRANCH)
    expect(refused.status).toBe(2)
    expect(refused.err).toContain('USAGE')
    expect(refused.err).toContain('“2008”, “2009”')
    expect(refused.err).not.toContain('Sheet3')

    // Two sheets of one file are two books: the second is not taken for the first, read again.
    const first = await imported(desk, file, ...BRANCH, '--sheet', '2008')
    const second = await imported(desk, file, ...BRANCH, '--sheet', '2009')
    expect([first['book'], second['book']]).toEqual(['b-2008', 'b-2009'])
    expect([first['imported'], second['imported']]).toEqual([1, 1])
    expect(await imported(desk, file, ...BRANCH, '--sheet', '2009')).toMatchObject({ imported: 0, duplicates: 1 })

    const none = await desk.run('import', 'tickets', file, '--sheet', '2010')
    expect(none.status).toBe(2)
    expect(none.err).toContain('no sheet “2010”')
  })

  test('at a terminal the sheet is asked for', async () => {
    const desk = await openDesk()
    const file = workbook(desk, `b.${kind}`, {
      '2008': sheet(row(39512.6, '张三')),
      '2009': sheet(row(39877.6, '李四')),
    })
    const { status } = await desk.type(['import', 'tickets', file, ...BRANCH], '2\r', 'y')
    expect(status).toBe(0)
    expect((await desk.list('list')).map((ticket) => ticket['customer_name'])).toEqual(['李四'])
  })

  test('hidden sheets are named and not read, unless they are asked for', async () => {
    const desk = await openDesk()
    const file = workbook(desk, `b.${kind}`, {
      登记: sheet(row(39512.6, '张三')),
      旧: { ...sheet(row(39512.6, '李四')), hidden: true },
    })
    const { err } = await desk.run('import', 'tickets', file, ...BRANCH, '--dry-run')
    expect(err).toContain('hidden sheets are not read: “旧”')
    expect(await imported(desk, file, ...BRANCH)).toMatchObject({ book: 'b', sheet: '登记', imported: 1 })
    expect(await imported(desk, file, ...BRANCH, '--sheet', '旧')).toMatchObject({ sheet: '旧', imported: 1 })
  })

  test('of a merged cell only the first holds something, and what is below may be filled down', async () => {
    const desk = await openDesk()
    const cells = [row(39512.5, '张三'), row(39512.6, '李四')]
    const merged: Sheet = { cells: [HEAD, ...cells], merges: ['A2:A3'] }
    const file = workbook(desk, `b.${kind}`, { 登记: merged })
    expect(await imported(desk, file, ...BRANCH, '--dry-run')).toMatchObject({ imported: 1, rejected: 1 })
    expect(await imported(desk, file, ...BRANCH, '--fill-down')).toMatchObject({ imported: 2 })
  })

  test('refused rows are written with their row of the sheet, and complete the book once mended', async () => {
    const desk = await openDesk()
    const bad: Cell[] = ['昨天', '王五', 7012346, '新庄3组', '雪花', '小刘', null, null]
    const file = workbook(desk, `b.${kind}`, { 登记: sheet(row(39512.5, '张三'), [], bad) })
    const report = await imported(desk, file, ...BRANCH)
    expect(report).toMatchObject({ imported: 1, rejected: 1 })
    const [, refused = []] = cellsOf(report['rejects_file'])
    expect(refused.slice(0, 3)).toEqual(['昨天', '王五', '7012346'])
    expect(refused.at(-3)).toBe('4')
    const mended = readFileSync(String(report['rejects_file']), 'utf8').replace('昨天', '2008-03-06 09:00')
    writeFileSync(desk.path('mended.csv'), mended)
    expect(await imported(desk, desk.path('mended.csv'), ...BRANCH)).toMatchObject({ imported: 1 })
    expect((await desk.list('list'))[0]).toMatchObject({ source: 'b:4' })
  })
})

test('hidden rows are read, and told of', async () => {
  const desk = await openDesk()
  const file = workbook(desk, 'b.xlsx', {
    登记: { ...sheet(row(39512.5, '张三'), row(39512.6, '李四')), hiddenRows: [3] },
  })
  const { err } = await desk.run('import', 'tickets', file, ...BRANCH)
  expect(err).toContain('1 hidden rows are read like the others: 3')
  expect(await desk.list('list')).toHaveLength(2)
})

test('a formula that was never worked out is not nought', async () => {
  const desk = await openDesk()
  const head = [...HEAD, '催修次数']
  const file = workbook(desk, 'b.xlsx', {
    登记: { cells: [head, [...row(39512.5, '张三'), { t: 'n', f: 'COUNT(A:A)' } as never]] },
  })
  const { out } = await desk.run('import', 'tickets', file, ...BRANCH, '--dry-run', '--json')
  expect(JSON.parse(out)).toMatchObject({ rejected: 1 })
})

test('a workbook comes through a pipe like any book', async () => {
  const desk = await openDesk()
  desk.stdin = readFileSync(workbook(desk, 'b.xlsx', { 登记: sheet(row(39512.5, '张三')) }))
  expect(await imported(desk, '-', ...BRANCH)).toMatchObject({ book: 'stdin', encoding: 'xlsx', imported: 1 })
})

test('--sheet is refused for a file of text', async () => {
  const desk = await openDesk()
  writeFileSync(desk.path('b.csv'), '报修时间,用户姓名,电话\n2008-03-05 15:20,张三,7012345\n')
  const { status, err } = await desk.run('import', 'tickets', desk.path('b.csv'), '--sheet', '2008')
  expect(status).toBe(2)
  expect(err).toContain('USAGE')
})

test('lists, returns and rosters are read from workbooks too', async () => {
  const desk = await openDesk()
  const branches = workbook(desk, 'branches.xlsx', {
    分公司: {
      cells: [
        ['代码', '名称', '区域'],
        ['DC', '东城', '城区'],
      ],
    },
  })
  expect(await desk.json('import', 'branches', branches)).toMatchObject({ imported: 1, sheet: '分公司' })
  const staff = workbook(desk, 'staff.xls', {
    Sheet1: {
      cells: [
        ['姓名', '分公司'],
        ['赵钢', 'DC'],
      ],
    },
  })
  expect(await desk.json('import', 'staff', staff)).toMatchObject({ imported: 1, encoding: 'xls' })
  const ticket = await logged(desk, 1)
  const returns = workbook(desk, 'returns.xlsx', {
    Sheet1: {
      cells: [
        ['ticket_no', 'repaired_at', 'repaired_by', 'resolution'],
        [ticket, serial(46348.3854166667, MOMENT), '李强', '换接头'],
      ],
    },
  })
  const back = await desk.run('import', 'returns', returns, '--json')
  expect(JSON.parse(back.out)).toMatchObject({ rows_read: 1, sheet: 'Sheet1' })
  const roster = workbook(desk, 'roster.xlsx', {
    值班: {
      cells: [
        ['日期', '姓名', '上班时间', '下班时间'],
        [serial(46340, 'yyyy-m-d'), '小刘', serial(0.25, 'h:mm'), serial(0.5, 'h:mm')],
      ],
    },
  })
  expect(await desk.json('duty', 'import', roster)).toMatchObject({ imported: 1, shifts: 1, sheet: '值班' })
})

test('the built program reads a workbook, refuses another, and ends', async () => {
  const desk = await openDesk()
  const file = workbook(desk, 'b.xlsx', { 登记: sheet(row(39512.5, '张三')), 其他: sheet(row(39512.5, '李四')) })
  const env = { BAOXIU_DB: desk.file, BAOXIU_ACTOR: 'test' }
  const read = await binary(['import', 'tickets', file, ...BRANCH, '--sheet', '登记', '--json'], { env })
  expect(JSON.parse(read.stdout)).toMatchObject({ imported: 1, book: 'b-登记' })
  expect((await binary(['import', 'branches', file, '--sheet', '登记'], { env })).status).toBe(2)
  expect((await binary(['import', 'tickets', file], { env })).status).toBe(2)
})
