import { appendFileSync, readFileSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { TestContext } from 'vitest'
import { needs, smallDisk } from './needs.ts'
import { Seat, bookOf, call, openSeat } from './seat.ts'

/** An office on a disk of its own. */
async function seatOnDisk(context: TestContext, size: string): Promise<Seat> {
  needs(context, 'root', 'mount')
  const { desk } = await openSeat()
  await desk.ok(...call(0))
  const disk = smallDisk(desk.path('disk'), size)
  writeFileSync(join(disk, 'office.db'), readFileSync(desk.file))
  desk.env['BAOXIU_DB'] = join(disk, 'office.db')
  return new Seat(Object.assign(desk, { folder: disk, file: join(disk, 'office.db') }))
}

/** Leaves so many bytes free. */
function fillBut(seat: Seat, free: number): void {
  const { bavail, bsize } = statfsSync(seat.folder)
  appendFileSync(seat.path('filler'), Buffer.alloc(Math.max(0, bavail * bsize - free), 1))
}

const FULL = { status: 1, code: 'DISK_FULL' }

async function refused(seat: Seat, ...argv: string[]): Promise<unknown> {
  const { status, stderr } = await seat.run([...argv, '--json'])
  const { error } = JSON.parse(stderr.trimEnd().split('\n').at(-1) ?? '') as { error: { code: string } }
  return { status, code: error.code }
}

test('fault 8: a full disk during log, import and close: one sentence, nothing changed, works once there is room', async (context) => {
  const seat = await seatOnDisk(context, '6m')
  const close = ['close', '1', '--no-slip', '--reason', '电话指导', '--by', '王伟', '--resolution', '重启']
  writeFileSync(seat.path('book.csv'), bookOf(5000))
  fillBut(seat, 40_000)
  expect(await refused(seat, 'import', 'tickets', seat.path('book.csv'))).toEqual(FULL)
  expect(seat.count('ticket')).toBe(1)
  fillBut(seat, 0)
  expect(await refused(seat, ...call(1))).toEqual(FULL)
  expect(await refused(seat, ...close)).toEqual(FULL)
  rmSync(seat.path('filler'))
  await seat.sound()
  expect(seat.names()).toEqual(['book.csv', 'office.db'])
  for (const argv of [call(1), close]) expect((await seat.run(argv)).status).toBe(0)
  expect(seat.count('ticket')).toBe(2)
})

test('fault 9: not one byte free: what only reads works, or says so', async (context) => {
  const seat = await seatOnDisk(context, '1m')
  fillBut(seat, 0)
  for (const argv of [['list'], ['board'], ['export', 'tickets'], ['check']]) {
    const { status, stdout, stderr } = await seat.run(argv)
    const answer = status === 0 ? stdout : stderr
    expect(answer).toMatch(status === 0 ? /./ : /^baoxiu: DISK_FULL: /)
  }
  rmSync(seat.path('filler'))
  await seat.sound()
})

test('fault 10: a full disk during export, nightly and backup: the old file is intact, and there is no half one', async (context) => {
  const seat = await seatOnDisk(context, '3m')
  for (let i = 1; i < 60; i += 1) await seat.desk.ok(...call(i))
  await seat.desk.ok('backup', seat.path('copy.db'))
  const backup = readFileSync(seat.path('copy.db'))
  for (const name of ['out.csv', 'fines-2026-11.csv', 'fines-summary-2026-11.csv'])
    writeFileSync(seat.path(name), 'old')
  const names = [...seat.names(), 'filler'].sort()
  fillBut(seat, 0)
  expect(await refused(seat, 'export', 'tickets', '-o', seat.path('out.csv'))).toEqual(FULL)
  expect(await refused(seat, 'nightly', '--out-dir', seat.folder)).toEqual(FULL)
  expect(await refused(seat, 'backup', seat.path('copy.db'))).toEqual(FULL)
  expect(seat.names()).toEqual(names)
  expect(readFileSync(seat.path('copy.db')).equals(backup)).toBe(true)
  for (const name of ['out.csv', 'fines-2026-11.csv']) expect(readFileSync(seat.path(name), 'utf8')).toBe('old')
})

test('fault 10: the full disk that is named is the one that is full', async (context) => {
  needs(context, 'root', 'mount')
  const seat = await openSeat()
  const disk = smallDisk(seat.path('disk'), '64k')
  const { stderr } = await seat.run(['backup', join(disk, 'copy.db')])
  expect(stderr).toMatch(new RegExp(`^baoxiu: DISK_FULL: .*${disk}`))
  expect(readdirSync(disk)).toEqual([])
})

test('fault 8: a nearly full disk during init: an office that is whole, or none', async (context) => {
  needs(context, 'root', 'mount')
  const { desk } = await openSeat()
  const disk = smallDisk(desk.path('disk'), '4m')
  desk.env['BAOXIU_DB'] = join(disk, 'office.db')
  const seat = new Seat(Object.assign(desk, { folder: disk, file: join(disk, 'office.db') }))
  const statuses = []
  for (const pages of [60, 110, 130, 150, 400]) {
    fillBut(seat, pages * 4096)
    const { status } = await seat.run(['init', '--office-code', 'KF', '--office-name', 'x'])
    statuses.push(status)
    rmSync(seat.path('filler'))
    if (status === 0) await seat.sound()
    expect(seat.names()).toEqual(status === 0 ? ['office.db'] : [])
    rmSync(seat.file, { force: true })
  }
  expect(statuses[0]).toBe(1)
  expect(statuses.at(-1)).toBe(0)
})

test('fault 10: an export that reads from one disk and writes to another names the one that is full', async (context) => {
  needs(context, 'root', 'mount')
  const seat = await openSeat()
  for (let i = 1; i < 40; i += 1) await seat.desk.ok(...call(i))
  const disk = smallDisk(seat.path('disk'), '4k')
  const { stderr } = await seat.run(['export', 'tickets', '-o', join(disk, 'out.csv')])
  expect(stderr).toMatch(new RegExp(`^baoxiu: DISK_FULL: .*${disk}`))
})
