import { writeFileSync } from 'node:fs'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { expectInterrupted, interrupted, statusOf } from './interrupt.ts'
import { bookOf, call, openSeat } from './seat.ts'

test('fault 3: Ctrl-C during an import rolls back and leaves no file', async () => {
  const seat = await openSeat()
  writeFileSync(seat.path('book.csv'), bookOf(30_000))
  await expectInterrupted(seat, ['import', 'tickets', seat.path('book.csv')], 'SIGINT', 600)
  await seat.sound()
})

test('fault 3: Ctrl-C during an export to a file, to a reader that does not read', async () => {
  const seat = await openSeat({ rows: 12_000 })
  await expectInterrupted(seat, ['export', 'tickets', '-o', seat.path('out.csv')], 'SIGINT', 250)
  await expectInterrupted(seat, ['export', 'tickets'], 'SIGTERM', 500)
})

test('fault 3: Ctrl-C while another seat holds the database', async () => {
  const seat = await openSeat()
  const holder = new Database(seat.file)
  holder.exec('begin immediate')
  await expectInterrupted(seat, call(1), 'SIGINT', 400)
  await expectInterrupted(seat, ['handover', 'print'], 'SIGTERM', 400)
  holder.exec('rollback')
  holder.close()
  await seat.sound()
})

test('fault 3: Ctrl-C while stdin is still coming', async () => {
  const seat = await openSeat()
  const child = seat.start(['import', 'tickets', '-'], { stdin: null })
  child.stderr.resume()
  expect(statusOf(await interrupted(child, 'SIGTERM', 500))).toBe(143)
})
