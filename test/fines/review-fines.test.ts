import { expect, test } from 'vitest'
import { openDesk } from '../desk.ts'
import type { Desk, Fields } from '../desk.ts'
import { called, lateCase } from './case.ts'

const REVIEW = ['fines', 'review', '--month', '2026-11', '--by', '陈经理']

/** In December: a late repair of 王伟, a complaint about him and a slip that is still open, all of November and pending. */
async function december(): Promise<Desk> {
  const desk = await openDesk({ now: '2026-11-02 08:00:00' })
  await lateCase(desk)
  const add = ['complaint', 'add', '--channel', 'mayor-hotline', '--content', '态度恶劣', '--branch', 'CG']
  await desk.at('2026-11-05 09:00').ok(...add, '--maintainer', '王伟')
  await called(desk, '2026-11-10 08:00:00', { phone: '13911112222' })
  return desk.at('2026-12-01 09:00').columns(100)
}

const decided = async (desk: Desk): Promise<unknown[][]> =>
  (await desk.columns(undefined).list('fines', 'list')).map(
    ({ status, maintainer, ground, reason, decided_by }: Fields) => {
      return [status, maintainer, ground, reason, decided_by]
    },
  )

test('y confirms, n dismisses with ground and reason, s leaves; then the month is closed', async () => {
  const desk = await december()
  const { screen, status, err } = await desk.type(REVIEW, 'y', 'n', '1', '查无此事\r', 's', 'y')
  expect(status).toBe(0)
  expect(screen).toContain('1 of 3  overdue:KF-20261102-0001  overdue  10.00 yuan  城关分公司 王伟')
  expect(screen).toContain('repaired 2026-11-03 08:00')
  // A complaint takes no excuses.
  expect(screen).toContain('1 not upheld   2 duplicate')
  expect(screen).not.toContain('3 excused')
  expect(screen).toContain('2026-11 is over, 1 still pending. Close it?')
  expect(err).toContain('2026-11 is closed')
  expect(await decided(desk)).toEqual([
    ['confirmed', '王伟', null, null, '陈经理'],
    ['dismissed', '王伟', 'not-upheld', '查无此事', '陈经理'],
    ['pending', null, null, null, null],
  ])
  expect(desk.rows('select month from month_close')).toEqual([{ month: '2026-11' }])
})

test('m moves it to somebody else and asks again; a name that nobody has is said', async () => {
  const desk = await december()
  const { screen } = await desk.type(
    REVIEW,
    'm',
    '\r',
    '某某\r',
    '代班\r',
    'm',
    '\r',
    '李强\r',
    '代班\r',
    'y',
    'q',
    'n',
  )
  expect(screen).toContain('某某')
  expect(screen).toContain('10.00 yuan  城关分公司 李强')
  expect((await decided(desk))[0]).toEqual(['confirmed', '李强', null, null, '陈经理'])
  expect(desk.rows('select month from month_close')).toEqual([])
  expect((await desk.run('check')).status).toBe(0)
})

test('what was decided before the terminal went away stays; whoever verifies is asked for', async () => {
  const desk = await december()
  const { status, screen } = await desk.type(['fines', 'review'], '陈经理\r', 'y')
  expect(status).toBe(130)
  expect(screen).toContain('Verified by (--by):')
  expect((await decided(desk))[0]?.[0]).toBe('confirmed')
})

test('in a pipe it lists what is pending', async () => {
  const desk = await december()
  const { out, err, status } = await desk.columns(undefined).run('fines', 'review', '--json')
  expect(status).toBe(0)
  expect(JSON.parse(out)).toHaveLength(3)
  expect(err).toBe('these are asked about at a terminal\n')
})

test('where nothing is pending it says so, and offers to close the month all the same', async () => {
  const desk = await december()
  await desk.type(REVIEW, 'y', 'y', 'y', 'n')
  const { screen } = await desk.columns(100).type(REVIEW, 'y')
  expect(screen).toContain('2026-11 is over. Close it?')
  expect(desk.rows('select month from month_close')).toHaveLength(1)
})
