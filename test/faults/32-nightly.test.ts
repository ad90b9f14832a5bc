import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { call, openSeat, sha256, together } from './seat.ts'
import type { Seat } from './seat.ts'

async function lateSeat(): Promise<Seat> {
  const seat = await openSeat({ now: '2026-10-30 09:00' })
  for (let i = 0; i < 3; i += 1) await seat.desk.ok(...call(i))
  await seat.desk.at('2026-11-20 09:00').ok(...call(9))
  mkdirSync(seat.path('out'))
  return seat
}

const hashes = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder)
      .sort()
      .map((name) => [name, sha256(join(folder, name))]),
  )

test('fault 32: nightly twice at once: whole files and no others', async () => {
  const seat = await lateSeat()
  seat.desk.at('2026-11-22 03:00')
  const answers = await together(2, async () => seat.run(['nightly', '--out-dir', seat.path('out')]))
  for (const { status, stdout, stderr } of answers)
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '', stderr: '' })
  const first = hashes(seat.path('out'))
  expect(Object.keys(first)).toEqual(
    ['2026-10', '2026-11']
      .flatMap((month) => [`fines-${month}.csv`])
      .concat(['fines-summary-2026-10.csv', 'fines-summary-2026-11.csv']),
  )
  await seat.desk.ok('nightly', '--out-dir', seat.path('out'))
  expect(hashes(seat.path('out'))).toEqual(first)
})

test('fault 32: missed for three nights, and at 23:59:59: the same facts give the same bytes', async () => {
  const seat = await lateSeat()
  for (const name of ['each', 'once']) mkdirSync(seat.path(name))
  for (const now of ['2026-11-28 03:00', '2026-11-29 03:00', '2026-11-30 03:00', '2026-11-30 23:59:59']) {
    await seat.desk.at(now).ok('nightly', '--out-dir', seat.path('each'))
  }
  await seat.desk.at('2026-11-30 23:59:59').ok('nightly', '--out-dir', seat.path('once'))
  expect(hashes(seat.path('each'))).toEqual(hashes(seat.path('once')))
  // A second later it is another month, and the last one may still change.
  await seat.desk.at('2026-12-01 00:00:00').ok('nightly', '--out-dir', seat.path('once'))
  expect(Object.keys(hashes(seat.path('once')))).toContain('fines-2026-12.csv')
})

test('fault 32: nightly takes its backup first: where the office is damaged, no file is replaced', async () => {
  const { desk } = await lateSeat()
  mkdirSync(desk.path('backups'))
  const nightly = ['nightly', '--out-dir', desk.path('out'), '--backup-dir', desk.path('backups'), '--keep', '2']
  for (const now of ['2026-11-20 03:00', '2026-11-21 03:00', '2026-11-22 03:00']) {
    expect(await desk.at(now).run(...nightly)).toMatchObject({ status: 0, out: '', err: '' })
  }
  const taken = ['office-20261121-030000.db', 'office-20261122-030000.db']
  expect(readdirSync(desk.path('backups')).sort()).toEqual(taken)
  const before = hashes(desk.path('out'))
  const pages = readFileSync(desk.file)
  for (let page = 5; page < pages.length / 4096; page += 1) pages.writeUInt16BE(0xffff, page * 4096 + 3)
  writeFileSync(desk.file, pages)
  expect(await desk.at('2026-11-23 03:00').refused(...nightly)).toMatchObject({ status: 1, code: 'DB_DAMAGED' })
  expect(readdirSync(desk.path('backups')).sort()).toEqual(taken)
  expect(hashes(desk.path('out'))).toEqual(before)
})
