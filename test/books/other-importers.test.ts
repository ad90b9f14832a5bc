import { expect, test } from 'vitest'
import { openDesk } from '../desk.ts'
import type { Desk, Fields } from '../desk.ts'
import { book, cellsOf, imported, rewrite } from './books.ts'

const lines = (...rows: string[]): string => `${rows.join('\n')}\n`

async function listed(desk: Desk, verb: readonly string[], content: string, ...args: string[]): Promise<Fields> {
  const { out, err } = await desk.run(...verb, book(desk, 'r.csv', content), ...args, '--json')
  if (out === '') throw new Error(err)
  return JSON.parse(out) as Fields
}

const reasons = (file: unknown): string[] =>
  cellsOf(file)
    .slice(1)
    .map((cells) => `${cells.at(-3)} ${cells.at(-2)}`)

test('a list of staff: marks, invisible characters, two people and branches by half their name', async () => {
  const desk = await openDesk()
  const report = await listed(
    desk,
    ['import', 'staff'],
    lines(
      '序号,所属分公司,员工姓名（必填）,岗位,联系电话,入职日期,离职日期',
      '1,城关分公司,周 明,维护员,13800001111,2005.3.1,',
      '2,城关,吴强,维护员,13800001112,2005.3.1,-',
      '3,新庄分公司,郑伟\u200B,维护员,13800001113,2005.3.1,无',
      '4,新庄分公司,冯军、陈刚,维护员,13800001114,2005.3.1,2012.6.30',
      '5,新庄分公司,/,维护员,,,',
      '6,新庄分公司,#N/A,维护员,,,',
      '7,新庄分公司,孙立,维护员,,,####',
      '8,新庄分公司,孙立,维护员,,,0000-00-00',
    ),
  )
  expect(report).toMatchObject({ imported: 3, rejected: 5 })
  const names = (await desk.list('staff', 'list')).map(({ branch, name, retired_at }) => [branch, name, retired_at])
  expect(names).toEqual(
    expect.arrayContaining([
      ['CG', '周明', null],
      ['XZ', '郑伟', null],
      ['XZ', '孙立', null],
    ]),
  )
  expect(reasons(report['rejects_file'])).toEqual([
    expect.stringMatching(/^3 .*城关分公司/),
    '5 员工姓名（必填） "冯军、陈刚" names several people; write a row for each of them',
    '6 员工姓名（必填）: is missing',
    '7 员工姓名（必填） "#N/A" is an error of the spreadsheet; write the value',
    '8 离职日期 "####" is what a spreadsheet shows where the column is too narrow; write the value',
  ])
})

test('two headings with an equal claim, a form and a grid are refused in every importer', async () => {
  const desk = await openDesk()
  const unclear = book(desk, 'a.csv', lines('分公司,姓名,名字', 'CG,周明,老周'))
  expect(await desk.refused('import', 'staff', unclear)).toMatchObject({ code: 'HEADER_UNCLEAR', status: 2 })
  const form = book(desk, 'f.csv', lines('代码,DC', '名称,东城分公司', '区域,城区', '电话,7012345'))
  expect(await desk.refused('import', 'branches', form)).toMatchObject({ code: 'BOOK_UNREADABLE', status: 2 })
  const days = Array.from({ length: 31 }, (_, index) => index + 1).join(',')
  const grid = book(desk, 'g.csv', lines('2009年3月值班表', `姓名,${days}`, `李敏,${'早,'.repeat(31)}`))
  const refusal = await desk.refused('duty', 'import', grid, '--shift', '早=8:00-16:00')
  expect(refusal).toMatchObject({ code: 'BOOK_UNREADABLE', status: 2 })
  expect(refusal.message).toContain('line 2 has a column for each day')
  const later = book(desk, 'h.csv', lines('日期,班次,姓名,姓名', '2009-3-5,8:00-16:00,李敏,王芳'))
  expect(await desk.refused('duty', 'import', later)).toMatchObject({ code: 'HEADER_UNCLEAR' })
})

test('branches: phones in every form, marks, and a header in mid-file with another order', async () => {
  const desk = await openDesk({ branches: false })
  const report = await listed(
    desk,
    ['import', 'branches'],
    lines(
      '代码,名称,区域,报修电话',
      'CG,城关分公司,城区,7012345 13800001234',
      'XZ,新庄分公司,乡镇,无',
      'DC,东城分公司,城区,8.24E+15',
      '名称,代码,报修电话,区域',
      '石桥分公司,SQ,"7,012,345",乡镇',
    ),
  )
  expect(report).toMatchObject({ imported: 3, rejected: 1 })
  const found = (await desk.list('branch', 'list')).map(({ code, name, phone }) => [code, name, phone])
  expect(found).toEqual([
    ['CG', '城关分公司', '7012345/13800001234'],
    ['SQ', '石桥分公司', '7012345'],
    ['XZ', '新庄分公司', null],
  ])
})

test('a roster: nobody is no name, a lost name is refused, further marks are named', async () => {
  const desk = await openDesk()
  const report = await listed(
    desk,
    ['duty', 'import'],
    lines(
      '日期,夜班(0:00-8:00),早班（8:00-16:00）',
      '2009-01-01,李敏\u200B,/',
      '2009-01-02,无,停电',
      '2009-01-03,#REF!,王芳',
      '5-Jan-09,——,王芳',
    ),
    ...['--empty', '停电'],
  )
  expect(report).toMatchObject({ imported: 2, rejected: 1, days_off: 1 })
  const shifts = desk.rows('select name, on_at from shift order by on_at').map(({ name }) => name)
  expect(shifts).toEqual(['李敏', '王芳'])
  expect(reasons(report['rejects_file'])).toEqual([
    '4 夜班(0:00-8:00) "#REF!" is an error of the spreadsheet; write the value',
  ])
})

const BACK = '报修单号,修复时间,维修人,处理结果,用户签名,维修人签名'

async function deskWithSlips(count: number): Promise<{ desk: Desk; numbers: string[] }> {
  const desk = await openDesk()
  const numbers: string[] = []
  for (let n = 1; n <= count; n += 1) {
    const asked = ['--name', `甲${n}`, '--address', `东街${n}号`, '--phone', `701230${n}`, '--symptom', '无信号']
    const said = [
      ...asked,
      '--class',
      'line',
      '--branch',
      'CG',
      '--taken-by',
      '小刘',
      '--reported-at',
      '2026-11-21 08:00',
    ]
    numbers.push(String((await desk.json('log', ...said))['ticket_no']))
  }
  return { desk, numbers }
}

test('signatures in words: unsigned slips stay out, a tick is signed without a name', async () => {
  const { desk, numbers } = await deskWithSlips(6)
  const rows = [
    ...['未签,王伟', '无,王伟', '/,/', '√,√', '×,×', '张三,王伟'].map(
      (signed, index) => `${numbers[index]},2026-11-21 16:00,${index === 5 ? '王伟、李强' : '王伟'},换接头,${signed}`,
    ),
  ]
  const report = await listed(desk, ['import', 'returns'], lines(BACK, ...rows))
  expect(report).toMatchObject({ imported: 4, rejected: 2 })
  const shown = await Promise.all(numbers.map((no) => desk.json('show', no)))
  expect(shown.map(({ status }) => status)).toEqual(
    ['open', 'open', 'repaired', 'closed', 'repaired', 'closed'].map((s, i) => (i < 2 ? shown[i]?.['status'] : s)),
  )
  expect(shown.slice(0, 2).map(({ repaired_at }) => repaired_at)).toEqual([null, null])
  expect(shown[3]).toMatchObject({ customer_signed_by: '√', maintainer_signed_by: '√' })
  expect(shown[5]).toMatchObject({ repaired_by: '王伟', note: '维修人：王伟、李强' })
  expect(reasons(report['rejects_file']).every((reason) => reason.includes('用户签名'))).toBe(true)
  expect((await desk.run('show', String(numbers[3]), '--lang', 'zh-CN')).out).toContain('已签（未写姓名）')
  expect((await desk.run('slip', String(numbers[3]), '--lang', 'zh-CN')).out).toContain('已签（未写姓名）')
  expect(await listed(desk, ['import', 'returns'], lines(BACK, ...rows))).toMatchObject({ imported: 0, duplicates: 4 })
})

test('attacks 5: a heading that a spreadsheet would run is guarded in the rejects, and known again', async () => {
  const desk = await openDesk()
  const file = book(desk, 'b.csv', lines('报修时间,姓名,分公司,=cmd|x', '2009-13-05,甲,CG,10', '2009-3-5,乙,CG,11'))
  const { rejects_file } = await imported(desk, file)
  expect(cellsOf(rejects_file)[0]).toEqual(['报修时间', '姓名', '分公司', "'=cmd|x", '_line', '_reason', '_book'])
  rewrite(rejects_file, (cells) => cells.map((row) => row.map((cell) => cell.replace('2009-13-05', '2009-12-05'))))
  expect(await imported(desk, String(rejects_file))).toMatchObject({ imported: 1, rejected: 0 })
  const kept = desk.rows('select extra from ticket order by reported_at').map(({ extra }) => extra)
  expect(kept).toEqual(['{"=cmd|x":"11"}', '{"=cmd|x":"10"}'])
})

test('attacks 7: a row refused for a stray quote stays refused from its rejects file until it is mended', async () => {
  const desk = await openDesk()
  const file = book(
    desk,
    'b.csv',
    lines('报修时间,姓名,电话,分公司,地址', '2009-3-5,甲,7012345,CG,"东街', '2009-3-6,乙,7012346,CG,西街'),
  )
  const { rejects_file } = await imported(desk, file)
  expect(reasons(rejects_file)).toEqual(['2 a quote is opened and never closed'])
  const again = await imported(desk, String(rejects_file))
  expect(again).toMatchObject({ imported: 0, rejected: 1 })
  rewrite(again['rejects_file'], (cells) => cells.map((row) => row.map((cell) => cell.replace('"东街', '东街'))))
  expect(await imported(desk, String(again['rejects_file']))).toMatchObject({ imported: 1, rejected: 0 })
  expect(desk.rows('select address from ticket order by address').map(({ address }) => address)).toEqual([
    '东街',
    '西街',
  ])
})

test('--empty names further marks, in a book and its map', async () => {
  const desk = await openDesk()
  const rows = lines(
    '报修时间,姓名,电话,分公司,维修人,修复时间',
    '2009-3-5 8:10,甲,7012345,CG,没派,1900-01-01 00:00:00',
  )
  const file = book(desk, 'b.csv', rows)
  expect(await imported(desk, file)).toMatchObject({ imported: 0, rejected: 1 })
  expect(await imported(desk, file, '--empty', '没派，1900-01-01 00:00:00')).toMatchObject({ imported: 1, filed: 1 })
})

test('a row with more than a thousand cells in use is refused', async () => {
  const desk = await openDesk()
  const wide = (cell: string): string => Array.from({ length: 1100 }, () => cell).join(',')
  const rows = lines(
    `报修时间,姓名,分公司,${wide('费用')}`,
    `2009-3-5,甲,CG,${wide('1')}`,
    `2009-3-6,乙,CG,${wide('')}`,
  )
  const report = await imported(desk, book(desk, 'b.csv', rows))
  expect(report).toMatchObject({ imported: 1, rejected: 1 })
})
