import { expect, test } from 'vitest'
import { call, openSeat, together } from './seat.ts'

test('fault 4: 8 processes log at once: unique numbers without a gap, and nobody is told to come back', async () => {
  const seat = await openSeat()
  const answers = await together(8, async (index) => seat.run(call(index, '--json')))
  expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 0))
  const numbers = answers.map(({ stdout }) => (JSON.parse(stdout) as { ticket_no: string }).ticket_no)
  expect(numbers.sort()).toEqual(Array.from({ length: 8 }, (_, index) => `KF-20261122-000${index + 1}`))
  await seat.sound()
})
