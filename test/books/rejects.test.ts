import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { contentOf } from '../desk-store.ts'
import { openDesk } from '../desk.ts'
import { book, cellsOf, imported, rewrite } from './books.ts'

const HEAD = '报修时间,用户姓名,联系电话,地址,故障现象,分公司,接报人,费用'
const GOOD = '2008-03-05 08:10,张三,7654321,东街1号,无信号,CG,周敏,10'
const BAD = '2008-03-06 24:10,李四,7654322,东街2号,无信号,CG,周敏,20'
const lines = (...rows: string[]): string => [...rows, ''].join('\r\n')

describe('the rejects file', () => {
  test('holds every original cell, its line, reason and book; corrected and imported it completes the book', async () => {
    const desk = await openDesk()
    const file = book(desk, '2008.csv', lines(HEAD, GOOD, BAD))
    const { rejects_file, ...report } = await imported(desk, file)
    expect(report).toMatchObject({ rows_read: 2, imported: 1, rejected: 1 })
    expect(rejects_file).toBe(`${file}.rejects.csv`)
    const reason = '报修时间 "2008-03-06 24:10" is not a time of day; write 00:00 of the day that is meant'
    expect(cellsOf(rejects_file)).toEqual([
      [...HEAD.split(','), '_line', '_reason', '_book'],
      [...BAD.split(','), '3', reason, '2008'],
    ])
    rewrite(rejects_file, (cells) => cells.map((row) => row.map((cell) => cell.replace('24:10', '14:10'))))
    expect(await imported(desk, String(rejects_file))).toMatchObject({ rows_read: 1, imported: 1, rejected: 0 })
    expect(await desk.json('show', 'KF-20080306-0001')).toMatchObject({ customer_name: '李四', source: '2008:3' })
    expect(desk.rows('select extra from ticket order by ticket_no')).toEqual([
      { extra: '{"费用":"10"}' },
      { extra: '{"费用":"20"}' },
    ])
    expect(await imported(desk, String(rejects_file))).toMatchObject({ imported: 0, duplicates: 1 })
  })

  test('a row that becomes equal to another one of its book is still a report of its own', async () => {
    const desk = await openDesk()
    const broken = GOOD.replace('08:10', '8点10分多')
    const file = book(desk, '2008.csv', lines(HEAD, GOOD, broken, broken))
    const { rejects_file } = await imported(desk, file)
    rewrite(rejects_file, (cells) => cells.map((row) => row.map((cell) => cell.replace('8点10分多', '08:10'))))
    expect(await imported(desk, String(rejects_file))).toMatchObject({ imported: 2, duplicates: 0 })
    expect(desk.rows('select source from ticket order by source')).toEqual(
      ['2008:2', '2008:3', '2008:4'].map((source) => ({ source })),
    )
    expect(await imported(desk, String(rejects_file))).toMatchObject({ imported: 0, duplicates: 2 })
    // The book itself, corrected in the same way, holds nothing new either.
    const whole = book(desk, '2008.csv', lines(HEAD, GOOD, GOOD, GOOD))
    expect(await imported(desk, whole)).toMatchObject({ imported: 0, duplicates: 3 })
  })

  test('ditto marks, filled cells and years of titles are written out, so that each row stands alone', async () => {
    const desk = await openDesk()
    const file = book(
      desk,
      'a.csv',
      lines(
        '2009年度报修登记本',
        '日期,姓名,电话,接报人,维修人,预约时间',
        '3月5日,甲,7650001,吴静,,',
        ',乙,〃,,没人,3月7日 8:30',
        '2月30日,丙,同上,,,',
        '3月6日,"丁,7650002,吴静,,',
      ),
    )
    const { rejects_file } = await imported(desk, file, '--fill-down', '--default-branch', 'XZ')
    expect(cellsOf(rejects_file).map((row) => row.slice(0, 6))).toEqual([
      ['日期', '姓名', '电话', '接报人', '维修人', '预约时间'],
      ['2009-03-05', '乙', '7650001', '吴静', '没人', '2009-03-07 8:30'],
      ['2月30日', '丙', '7650001', '吴静', '', ''],
      ['2009-03-06', '"丁', '7650002', '吴静', '', ''],
    ])
  })

  test('an earlier one is never overwritten', async () => {
    const desk = await openDesk()
    const file = book(desk, '2008.csv', lines(HEAD, BAD))
    const { rejects_file: first } = await imported(desk, file)
    const kept = readFileSync(String(first))
    expect((await imported(desk, file))['rejects_file']).toBe(`${file}.rejects-2.csv`)
    expect(readFileSync(String(first))).toEqual(kept)
    expect(await desk.refused('import', 'tickets', file, '--rejects', String(first))).toMatchObject({
      status: 1,
      code: 'CANNOT_WRITE',
    })
    expect(readFileSync(String(first))).toEqual(kept)
    expect((await imported(desk, file, '--rejects', desk.path('named.csv')))['rejects_file']).toBe(
      desk.path('named.csv'),
    )
  })

  test('cells that a spreadsheet would run are guarded in it, and come back as they were', async () => {
    const desk = await openDesk()
    const row = `2008-03-06 24:10,=1+1,'@x,+86 7654322,断,CG,周敏,''-5`
    const { rejects_file } = await imported(desk, book(desk, 'a.csv', lines(HEAD, row)))
    expect(cellsOf(rejects_file)[1]?.slice(1, 8)).toEqual(["'=1+1", "'@x", "'+86 7654322", '断', 'CG', '周敏', "''-5"])
    rewrite(rejects_file, (cells) => cells.map((r) => r.map((cell) => cell.replace('24:10', '14:10'))))
    await imported(desk, String(rejects_file))
    expect(desk.rows('select customer_name, phone, address, extra from ticket')).toEqual([
      { customer_name: '=1+1', phone: '@x', address: '+86 7654322', extra: `{"费用":"'-5"}` },
    ])
  })

  test('cells beyond the header stand beyond ours, and the row is refused until they are moved', async () => {
    const desk = await openDesk()
    const { rejects_file } = await imported(desk, book(desk, 'a.csv', lines(HEAD, `${GOOD},x`)))
    expect(cellsOf(rejects_file)[1]?.slice(8)).toEqual(['2', 'more cells than the header has', 'a', 'x'])
    expect(await imported(desk, String(rejects_file))).toMatchObject({ imported: 0, rejected: 1 })
  })

  test('is in Chinese for who reads Chinese', async () => {
    const desk = await openDesk({ lang: 'zh-CN' })
    const { rejects_file } = await imported(desk, book(desk, 'a.csv', lines(HEAD, BAD)))
    expect(cellsOf(rejects_file)[1]?.[9]).toBe('报修时间“2008-03-06 24:10”没有 24 点；请写明是哪一天的 00:00')
  })
})

describe('without it', () => {
  test('stdin needs a name for it, else nothing is imported', async () => {
    const desk = await openDesk()
    desk.stdin = lines(HEAD, GOOD, BAD)
    expect(await desk.refused('import', 'tickets', '-')).toMatchObject({ status: 2, code: 'USAGE' })
    expect(desk.rows('select ticket_no from ticket')).toEqual([])
    expect(await imported(desk, '-', '--rejects', desk.path('r.csv'), '--book', 'old')).toMatchObject({ imported: 1 })
    expect(cellsOf(desk.path('r.csv'))[1]?.slice(-3)).toEqual(['3', expect.stringContaining('24:10'), 'old'])
  })

  test('--dry-run writes nothing at all', async () => {
    const desk = await openDesk()
    const file = book(desk, 'a.csv', lines(HEAD, GOOD, BAD))
    const before = contentOf(desk.file)
    expect(await imported(desk, file, '--dry-run')).toMatchObject({
      import_id: null,
      imported: 1,
      rejected: 1,
      rejects_file: null,
      dry_run: true,
    })
    expect(contentOf(desk.file)).toBe(before)
    expect(existsSync(`${file}.rejects.csv`)).toBe(false)
  })

  test('--strict imports all or nothing', async () => {
    const desk = await openDesk()
    const file = book(desk, 'a.csv', lines(HEAD, GOOD, BAD))
    expect(await desk.refused('import', 'tickets', file, '--strict')).toMatchObject({
      status: 3,
      code: 'ROWS_REFUSED',
      message: `1 of 2 rows are refused, so nothing was imported (--strict); they are in ${file}.rejects.csv`,
    })
    expect(desk.rows('select ticket_no from ticket')).toEqual([])
    const good = book(desk, 'b.csv', lines(HEAD, GOOD))
    expect(await imported(desk, good, '--strict')).toMatchObject({ imported: 1 })
  })

  test('nothing but the rejects file is left in the folder', async () => {
    const desk = await openDesk()
    await imported(desk, book(desk, 'a.csv', lines(HEAD, GOOD, BAD)))
    expect(readdirSync(desk.folder).filter((name) => name.startsWith('.') || name.endsWith('-import'))).toEqual([])
  })
})
