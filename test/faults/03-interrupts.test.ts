import { execFileSync, spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { Database } from '../sqlite.ts'
import { expect, test } from 'vitest'
import { expectInterrupted, interrupted, statusOf } from './interrupt.ts'
import { needs } from './needs.ts'
import { bookOf, call, openSeat, sleep } from './seat.ts'

test('fault 3: Ctrl-C during an import rolls back and leaves no file', async () => {
  const seat = await openSeat()
  writeFileSync(seat.path('book.csv'), bookOf(30_000))
  await expectInterrupted(seat, ['import', 'tickets', seat.path('book.csv')], 'SIGINT', 400)
  await seat.sound()
})

test('fault 3: Ctrl-C during an export to a file, to a reader that does not read', async () => {
  const seat = await openSeat({ rows: 12_000 })
  await expectInterrupted(seat, ['export', 'tickets', '-o', seat.path('out.csv')], 'SIGINT', 130)
  await expectInterrupted(seat, ['export', 'tickets'], 'SIGTERM', 500)
})

test('fault 3: the same signal again and again, as a key that bounces: still nothing is left', async () => {
  const seat = await openSeat({ rows: 12_000 })
  const before = seat.names()
  const child = seat.start(['export', 'tickets', '-o', seat.path('out.csv')])
  while (seat.names().length === before.length) await sleep(1)
  const ending = interrupted(child, 'SIGTERM', 30)
  await sleep(30)
  for (let more = 0; more < 50; more += 1) {
    await sleep(1)
    child.kill('SIGTERM')
  }
  expect(statusOf(await ending)).toBe(143)
  expect(seat.names()).toEqual(before)
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

test('fault 3: Ctrl-C while a pipe is waited for that nobody writes to, or that comes slowly', async (context) => {
  needs(context, 'mkfifo')
  const seat = await openSeat()
  const [pipe, book] = [seat.path('pipe'), seat.path('book.csv')]
  execFileSync('mkfifo', [pipe])
  writeFileSync(book, bookOf(3))
  const readers = [
    ['import', 'tickets'],
    ['import', 'staff'],
    ['duty', 'import'],
    ['import', 'tickets', book, '--map'],
  ]
  await Promise.all(readers.map((words) => expectInterrupted(seat, [...words, pipe], 'SIGINT', 600)))
  const slow = spawn('sh', ['-c', 'exec 3> "$1"; cat "$2" >&3; exec sleep 60 >&3', 'sh', pipe, book])
  await expectInterrupted(seat, ['import', 'tickets', pipe], 'SIGTERM', 600)
  slow.kill()
})

test('a pipe whose writer comes later is read to its end', async (context) => {
  needs(context, 'mkfifo')
  const seat = await openSeat()
  const [pipe, book] = [seat.path('pipe'), seat.path('book.csv')]
  execFileSync('mkfifo', [pipe])
  writeFileSync(book, bookOf(3000))
  const writer = spawn('sh', ['-c', 'sleep 1; cat "$2" > "$1"', 'sh', pipe, book])
  const { status, stderr } = await seat.run(['import', 'tickets', pipe])
  expect({ status, stderr }).toMatchObject({ status: 0 })
  expect(seat.count('ticket')).toBe(3000)
  expect(writer.exitCode).toBe(0)
})
