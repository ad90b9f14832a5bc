import { Database } from '../sqlite.ts'
import { expect, test } from 'vitest'
import { call, openSeat, sleep } from './seat.ts'

test('fault 7: another program holds the database for a while: writers wait, readers do not', async () => {
  const seat = await openSeat()
  const holder = new Database(seat.file)
  holder.exec('begin immediate')
  const waiting = seat.run(call(1))
  expect((await seat.run(['list'])).status).toBe(0)
  await sleep(300)
  expect(seat.count('ticket')).toBe(0)
  holder.exec('commit')
  holder.close()
  expect((await waiting).status).toBe(0)
  await seat.sound()
})
