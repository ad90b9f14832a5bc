import { describe, expect, test } from 'vitest'
import { openDesk } from '../desk.ts'
import { book, cellsOf, imported } from './books.ts'

const lines = (...rows: string[]): string => [...rows, ''].join('\n')

describe('columns that are none of ours', () => {
  test('are kept each under a name of its own, and whatever it is called', async () => {
    const desk = await openDesk()
    const head = '报修时间,姓名,分公司,费用,费用,__proto__,,费用#5,未修原因,未修原因'
    const map = book(desk, 'map.json', '{"columns":[{"column":9,"field":"hold_reason"}]}')
    const file = book(desk, 'a.csv', lines(head, '2008-03-05 08:10,甲,CG,10,20,x,y,z,路在修,等路'))
    const report = await imported(desk, file, '--map', map)
    const kept = ['费用', '费用#5', '__proto__', '#7', '费用#5#8', '未修原因#10']
    expect(report).toMatchObject({ imported: 1, unmapped_columns: kept })
    const [row] = desk.rows('select extra from ticket')
    expect(Object.entries(JSON.parse(String(row?.['extra'])) as object)).toEqual([
      ...['10', '20', 'x', 'y', 'z', '等路'].map((value, index) => [kept[index], value]),
      ['未修原因', '路在修'],
    ])
  })

  test('a heading with a lost character is never kept', async () => {
    const desk = await openDesk()
    const report = await imported(desk, book(desk, 'a.csv', lines('报修时间,姓名,分公司,费�', '2008-03-05,甲,CG,10')))
    expect(report).toMatchObject({ imported: 1, unmapped_columns: ['#4'] })
    const stored = desk.rows('select extra || (select group_concat(report) from import) as text from ticket')
    expect(String(stored[0]?.['text'])).toContain('{"#4":"10"}')
    expect(String(stored[0]?.['text'])).not.toContain('\uFFFD')
  })
})

describe('a repair without a time', () => {
  const HEAD = '报修时间,姓名,分公司,状态,维修人,处理结果,用户签名,维护人签名,回单时间,修复时间'
  const row = (facts: string): string => `2026-11-02 08:10,甲,CG,${facts}`

  test.each([
    [',王伟,,,,,', 'repaired_at: the row says it was repaired, but not when'],
    [',,换线,,,,', 'repaired_at: the row says it was repaired, but not when'],
    [',,,甲,,,', 'repaired_at: the row says it was repaired, but not when'],
    [',,,,王伟,,', 'repaired_at: the row says it was repaired, but not when'],
    [',,,,,2026-11-04 08:00,', 'repaired_at: the row says it was repaired, but not when'],
    ['未回单,,换线,,,,', 'repaired_at: the row says it was repaired, but not when'],
    ['未修复,,换线,,,,2026-11-03 08:00', '状态 "未修复" says it is not repaired, but the row has a repair time'],
  ])('%s is refused', async (facts, reason) => {
    const desk = await openDesk()
    const report = await imported(desk, book(desk, 'a.csv', lines(HEAD, row(facts))))
    expect(report).toMatchObject({ imported: 0, rejected: 1 })
    expect(cellsOf(report['rejects_file'])[1]?.at(-2)?.replace('修复时间:', 'repaired_at:')).toBe(reason)
    // An old one is filed, unless it contradicts itself.
    const old = book(desk, 'old.csv', lines(HEAD, row(facts).replaceAll('2026', '2009')))
    const filed = reason.startsWith('状态') ? 0 : 1
    expect(await imported(desk, old)).toMatchObject({ imported: filed, filed })
  })

  test.each(['未修,,换线一半,,,,', ',,未修复,,,,', ',,家中无人,,,,', ',,,,,,'])('%s is open', async (facts) => {
    const desk = await openDesk()
    await imported(desk, book(desk, 'a.csv', lines(HEAD, row(facts))))
    expect(await desk.json('show', 'KF-20261102-0001')).toMatchObject({ status: 'open' })
  })

  test('未回单 with a repair is a repair', async () => {
    const desk = await openDesk()
    await imported(desk, book(desk, 'a.csv', lines(HEAD, row('未回单,王伟,换线,,,,2026-11-03 08:00'))))
    expect(await desk.json('show', 'KF-20261102-0001')).toMatchObject({ status: 'closed', returned_at: null })
  })
})
