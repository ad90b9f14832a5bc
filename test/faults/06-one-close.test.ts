import { expect, test } from 'vitest'
import { call, openSeat, together } from './seat.ts'

test('fault 6: 8 seats close one ticket: one does, the others are told who and when', async () => {
  const seat = await openSeat()
  await seat.desk.ok(...call(1))
  const close = [
    'close',
    '1',
    '--by',
    '王伟',
    '--resolution',
    '换接头',
    '--customer-signed',
    '用户1',
    '--maintainer-signed',
    '王伟',
  ]
  const answers = await together(8, async (index) => seat.run([...close, '--actor', `clerk${index}`, '--json']))
  const winner = answers.findIndex(({ status }) => status === 0)
  const losers = answers.filter((_, index) => index !== winner)
  expect(losers.map(({ status }) => status)).toEqual([4, 4, 4, 4, 4, 4, 4])
  for (const { stderr } of losers) {
    expect(stderr).toContain('"ALREADY_CLOSED"')
    expect(stderr).toContain(`by clerk${winner} at 2026-11-22 09:00`)
  }
  await seat.sound()
})
