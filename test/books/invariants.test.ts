import { writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { openDesk } from '../desk.ts'
import type { Desk, Fields } from '../desk.ts'
import { tamper } from '../tamper.ts'

const BOOK = [
  'reported_at,customer_name,phone,address,symptom,fault_class,branch,taken_by,repaired_at,repaired_by,resolution',
  '2026-11-01 08:00,张三,13905230001,东街1号,断,line,CG,周敏,2026-11-01 09:00,王伟,换接头',
  '2026-11-01 08:30,李四,13905230003,东街2号,断,line,CG,周敏,2026-11-03 09:00,王伟,换接头',
]
// A row may name several people: two rows, three shifts.
const ROSTER = ['日期,班次,姓名', '2011-05-01,8:00-20:00,李敏、王芳', '2011-05-02,8:00-20:00,李敏']

/** A desk with a book of tickets and a roster brought in. */
async function deskWithBooks(): Promise<Desk> {
  const desk = await openDesk()
  writeFileSync(desk.path('book.csv'), `${BOOK.join('\n')}\n`)
  writeFileSync(desk.path('roster.csv'), `${ROSTER.join('\n')}\n`)
  await desk.ok('import', 'tickets', desk.path('book.csv'))
  await desk.ok('duty', 'import', desk.path('roster.csv'))
  return desk
}

async function findings(desk: Desk): Promise<Fields[]> {
  return JSON.parse((await desk.run('check', '--json')).out) as Fields[]
}

test.each([
  ['a row is gone', `delete from ticket where customer_name = '李四'`, 'KF-I-20261122-01', 2, 1],
  ['a row joined', `update ticket set import_id = null`, 'KF-I-20261122-01', 2, 0],
  ['a shift is gone', `delete from shift where name = '王芳'`, 'KF-I-20261122-02', 3, 2],
  ['an undone one has rows', `update import set undone_at = 5 where kind = 'tickets'`, 'KF-I-20261122-01', 0, 2],
])('imports-whole: %s', async (_, change, subject, said, there) => {
  const desk = await deskWithBooks()
  expect(await findings(desk)).toEqual([])
  tamper(desk.file, change)
  const finding = `brought in ${said} rows; ${there} are there`
  expect(await findings(desk)).toContainEqual(
    expect.objectContaining({
      invariant: 'imports-whole',
      subject,
      finding,
      remedy: expect.stringContaining('restore'),
    }),
  )
})

test('imports-whole: what is undone, or voided one by one, is whole', async () => {
  const desk = await deskWithBooks()
  const [{ shift_no } = {}] = desk.rows(`select shift_no from shift where name = '王芳'`)
  await desk.ok('duty', 'void', String(shift_no), '--reason', '请假')
  expect(await findings(desk)).toEqual([])
  for (const id of ['KF-I-20261122-01', 'KF-I-20261122-02']) await desk.ok('import', 'undo', id)
  expect(await findings(desk)).toEqual([])
})

test('a report that cannot be read is a finding; the rest is looked at all the same', async () => {
  const desk = await deskWithBooks()
  tamper(desk.file, `update import set report = '{' where kind = 'shifts'; update counter set last = 9`)
  const found = (await findings(desk)).map(({ invariant }) => invariant)
  expect(found).toContain('imports-whole')
  expect(found).toContain('numbers-without-gaps')
})
