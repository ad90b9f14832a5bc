import { Database } from '../sqlite.ts'
import { expect, test } from 'vitest'
import { lockHolder } from './lock-holder.ts'
import { call, openSeat, sleep } from './seat.ts'

test('fault 7: another program holds the database too long: exit 5, nothing lost, and readers do not wait', async () => {
  const seat = await openSeat()
  await seat.desk.ok(...call(1))
  const holder = new Database(seat.file)
  holder.exec('begin immediate')
  const waiting = seat.run(call(2, '--json'))
  expect((await seat.run(['list'])).status).toBe(0)
  const { status, stderr, stdout } = await waiting
  expect({ status, stdout }).toEqual({ status: 5, stdout: '' })
  expect(JSON.parse(stderr)).toMatchObject({
    error: { code: 'DB_BUSY', message: `another seat is writing to ${seat.file}` },
  })
  holder.exec('commit')
  holder.close()
  expect(seat.count('ticket')).toBe(1)
  expect((await seat.run(call(2))).status).toBe(0)
  await seat.sound()
})

test('fault 7: a baoxiu that is at work for long is waited for, which is said every ten seconds', async () => {
  const seat = await openSeat()
  const { letGo } = await lockHolder(seat.file, 'baoxiu.js', 'import', 'tickets')
  const waiting = seat.run(call(1))
  await sleep(25_000)
  letGo()
  const { status, stderr } = await waiting
  expect(status).toBe(0)
  expect(stderr.match(/waiting: another seat is writing \(baoxiu import tickets, process \d+\)/g)).toHaveLength(3)
  expect(seat.count('ticket')).toBe(1)
})
