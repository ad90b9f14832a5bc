import { mkdirSync, readFileSync, readdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs'
import { Database } from '../sqlite.ts'
import { expect, test } from 'vitest'
import { SHANGHAI } from '../../src/kernel/zone.ts'
import { backUpInto } from '../../src/store/backup.ts'
import { A_CALL, openDesk } from '../desk.ts'
import type { Desk } from '../desk.ts'

const REFUSED = { status: 1, code: 'CANNOT_WRITE' }
const namesIn = (folder: string): string[] => readdirSync(folder).sort()
const logged = (desk: Desk): Promise<string> => desk.ok('log', ...A_CALL, '--class', 'line', '--branch', 'CG')

test('backup --keep: whoever takes backups at the same time leaves the newest, and nobody fails', async () => {
  const desk = await openDesk()
  mkdirSync(desk.path('b'))
  const signal = new AbortController().signal
  for (let round = 0; round < 5; round += 1) {
    const at = (second: number) => ({ zone: SHANGHAI, now: 1_795_310_000 + round * 10 + second })
    const seconds = round % 2 === 0 ? [0, 1, 2, 3] : [3, 2, 1, 0]
    const taken = await Promise.all(
      seconds.map((second) => backUpInto(desk.file, desk.path('b'), 1, at(second), signal)),
    )
    const newest = taken.map(({ file }) => file).sort()[3]
    expect(namesIn(desk.path('b')).map((name) => desk.path(`b/${name}`))).toContain(newest)
    expect(taken.map(({ bytes }) => bytes)).not.toContain(0)
  }
  await desk.at('2026-11-30 03:00').ok('backup', '--dir', desk.path('b'), '--keep', '1')
  expect(namesIn(desk.path('b'))).toEqual(['office-20261130-030000.db'])
})

test('backup --keep: the office itself stays, under whatever name it is worked on', async () => {
  const desk = await openDesk()
  mkdirSync(desk.path('b'))
  const office = desk.path('b/office-20200101-030000.db')
  renameSync(desk.file, office)
  symlinkSync(office, desk.file)
  await desk.at('2026-11-23 03:00').ok('backup', '--dir', desk.path('b'), '--keep', '1')
  const { removed } = await desk.at('2026-11-24 03:00').json('backup', '--dir', desk.path('b'), '--keep', '1')
  expect(removed).toEqual([{ file: desk.path('b/office-20261123-030000.db') }])
  expect(namesIn(desk.path('b')).filter((name) => name.endsWith('.db'))).toEqual([
    'office-20200101-030000.db',
    'office-20261124-030000.db',
  ])
  await desk.ok('check')
})

test('backup --keep: a backup that somebody has opened stays', async () => {
  const desk = await openDesk()
  mkdirSync(desk.path('b'))
  await desk.at('2026-11-23 03:00').ok('backup', '--dir', desk.path('b'))
  const old = desk.path('b/office-20261123-030000.db')
  const seat = new Database(old)
  seat.pragma('journal_mode = wal')
  seat.exec(`update branch set phone = '1' where code = 'CG'`)
  expect(await desk.at('2026-11-24 03:00').json('backup', '--dir', desk.path('b'), '--keep', '1')).toMatchObject({
    removed: [],
  })
  seat.close()
})

test('backup: a log that was left over would be written into the new file: refused before anything is done', async () => {
  const desk = await openDesk()
  mkdirSync(desk.path('b'))
  for (const [name, ...argv] of [
    ['copy.db', desk.path('copy.db')],
    ['b/office-20261122-090000.db', '--dir', desk.path('b')],
  ]) {
    for (const end of ['-wal', '-journal']) {
      const log = desk.path(`${name}${end}`)
      writeFileSync(log, 'of another database')
      expect(await desk.refused('backup', ...argv)).toMatchObject(REFUSED)
      expect(readFileSync(log, 'utf8')).toBe('of another database')
      renameSync(log, desk.path('away'))
    }
    await desk.ok('backup', ...argv)
  }
  writeFileSync(desk.path('copy.db-journal'), 'of another database')
  const before = readFileSync(desk.path('copy.db'))
  expect(await desk.refused('backup', desk.path('copy.db'))).toMatchObject(REFUSED)
  expect(readFileSync(desk.path('copy.db')).equals(before)).toBe(true)
})

test('backup: another office is not replaced, though it was made in the same second by the same person', async () => {
  const [desk, other] = [await openDesk(), await openDesk()]
  await logged(other)
  const theirs = readFileSync(other.file)
  for (let calls = 0; calls < 3; calls += 1) {
    expect(await desk.refused('backup', other.file)).toMatchObject({ ...REFUSED, hint: 'name another file' })
    await desk.at(`2026-11-22 10:0${calls}`).ok('log', ...A_CALL, '--class', 'line', '--branch', 'XZ')
  }
  expect(readFileSync(other.file).equals(theirs)).toBe(true)
})

test('backup: one that is newer than what was restored since is replaced, and makes room', async () => {
  const desk = await openDesk()
  mkdirSync(desk.path('b'))
  await desk.ok('backup', desk.path('old.db'))
  await logged(desk)
  await logged(desk)
  await desk.ok('backup', desk.path('copy.db'))
  await desk.ok('backup', '--dir', desk.path('b'))
  desk.at('2026-11-22 11:00')
  await desk.ok('restore', desk.path('old.db'), '--force')
  await desk.ok('log', ...A_CALL, '--class', 'network', '--branch', 'XZ')
  await desk.ok('backup', desk.path('copy.db'))
  await desk.ok('backup', '--dir', desk.path('b'), '--keep', '1')
  expect(namesIn(desk.path('b'))).toEqual(['office-20261122-110000.db'])
  expect(await desk.list('list', '--db', desk.path('copy.db'))).toHaveLength(1)
})

test('backup, restore: a name that no disk can hold, and a file for a folder, are called by their names', async () => {
  const desk = await openDesk()
  writeFileSync(desk.path('some.txt'), '')
  await desk.ok('backup', desk.path('copy.db'))
  for (const wrong of [desk.path('a'.repeat(300)), desk.path('a'.repeat(253)), desk.path('some.txt/x.db')]) {
    for (const argv of [
      ['backup', wrong],
      ['backup', '--dir', wrong],
      ['restore', wrong, '--force'],
      ['restore', desk.path('copy.db'), '--db', wrong],
      ['restore', desk.path('copy.db'), '--db', wrong, '--force'],
    ]) {
      const { code, message } = await desk.refused(...argv)
      expect({ argv, code, message }).toMatchObject({
        code: expect.stringMatching(/^(CANNOT_WRITE|CANNOT_READ|DB_MISSING)$/) as string,
        message: expect.stringMatching(/aaa|some\.txt/) as string,
      })
    }
  }
})

test('backup, restore: much damage is told in one line', async () => {
  const desk = await openDesk()
  for (let i = 0; i < 30; i += 1) await logged(desk)
  await desk.ok('backup', desk.path('copy.db'))
  const roots = desk.rows(
    `select name, rootpage from sqlite_schema where tbl_name = 'ticket' and type = 'index' and sql is not null limit 2`,
  )
  const copy = new Database(desk.path('copy.db'))
  copy.unsafeMode()
  copy.pragma('writable_schema = on')
  // Each of two indexes stands where the other belongs: every row is missing in both.
  for (const [i, { name }] of roots.entries())
    copy.prepare('update sqlite_schema set rootpage = ? where name = ?').run(roots[1 - i]?.['rootpage'], name)
  copy.close()
  const { code, message } = await desk.refused('restore', desk.path('copy.db'), '--db', desk.path('new.db'))
  expect(code).toBe('DB_DAMAGED')
  expect(message).toMatch(/^[^\n]* \(and \d+ more\)$/)
  expect(message.length).toBeLessThan(300)
})
