import { writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { openDesk } from '../desk.ts'
import type { Desk } from '../desk.ts'
import { book, imported, rewrite } from './books.ts'

const HEAD = '日期,姓名,电话,手机,地址,分公司,维修人,修复时间'
const lines = (...rows: string[]): string => [HEAD, ...rows, ''].join('\n')
const MERGED = lines(
  '2008-03-05,甲,1,2,东街,CG,,',
  ',甲,1,2,东街,CG,,',
  ',乙,1,2,东街,CG,,',
  '2008-03-06,丙,1,2,东街,CG,吴刚,2008-03-06',
)

function sources(desk: Desk): unknown[] {
  return desk.rows('select source from ticket order by source').map(({ source }) => source)
}

test('a file that is read otherwise adds only rows that were refused', async () => {
  const desk = await openDesk()
  const file = book(desk, 'a.csv', MERGED)
  expect(await imported(desk, file)).toMatchObject({ rows_read: 4, imported: 1, rejected: 3 })
  expect(await imported(desk, file, '--fill-down')).toMatchObject({ imported: 2, duplicates: 1, rejected: 1 })
  expect(await imported(desk, file, '--fill-down', '--create-missing')).toMatchObject({ imported: 1, duplicates: 3 })
  const map = { columns: [{ column: '手机', field: null }], default_class: 'network' }
  writeFileSync(desk.path('map.json'), JSON.stringify(map))
  for (const flags of [
    ['--map', desk.path('map.json')],
    ['--map', desk.path('map.json'), '--fill-down'],
    ['--book', 'b'],
  ]) {
    expect(await imported(desk, file, ...flags)).toMatchObject({
      rows_read: 4,
      imported: 0,
      duplicates: 4,
      rejected: 0,
    })
  }
  // Two equal rows of the book are two tickets.
  expect(sources(desk)).toEqual(['a:2', 'a:3', 'a:4', 'a:5'])
  expect(await desk.run('check')).toMatchObject({ status: 0 })
})

test('a row that came in through the rejects file is a line of the book', async () => {
  const desk = await openDesk()
  const file = book(desk, 'a.csv', MERGED)
  const { rejects_file } = await imported(desk, file, '--fill-down')
  rewrite(rejects_file, (cells) => cells.map((row) => row.map((cell) => cell.replace('吴刚', '王伟'))))
  expect(await imported(desk, String(rejects_file))).toMatchObject({ imported: 1 })
  const again = { imported: 0, rejected: 0 }
  expect(await imported(desk, file, '--fill-down', '--create-missing')).toMatchObject({ ...again, duplicates: 4 })
  writeFileSync(desk.path('map.json'), JSON.stringify({ columns: [{ column: '手机', field: 'note' }] }))
  const map = ['--map', desk.path('map.json')]
  expect(await imported(desk, String(rejects_file), ...map)).toMatchObject({ ...again, duplicates: 1 })
  expect(sources(desk)).toEqual(['a:2', 'a:3', 'a:4', 'a:5'])
})

test('another file of that name is another book, and an import that was undone is none', async () => {
  const desk = await openDesk()
  const file = book(desk, 'a.csv', MERGED)
  const { import_id } = await imported(desk, file)
  const other = book(desk, 'a.csv', MERGED.replaceAll('东街', '西街'))
  expect(await imported(desk, other)).toMatchObject({ imported: 1, duplicates: 0, rejected: 3 })
  book(desk, 'a.csv', MERGED)
  await desk.ok('import', 'undo', String(import_id), '--yes')
  writeFileSync(desk.path('map.json'), JSON.stringify({ columns: [{ column: '手机', field: null }] }))
  expect(await imported(desk, file, '--map', desk.path('map.json'))).toMatchObject({ imported: 1, duplicates: 0 })
})
