import { expect, test } from 'vitest'
import type { Fields } from '../desk.ts'
import { needs } from './needs.ts'
import { call, openSeat } from './seat.ts'

const codes = (ticket: Fields): unknown[] => (ticket.warnings as { code: string }[]).map(({ code }) => code)

test('fault 20: the clock set back an hour and a day: unique numbers, a warning, no negative durations', async () => {
  const { desk, ...seat } = await openSeat({ now: '2026-11-22 09:00' })
  const first = await desk.json(...call(1))
  await desk.ok('notify', '1', '--to', '王伟')
  const hour = await desk.at('2026-11-22 08:00').json(...call(2))
  const day = await desk.at('2026-11-21 09:00').json(...call(3))
  const stillBehind = await desk.at('2026-11-22 08:59').json(...call(4))
  expect([first, hour, day, stillBehind].map(({ ticket_no }) => ticket_no)).toEqual([
    'KF-20261122-0001',
    'KF-20261122-0002',
    'KF-20261121-0001',
    'KF-20261122-0003',
  ])
  expect(codes(first)).not.toContain('CLOCK_BACK')
  expect(codes(hour)).toContain('CLOCK_BACK')
  expect(codes(day)).toContain('CLOCK_BACK')
  expect(codes(stillBehind)).toContain('CLOCK_BACK')
  // What would lie before the report is refused, whatever the clock says.
  const repair = ['--by', '王伟', '--resolution', '换接头']
  expect(await desk.refused('repair', 'KF-20261122-0001', ...repair)).toMatchObject({ status: 2, code: 'TIME_ORDER' })
  expect(await desk.refused('chase', 'KF-20261122-0001')).toMatchObject({ status: 2, code: 'TIME_ORDER' })
  expect(JSON.stringify(await desk.list('list'))).not.toContain('"-')
  expect((await desk.at('2026-11-22 10:00').run('check', '--full')).out).toBe('')
  expect(seat).toEqual({})
})

test('fault 20: the same with the system’s own clock', async (context) => {
  needs(context, 'faketime')
  const seat = await openSeat()
  const logged = async (time: string, index: number): Promise<Fields> => {
    const env = { BAOXIU_NOW: '', TZ: 'UTC' }
    const { status, stdout, stderr } = await seat.run(call(index, '--json'), {
      env,
      through: ['faketime', '-f', `@${time}`],
    })
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    return JSON.parse(stdout) as Fields
  }
  const numbers = []
  for (const [index, time] of ['2026-11-22 04:00:00', '2026-11-22 03:00:00', '2026-11-21 04:00:00'].entries()) {
    numbers.push((await logged(time, index)).ticket_no)
  }
  expect(numbers).toEqual(['KF-20261122-0001', 'KF-20261122-0002', 'KF-20261121-0001'])
  await seat.sound()
})
