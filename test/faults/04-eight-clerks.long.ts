import { expect, test } from 'vitest'
import { call, openSeat, together } from './seat.ts'

test('fault 4: 8 processes log 50 calls each: unique numbers without a gap, and nobody is told to come back', async () => {
  const seat = await openSeat()
  const printed = await together(8, async (clerk) => {
    const numbers: string[] = []
    for (let i = 0; i < 50; i += 1) {
      const { status, stdout } = await seat.run(call(clerk * 50 + i, '--json'))
      expect(status).toBe(0)
      numbers.push((JSON.parse(stdout) as { ticket_no: string }).ticket_no)
    }
    return numbers
  })
  const expected = Array.from({ length: 400 }, (_, index) => `KF-20261122-${String(index + 1).padStart(4, '0')}`)
  expect(printed.flat().sort()).toEqual(expected)
  await seat.sound()
})
