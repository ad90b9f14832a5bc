import { execFileSync } from 'node:child_process'
import { chmodSync, lstatSync, mkdirSync, readFileSync, readlinkSync, symlinkSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { AS_OTHER, needs, openTo } from './needs.ts'
import { call, openSeat } from './seat.ts'

test('fault 22: never through a link, into a pipe or over a folder', async (context) => {
  needs(context, 'mkfifo')
  const { desk } = await openSeat()
  await desk.ok(...call(1))
  mkdirSync(desk.path('nightly'))
  writeFileSync(desk.path('victim'), 'precious')
  for (const name of ['link', 'nightly/fines-2026-11.csv']) symlinkSync(desk.path('victim'), desk.path(name))
  symlinkSync(desk.path('nowhere'), desk.path('broken'))
  execFileSync('mkfifo', [desk.path('pipe')])
  mkdirSync(desk.path('folder'))
  for (const name of ['link', 'broken', 'pipe', 'folder']) {
    for (const argv of [
      ['export', 'tickets', '-o', desk.path(name)],
      ['list', '-o', desk.path(name)],
      ['backup', desk.path(name)],
    ]) {
      const { code, message } = await desk.refused(...argv)
      expect({ code, message }).toEqual({ code: 'CANNOT_WRITE', message: expect.stringContaining(desk.path(name)) })
    }
  }
  expect(await desk.refused('nightly', '--out-dir', desk.path('nightly'))).toMatchObject({ code: 'CANNOT_WRITE' })
  expect(readFileSync(desk.path('victim'), 'utf8')).toBe('precious')
  expect(readlinkSync(desk.path('broken'))).toBe(desk.path('nowhere'))
  expect(lstatSync(desk.path('pipe')).isFIFO()).toBe(true)
})

test('fault 22: a file that somebody else closed to us is not replaced', async (context) => {
  needs(context, 'setpriv')
  const seat = await openSeat()
  openTo(seat.folder)
  for (const [path, mode] of [
    [seat.file, 0o666],
    [seat.folder, 0o777],
  ] as const)
    chmodSync(path, mode)
  writeFileSync(seat.path('theirs.csv'), 'precious')
  chmodSync(seat.path('theirs.csv'), 0o444)
  const { status, stderr } = await seat.run(['export', 'tickets', '-o', seat.path('theirs.csv')], { through: AS_OTHER })
  expect({ status, stderr }).toEqual({
    status: 1,
    stderr: expect.stringMatching(/^baoxiu: CANNOT_WRITE: .*theirs\.csv may not be written/),
  })
  expect(readFileSync(seat.path('theirs.csv'), 'utf8')).toBe('precious')
})
