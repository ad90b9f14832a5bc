import { expect, test } from 'vitest'
import { openDesk } from '../desk.ts'
import type { Desk } from '../desk.ts'
import { called, lateCase, repaired } from './case.ts'

const EARLIER = 'KF-20261102-0001'
const AGAIN = 'KF-20261105-0001'
const BY = ['--by', '陈经理']
const DISMISS = ['fines', 'dismiss', `repeat:${AGAIN}`, '--ground', 'not-upheld', '--reason', '不实', ...BY]
const AMEND = ['amend', EARLIER, '--phone', '13900000009', '--reason', '录错电话']

/** Two reports of one phone under two names; the first repair did not last. */
async function repeatedCase(): Promise<Desk> {
  const desk = await openDesk({ now: '2026-11-02 08:00:00' })
  await repaired(desk, '2026-11-02 10:00:00', await called(desk, '2026-11-02 08:00:00', { address: '东街1号' }))
  await called(desk, '2026-11-05 10:00:00', { name: '李四' })
  return desk
}

test.each([
  ['dismissed', [DISMISS, AMEND]],
  ['moved', [['fines', 'correct', `repeat:${AGAIN}`, '--maintainer', '李强', '--reason', '代班', ...BY], AMEND]],
  ['confirmed, and dismissed when it was amended', [['fines', 'confirm', `repeat:${AGAIN}`, ...BY], AMEND, DISMISS]],
])('check finds nothing in a repeat that was %s before the earlier slip was put right', async (_, deeds) => {
  const desk = await repeatedCase()
  for (const deed of deeds) await desk.ok(...deed)
  expect(await desk.run('check', '--full')).toMatchObject({ status: 0, out: '' })
})

test('check finds nothing in a lateness that was confirmed before the clock was set back', async () => {
  const desk = await openDesk({ now: '2026-11-02 08:00:00' })
  const ticket = await called(desk, '2026-11-02 08:00:00')
  desk.at('2026-11-03 09:00:00')
  await desk.ok('fines', 'confirm', `overdue:${ticket}`, ...BY)
  expect(await desk.at('2026-11-03 07:30:00').run('check', '--full')).toMatchObject({ status: 0, out: '' })
})

test('check finds nothing in a decision of the first day, whatever zone the office has since', async () => {
  const desk = await openDesk({ now: '2026-01-01 00:30:00' })
  await desk.ok('complaint', 'add', '--channel', 'company-leader', '--branch', 'CG', '--content', '慢')
  await desk.ok('fines', 'dismiss', 'complaint:KF-C-20260101-01', '--ground', 'not-upheld', '--reason', '不实', ...BY)
  await desk.ok('office', 'set', 'timezone', 'Europe/Berlin')
  expect(await desk.at('2026-01-02 09:00:00').run('check', '--full')).toMatchObject({ status: 0, out: '' })
})

test('check finds nothing in lines that were booked later, moved and taken back', async () => {
  const desk = await openDesk({ now: '2026-11-02 08:00:00' })
  const fine = await lateCase(desk)
  desk.at('2026-12-05 09:00:00')
  await desk.ok('fines', 'close-month', '2026-11', ...BY)
  await desk.ok('fines', 'confirm', fine, ...BY)
  await desk.ok('fines', 'correct', fine, '--maintainer', '李强', '--reason', '代班', ...BY)
  desk.at('2027-01-05 09:00:00')
  await desk.ok('fines', 'close-month', '2026-12', ...BY)
  await desk.ok('fines', 'dismiss', fine, '--ground', 'excused', '--reason', '大雪', ...BY)
  expect(await desk.run('check', '--full')).toMatchObject({ status: 0, out: '' })
})
