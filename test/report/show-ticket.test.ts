import { writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { openDesk } from '../desk.ts'

const BOOK = '报修时间,姓名,分公司,费用,备用,费用,__proto__\n2008-03-05 08:10,甲,CG,10,\u001b[31m红\u202e,20,x\n'

test('columns of a book that are none of ours are shown with their headings', async () => {
  const desk = await openDesk()
  writeFileSync(desk.path('a.csv'), BOOK)
  await desk.ok('import', 'tickets', desk.path('a.csv'))
  const shown = await desk.ok('show', 'KF-20080305-0001')
  expect(shown).toMatch(/Further columns +费用: 10; 备用: \S*红\S*; 费用#6: 20; __proto__: x\n/)
  expect(shown).not.toMatch(/[\u001b\u202e]/)
  const { extra } = JSON.parse(await desk.ok('show', 'KF-20080305-0001', '--json')) as { extra: object }
  expect(Object.entries(extra)).toEqual([
    ['费用', '10'],
    ['备用', '\u001b[31m红\u202e'],
    ['费用#6', '20'],
    ['__proto__', 'x'],
  ])
  expect(await desk.ok('--lang', 'zh-CN', 'show', 'KF-20080305-0001')).toMatch(/其他栏 +费用：10；备用：/)
})

test('a ticket without any says so in JSON alone', async () => {
  const desk = await openDesk()
  writeFileSync(desk.path('a.csv'), '报修时间,姓名,分公司\n2008-03-05 08:10,甲,CG\n')
  await desk.ok('import', 'tickets', desk.path('a.csv'))
  expect(await desk.json('show', 'KF-20080305-0001')).toMatchObject({ extra: null })
  expect(await desk.ok('show', 'KF-20080305-0001')).not.toContain('Further columns')
})
