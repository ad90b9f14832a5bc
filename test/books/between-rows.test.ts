import { expect, describe, test } from 'vitest'
import { openDesk } from '../desk.ts'
import type { Desk } from '../desk.ts'
import { book, cellsOf, imported } from './books.ts'

const HEAD = '日期,姓名,电话,地址,故障现象,分公司,接报人'
const lines = (...rows: string[]): string => [...rows, ''].join('\n')

/** Line and reason of every refused row. */
function refused(report: { readonly [name: string]: unknown }): string[][] {
  return cellsOf(report['rejects_file'])
    .slice(1)
    .map((cells) => cells.slice(7, 9))
}

function names(desk: Desk): unknown[] {
  return desk
    .rows('select customer_name, reported_at from ticket order by source')
    .map(({ customer_name }) => customer_name)
}

describe('below a row that could not be read', () => {
  const ABOVE = 'is as above, but the row above could not be read; write it out'

  test('ditto marks are refused until a row says the value itself', async () => {
    const desk = await openDesk()
    const file = book(
      desk,
      'a.csv',
      lines(
        HEAD,
        '2009-03-05 08:00,甲,1,东街1号,断线,CG,周敏',
        '2009-03-06 08:00,乙,2,"西街2号,断线,CG,吴静',
        '2009-03-06 09:00,丙,3,〃,断线,CG,周敏',
        '2009-03-06 10:00,丁,4,〃,断线,CG,周敏',
        '2009-03-06 11:00,戊,5,北街5号,断线,CG,周敏',
        '2009-03-06 12:00,己,6,〃,〃,CG,周敏',
      ),
    )
    const report = await imported(desk, file)
    expect(report).toMatchObject({ rows_read: 6, imported: 3, rejected: 3 })
    expect(refused(report)).toEqual([
      ['3', 'a quote is opened and never closed'],
      ['4', `地址 "〃" ${ABOVE}`],
      ['5', `地址 "〃" ${ABOVE}`],
    ])
    expect(desk.rows("select address from ticket where customer_name = '己'")).toEqual([{ address: '北街5号' }])
  })

  test('so are cells that would be filled, and marks below a mark with nothing above', async () => {
    const desk = await openDesk()
    const file = book(
      desk,
      'a.csv',
      lines(
        HEAD,
        '2009-03-05,甲,1,〃,断线,CG,周敏',
        ',乙,2,〃,断线,CG,周敏',
        '2009-03-06,丙,3,"西街2号,断线,CG,吴静',
        ',丁,4,东街,断线,CG,周敏',
        '2009-03-07,戊,5,东街,断线,CG,周敏',
        ',己,6,东街,断线,CG,周敏',
        '2009-03-08,庚,7,东街,断线,CG,周敏,多',
        ',辛,8,东街,断线,CG,周敏',
      ),
    )
    const report = await imported(desk, file, '--fill-down')
    expect(refused(report)).toEqual([
      ['2', '地址 "〃" means "as above", but nothing is above'],
      ['3', `地址 "〃" ${ABOVE}`],
      ['4', 'a quote is opened and never closed'],
      ['5', `日期: ${ABOVE}`],
      ['8', 'more cells than the header has'],
      ['9', `日期: ${ABOVE}`],
    ])
    expect(names(desk)).toEqual(['戊', '己'])
  })
})

describe('lines that are no rows', () => {
  test('are passed over as titles, headers and totals, and told; anything else is a row', async () => {
    const desk = await openDesk()
    const file = book(
      desk,
      'a.csv',
      lines(
        '客户部报修登记表,,,,,,',
        HEAD,
        '2009-03-05 08:00,甲,1,东街1号,断线,CG,周敏',
        ',,,维修三次未登记入册,,,',
        '维修三次未登记入册,,,,,,',
        '合计：35户,,,,,,',
        ',本页合计：2户,,,,,',
        '本月共计35件',
        '客户部报修登记表（续）,,,,,,第2页',
        ',,,第 3 页,,,',
        '客户部报修登记表,,,,,,',
        HEAD,
        '2009-03-06 08:00,乙,1,共和路1号,断线,CG,周敏',
      ),
    )
    const { err, out } = await desk.run('import', 'tickets', file, '--json')
    const report = JSON.parse(out) as Record<string, unknown>
    expect(report).toMatchObject({ rows_read: 4, imported: 2, rejected: 2 })
    expect(refused(report).map(([line]) => line)).toEqual(['4', '5'])
    expect(err).toContain('passed over: title lines 4, repeated headers 1, lines of totals 3\n')
  })

  const PAGES = lines(
    '2009年度报修登记本,,,,,,',
    HEAD,
    '3月5日,甲,1,东街1号,断线,CG,周敏',
    '2010年度报修登记本,,,,,,第2页',
    '3月5日,乙,1,东街1号,断线,CG,周敏',
    '2011年上半年客户报修情况,,单位：城关,,,,第３页',
    '3月5日,丙,1,东街1号,断线,CG,周敏',
    '二〇一二年1月,,,,,,',
    '2013年1月5日,,,,,,',
    '2014年未登记入册,,,,,,',
    '3月5日,丁,1,东街1号,断线,CG,周敏',
    '2009年度报修登记本,,,,,,',
    '3月6日,戊,1,东街1号,断线,CG,周敏',
  )
  const years = (desk: Desk): unknown[] =>
    desk.rows('select ticket_no from ticket order by source').map(({ ticket_no }) => String(ticket_no).slice(3, 7))

  test('titles between the rows tell the year of what follows', async () => {
    const desk = await openDesk()
    expect(await imported(desk, book(desk, 'a.csv', PAGES))).toMatchObject({ imported: 5, rejected: 2 })
    expect(years(desk).toSorted()).toEqual(['2009', '2009', '2010', '2011', '2012'])
  })

  test('--year counts more than all titles', async () => {
    const desk = await openDesk()
    const file = book(desk, 'a.csv', PAGES.replace('3月5日,乙', '3月4日,乙'))
    expect(await imported(desk, file, '--year', '2008')).toMatchObject({ imported: 5, rejected: 2 })
    expect(years(desk)).toEqual(['2008', '2008', '2008', '2008', '2008'])
  })

  test('the second line of a header is repeated with it', async () => {
    const desk = await openDesk()
    const head = ['报修时间,姓名,电话,分公司,修复情况,', ',,,,时间,人员']
    const file = book(
      desk,
      'a.csv',
      lines(...head, '2009-03-05,甲,1,CG,2009-03-06,王伟', ...head, '2009-03-07,乙,1,CG,2009-03-08,王伟'),
    )
    expect(await imported(desk, file)).toMatchObject({ rows_read: 2, imported: 2, rejected: 0 })
    expect(await desk.json('show', 'KF-20090307-0001')).toMatchObject({ repaired_by: '王伟', status: 'closed' })
  })
})

test('a quote that made one cell of two rows puts both into the rejects', async () => {
  const desk = await openDesk()
  const file = book(
    desk,
    'a.csv',
    lines('报修时间,姓名,电话,分公司,地址', '2025-03-04 08:00,D,6221001,CG,"1号', '2025-03-05 08:00,E,6221001,CG,1号"'),
  )
  const report = await imported(desk, file)
  expect(report).toMatchObject({ rows_read: 2, imported: 0, rejected: 2 })
  const reason = 'a quote that does not belong here made one cell of several rows'
  expect(
    cellsOf(report['rejects_file'])
      .slice(1)
      .map((cells) => [cells[1], ...cells.slice(5, 7)]),
  ).toEqual([
    ['D', '2', reason],
    ['E', '3', reason],
  ])
})
