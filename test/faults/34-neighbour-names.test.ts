import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { bookOf, openSeat } from './seat.ts'
import { fingerprint } from '../store/folder.ts'

test('fault 34: what stands beside the office under names like our own is neither written nor removed', async () => {
  const seat = await openSeat({ rows: 5 })
  await seat.run(['backup', seat.path('copy.db')])
  const ends = ['-import', '.lock', '-lock', '.tmp', '.bak', '-draft', '.import', '.busy', '.note', '.pid']
  for (const end of ends) cpSync(seat.path('copy.db'), seat.file + end)
  writeFileSync(seat.path('.baoxiu-0b6f2f5e-1111-4222-8333-444455556666.tmp'), 'x')
  writeFileSync(seat.path('book.csv'), bookOf(300).replaceAll('2008-', '2009-'))
  const before = fingerprint(seat.folder)
  expect((await seat.run(['import', 'tickets', seat.path('book.csv')])).status).toBe(0)
  expect((await seat.run(['nightly', '--out-dir', seat.folder, '--backup-dir', seat.folder])).status).toBe(0)
  const after = fingerprint(seat.folder)
  for (const name of Object.keys(before).filter((known) => !/^office\.db(-wal|-shm)?$/.test(known)))
    expect({ name, print: after[name] }).toEqual({ name, print: before[name] })
  expect(
    Object.keys(after).filter((name) => before[name] === undefined && !/^(fines-|office-2|office\.db-)/.test(name)),
  ).toEqual([])
  expect(readFileSync(seat.file).subarray(0, 15).toString()).toBe('SQLite format 3')
})
