import { copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { Database } from '../sqlite.ts'
import { afterEach, expect, test } from 'vitest'
import { openDesk, program } from '../desk.ts'
import type { Desk } from '../desk.ts'
import { APPLICATION_ID } from '../../src/store/file-header.ts'

// A version of tomorrow, for as long as a test runs.
const later = program.migrations as string[]
const released = later.length

afterEach(() => {
  later.length = released
})

const versionOf = (file: string): number => {
  const db = new Database(file, { readonly: true })
  try {
    return Number(db.pragma('user_version', { simple: true }))
  } finally {
    db.close()
  }
}

test('migration: the old version is kept beside the new one, which has everything', async () => {
  const desk = await openDesk()
  later.push('create table extra (a text primary key) strict;')
  expect(await desk.list('branch', 'list')).toHaveLength(2)
  expect(versionOf(desk.file)).toBe(released + 1)
  expect(versionOf(desk.path(`office.v${released}.db`))).toBe(released)
})

/** The same office as the first version had it. */
function asFirstVersion(desk: Desk): void {
  const tables = ['counter', 'setting', 'rule', 'branch', 'staff', 'journal']
  const rows = tables.map((table) => [table, desk.rows(`select * from ${table}`)] as const)
  for (const end of ['', '-wal', '-shm']) rmSync(desk.file + end, { force: true })
  const db = new Database(desk.file)
  db.exec(`${later[0]}; pragma application_id = ${APPLICATION_ID}; pragma user_version = 1`)
  for (const [table, all] of rows)
    for (const row of all) {
      const places = Object.keys(row)
        .map(() => '?')
        .join(', ')
      db.prepare(`insert into ${table} values (${places})`).run(...Object.values(row))
    }
  db.close()
}

test('an office of the first version gets what the second one adds, and is sound', async () => {
  const desk = await openDesk({ now: '2026-11-21 09:00:00' })
  asFirstVersion(desk)
  expect(versionOf(desk.file)).toBe(1)
  await desk.ok('branch', 'list')
  expect(await desk.run('check', '--full')).toMatchObject({ status: 0 })
  expect(versionOf(desk.file)).toBe(released)
  const triggers = desk.rows(`select name from sqlite_schema where name like '%append_only_replace'`)
  expect(triggers).toHaveLength(4)
  const board = `explain query plan select * from ticket where repaired_at is not null and closed_at is null
    and void_at is null order by repaired_at, ticket_no limit 50`
  expect(desk.rows(board)).toMatchObject([{ detail: expect.stringContaining('ticket_slip_out') as string }])
})

test('check changes nothing, not even the version', async () => {
  const desk = await openDesk()
  later.push('create table extra (a text primary key) strict;')
  const before = readFileSync(desk.file)
  const { status, err } = await desk.run('check')
  expect({ status, err }).toEqual({ status: 0, err: expect.stringContaining(`older version ${released}`) as string })
  expect(readFileSync(desk.file)).toEqual(before)
  expect(existsSync(desk.path(`office.v${released}.db`))).toBe(false)
})

test('check leaves a backup to the byte as it is', async () => {
  const desk = await openDesk()
  await desk.ok('backup', desk.path('copy.db'))
  const before = readFileSync(desk.path('copy.db'))
  expect(await desk.run('check', '--full', '--db', desk.path('copy.db'))).toMatchObject({ status: 0 })
  expect(readFileSync(desk.path('copy.db'))).toEqual(before)
})

test('migration: one that fails half-way changes nothing, and the next one gets through', async () => {
  const desk = await openDesk()
  later.push(
    `create table extra (a text primary key) strict; update setting set value = 'x'; insert into nowhere values (1);`,
  )
  expect(await desk.run('branch', 'list')).toMatchObject({ status: 1 })
  expect(versionOf(desk.file)).toBe(released)
  expect(desk.rows(`select value from setting where key = 'office_code'`)).toEqual([{ value: 'KF' }])
  later.length = released
  later.push('create table extra (a text primary key) strict;')
  expect(await desk.list('branch', 'list')).toHaveLength(2)
  expect(versionOf(desk.file)).toBe(released + 1)
})

test('migration: without a backup there is none, and what is in its way is to be moved', async () => {
  const desk = await openDesk()
  writeFileSync(desk.path(`office.v${released}.db`), 'something else')
  later.push('create table extra (a text primary key) strict;')
  expect(await desk.refused('branch', 'list')).toEqual({
    status: 1,
    code: 'CANNOT_WRITE',
    message: expect.stringContaining(`office.v${released}.db exists and is not a good backup of this office`) as string,
    hint: 'before an older office is brought up to date it is kept under this name: move that file to another folder and run it again',
  })
  expect(versionOf(desk.file)).toBe(released)
  expect(readFileSync(desk.path(`office.v${released}.db`), 'utf8')).toBe('something else')
})

test('migration: a backup of the old version is restored and brought up to date', async () => {
  const desk = await openDesk()
  await desk.ok('backup', desk.path('old.db'))
  copyFileSync(desk.path('old.db'), desk.path('reference.db'))
  later.push('create table extra (a text primary key) strict;')
  await desk.ok('restore', desk.path('old.db'), '--db', desk.path('new.db'))
  expect(versionOf(desk.path('new.db'))).toBe(released + 1)
  expect(readFileSync(desk.path('old.db')).equals(readFileSync(desk.path('reference.db')))).toBe(true)
  expect(existsSync(desk.path(`new.v${released}.db`))).toBe(true)
})
