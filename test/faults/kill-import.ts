import { copyFileSync, rmSync, writeFileSync } from 'node:fs'
import { expect } from 'vitest'
import { ended } from '../binary.ts'
import { bookOf, openSeat, randomBetween, sleep } from './seat.ts'
import type { Seat } from './seat.ts'

/** Kills imports at random moments: each leaves nothing or everything, and at last the same import works. */
export async function killImports(rows: number, kills: number, longest: number): Promise<void> {
  const seat = await openSeat()
  copyFileSync(seat.file, seat.path('fresh.db'))
  writeFileSync(seat.path('book.csv'), bookOf(rows))
  for (let kill = 0; kill < kills; kill += 1) {
    const child = seat.start(['import', 'tickets', seat.path('book.csv')])
    const over = ended(child)
    await sleep(randomBetween(100, longest))
    child.kill('SIGKILL')
    await over
    await seat.sound()
    expect([0, rows]).toContain(seat.count('ticket'))
    if (seat.count('ticket') === rows) startAfresh(seat)
  }
  await seat.desk.ok('import', 'tickets', seat.path('book.csv'))
  expect(seat.count('ticket')).toBe(rows)
  await seat.sound()
}

function startAfresh(seat: Seat): void {
  for (const end of ['', '-wal', '-shm']) rmSync(seat.file + end, { force: true })
  copyFileSync(seat.path('fresh.db'), seat.file)
}
