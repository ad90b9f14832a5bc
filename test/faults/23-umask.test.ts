import { mkdirSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { bookOf, modeOf, openSeat } from './seat.ts'

test('fault 23: umask 000: whatever the program makes is for its owner alone', async () => {
  const seat = await openSeat({ office: false })
  const open = { through: ['sh', '-c', 'umask 000; exec "$@"', 'sh'] }
  const run = async (...argv: string[]): Promise<void> => {
    const { status, stderr } = await seat.run(argv, open)
    expect({ argv, status, stderr: status === 0 || status === 3 ? '' : stderr }).toMatchObject({ stderr: '' })
  }
  writeFileSync(seat.path('book.csv'), `${bookOf(3)}13月,坏,,,,,,,\n`)
  await run('init', '--office-code', 'KF', '--office-name', '客户部')
  await run('branch', 'add', 'CG', '城关', '--area', 'urban')
  await run('staff', 'add', '王伟', '--branch', 'CG')
  await run('import', 'tickets', seat.path('book.csv'))
  await run('export', 'tickets', '-o', seat.path('out.csv'))
  await run('backup', seat.path('copy.db'))
  mkdirSync(seat.path('nightly'))
  await run('nightly', '--out-dir', seat.path('nightly'))
  await run('restore', seat.path('copy.db'), '--force')
  await run('restore', seat.path('copy.db'), '--db', seat.path('new/office.db'))
  const made = ['office.db', 'out.csv', 'copy.db', 'book.csv.rejects.csv', 'nightly/fines-2026-11.csv', 'new/office.db']
  const kept = seat.names().filter((name) => name.includes('replaced'))
  expect(kept).toHaveLength(1)
  expect([...made, ...kept].map((name) => modeOf(seat.path(name)))).toEqual([...made, ...kept].map(() => '600'))
  expect(modeOf(seat.path('new'))).toBe('700')
})
