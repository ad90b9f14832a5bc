import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  readlinkSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { expect, test } from 'vitest'
import { fingerprint } from '../store/folder.ts'
import { AS_OTHER, needs, openTo } from './needs.ts'
import { bookOf, call, openSeat, sha256 } from './seat.ts'

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

const OFFICE = ['init', '--office-code', 'KF', '--office-name', '客户部']

test('fault 22: nothing is written in the place of a database, nor of what SQLite keeps beside it', async () => {
  const { desk } = await openSeat()
  await desk.ok(...call(1))
  await desk.ok('backup', desk.path('copy.db'))
  linkSync(desk.file, desk.path('hard.csv'))
  symlinkSync('.', desk.path('here'))
  const before = fingerprint(desk.folder)
  const logs = ['office.db-wal', 'office.db-shm', 'here/office.db-journal', 'copy.db-journal']
  for (const name of ['office.db', 'copy.db', 'hard.csv', 'here/office.db', ...logs]) {
    const file = desk.path(name)
    for (const argv of [
      ['list'],
      ['check'],
      ['export', 'tickets'],
      ['export', 'journal', '--json'],
      ['slip', '1', '--format', 'html'],
      ['completion', 'bash'],
      call(2),
    ]) {
      const { status, out, err } = await desk.run(...argv, '-o', file)
      expect({ status, out, err }).toEqual({ status: 1, out: '', err: expect.stringContaining(`${file} is a `) })
      expect(err).toMatch(/CANNOT_WRITE.*name another file/s)
    }
    expect(fingerprint(desk.folder)).toEqual(before)
  }
  expect(await desk.refused('backup', desk.path('office.db-journal'))).toMatchObject({ code: 'CANNOT_WRITE' })
  await desk.ok('backup', desk.path('copy.db'))
  await desk.ok('restore', desk.path('copy.db'), '--force')
  expect(await desk.list('list')).toHaveLength(1)
})

test('fault 22: the office that is damaged, or yet to be made, is not written over either', async () => {
  const { desk } = await openSeat({ office: false })
  for (const name of ['office.db', 'office.db-wal']) {
    expect(await desk.refused(...OFFICE, '-o', desk.path(name))).toMatchObject({ code: 'CANNOT_WRITE' })
    expect(readdirSync(desk.folder)).toEqual([])
  }
  writeFileSync(desk.file, 'the rest of an office')
  for (const name of ['office.db', 'office.db-wal']) {
    expect(await desk.refused('check', '-o', desk.path(name))).toMatchObject({ code: 'CANNOT_WRITE' })
    expect(fingerprint(desk.folder)).toEqual({ 'office.db': sha256(desk.file) })
  }
})

test('fault 22: nightly is not held up by a pipe under the name of a closed month', async (context) => {
  needs(context, 'mkfifo')
  const { desk, ...seat } = await openSeat({ now: '2026-12-02 03:00' })
  await desk.ok('fines', 'close-month', '2026-11', '--by', '陈经理')
  mkdirSync(desk.path('nightly'))
  execFileSync('mkfifo', [desk.path('nightly/fines-2026-11.csv')])
  expect(await desk.refused('nightly', '--out-dir', desk.path('nightly'))).toMatchObject({ code: 'CANNOT_WRITE' })
  expect(readdirSync(desk.path('nightly'))).toEqual(['fines-2026-11.csv'])
  expect(seat).toEqual({})
})

test('fault 22: names that no disk can hold, circles of links, and folders of the system are named', async () => {
  const { desk } = await openSeat()
  symlinkSync('loop', desk.path('loop'))
  const [long, loop, book] = [desk.path('a'.repeat(300)), desk.path('loop'), desk.path('book.csv')]
  writeFileSync(book, bookOf(1))
  for (const [file, code, ...argv] of [
    [long, 'CANNOT_READ', 'import', 'tickets', long],
    [long, 'CANNOT_READ', 'list', '--db', long],
    [long, 'CANNOT_WRITE', 'list', '-o', long],
    [long, 'CANNOT_WRITE', 'import', 'tickets', book, '--dry-run', '--map-out', long],
    [long, 'CANNOT_WRITE', ...OFFICE, '--db', long],
    [loop, 'CANNOT_READ', 'import', 'tickets', loop],
    [loop, 'CANNOT_READ', 'import', 'tickets', book, '--map', loop],
    [desk.folder, 'CANNOT_READ', 'import', 'tickets', book, '--map', desk.folder],
    [`${book}/x`, 'CANNOT_READ', 'import', 'tickets', `${book}/x`],
    ['/proc/x', 'CANNOT_WRITE', 'backup', '/proc/x'],
    ['/proc/', 'CANNOT_WRITE', 'nightly', '--out-dir', '/proc'],
  ] as const) {
    const { code: found, message } = await desk.refused(...argv)
    expect({ argv, code: found, message }).toEqual({ argv, code, message: expect.stringContaining(file) })
  }
  // As long as a name may be, with the longest one of SQLite's beside it.
  await desk.ok(...OFFICE, '--db', desk.path('b'.repeat(247)))
  expect(await desk.list('list', '--db', desk.path('b'.repeat(247)))).toEqual([])
})

test('fault 22: in a folder that is gone, a file that cannot be written is named', async () => {
  const seat = await openSeat()
  const gone = ['sh', '-c', 'mkdir "$0" && cd "$0" && rmdir "$0" && exec "$@"', seat.path('gone')]
  for (const argv of [
    ['list', '-o', 'x.csv'],
    ['backup', 'x.csv'],
  ])
    expect(await seat.run(argv, { through: gone })).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/^baoxiu: CANNOT_WRITE: x\.csv /) as string,
    })
})
