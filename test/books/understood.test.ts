import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { openDesk } from '../desk.ts'
import { book, imported } from './books.ts'

const HEAD = '报修时间,登记时间,用户姓名,联系电话,地址,故障现象,接报人,备用,类型'
const row = (day: number, name: string, more = ''): string =>
  `2008-3-${day} 15:20,,${name},7012345,建设路5号,无信号,小刘,${more},`
const BOOK = `${HEAD}\n${row(5, '张三', 'A')}\n${row(6, '<b>李四</b>')}\n${row(7, '王五')}\n昨天,,赵六,7012346,新庄,雪花,小刘,,\n`
const BRANCH = ['--default-branch', 'CG']

describe('before anything is written', () => {
  test('one screen says the columns, rows, counts and reasons, at a terminal before the question', async () => {
    const desk = await openDesk()
    const file = book(desk, 'b.csv', `${BOOK}${row(8, '孙七')}\n`)
    desk.columns(80)
    const { err, status, screen } = await desk.type(['import', 'tickets', file, ...BRANCH], 'n')
    for (const said of ['header in line 1', '报修时间 → reported_at', '2008-03-05 15:20', '张三', '5 rows read: 4 new'])
      expect(err).toContain(said)
    expect(err).toContain('1 refused')
    expect(screen).toContain('Import 4 rows')
    expect(status).toBe(130)
    expect(await desk.list('list')).toEqual([])
  })

  test('unmapped columns that hold nothing are not listed', async () => {
    const desk = await openDesk()
    const report = await imported(desk, book(desk, 'b.csv', BOOK), ...BRANCH, '--dry-run')
    expect(report['unmapped_columns']).toContain('备用')
    expect(report['unmapped_columns']).not.toContain('登记时间')
    expect(report['unmapped_columns']).not.toContain('类型')
  })

  test('--format html writes the same as one page of its own, with every text escaped', async () => {
    const desk = await openDesk({ lang: 'zh-CN' })
    const file = book(desk, 'b.csv', BOOK)
    const asked = ['import', 'tickets', file, ...BRANCH, '--dry-run', '--format', 'html', '-o', desk.path('b.html')]
    const { status } = await desk.run(...asked)
    expect(status).toBe(3)
    const page = readFileSync(desk.path('b.html'), 'utf8')
    for (const said of [
      '<!doctype html>',
      '登记本读取情况',
      '尚未导入',
      'reported_at',
      '张三',
      '&lt;b&gt;李四',
      '退回',
    ])
      expect(page.toLowerCase()).toContain(said.toLowerCase())
    expect(page).not.toMatch(/(?:src|href)=|<b>李四/)
    expect(await desk.list('list')).toEqual([])
  })

  test('a page is made of a dry run only', async () => {
    const desk = await openDesk()
    const file = book(desk, 'b.csv', BOOK)
    for (const verb of [
      ['import', 'tickets'],
      ['import', 'branches'],
      ['import', 'returns'],
      ['duty', 'import'],
    ])
      expect(await desk.refused(...verb, file, '--format', 'html')).toMatchObject({ status: 2, code: 'USAGE' })
  })

  test('lists and rosters have such a page, too', async () => {
    const desk = await openDesk()
    const branches = book(desk, 'branches.csv', '代码,名称,区域\nDC,东城,城区\n')
    const page = await desk.ok('import', 'branches', branches, '--dry-run', '--format', 'html')
    expect(page).toContain('>代码<')
    const roster = book(desk, 'roster.csv', '日期,姓名,上班时间,下班时间\n2026-11-01,小刘,8:00,16:00\n')
    expect(await desk.ok('duty', 'import', roster, '--dry-run', '--format', 'html')).toContain('>上班时间<')
  })
})
