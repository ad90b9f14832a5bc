import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { Database } from '../sqlite.ts'
import { expect, test } from 'vitest'
import { migrations } from '../../src/store/migrations/migrations.ts'
import { openDesk } from '../desk.ts'
import type { Desk } from '../desk.ts'

async function deskWithCall(): Promise<Desk> {
  const desk = await openDesk()
  await logged(desk)
  return desk
}

async function logged(desk: Desk): Promise<string> {
  const call = ['--phone', '13800001234', '--name', '张三', '--address', '建设路5号', '--symptom', '无信号']
  return String((await desk.json('log', ...call, '--class', 'line', '--branch', 'CG', '--taken-by', '小刘')).ticket_no)
}

const tickets = (file: string): number => {
  const db = new Database(file, { readonly: true })
  try {
    return (db.prepare('select count(*) as n from ticket').get() as { n: number }).n
  } finally {
    db.close()
  }
}

const contentOf = (file: string): Buffer | string[] =>
  statSync(file).isFile() ? readFileSync(file) : readdirSync(file)
const modeOf = (file: string): string => (statSync(file).mode & 0o777).toString(8)
const namesIn = (folder: string): string[] => readdirSync(folder).sort()

test('backup FILE: a whole database that stands alone, mode 0600, nothing left beside it', async () => {
  const desk = await deskWithCall()
  const answer = await desk.json('backup', desk.path('copy.db'))
  expect(answer).toMatchObject({ file: desk.path('copy.db'), version: migrations.length, removed: [] })
  expect(answer.bytes).toBe(statSync(desk.path('copy.db')).size)
  expect(modeOf(desk.path('copy.db'))).toBe('600')
  expect(tickets(desk.path('copy.db'))).toBe(1)
  // Neither a write-ahead log nor the flag that asks for one.
  expect([...readFileSync(desk.path('copy.db')).subarray(18, 20)]).toEqual([1, 1])
  expect(namesIn(desk.folder)).toEqual(['copy.db', 'office.db'])
  expect(answer.entries).toBe(desk.rows('select max(entry) as n from journal')[0]?.n)
})

test('backup FILE: an earlier backup of the same office is replaced', async () => {
  const desk = await deskWithCall()
  await desk.ok('backup', desk.path('copy.db'))
  await logged(desk)
  await desk.ok('backup', desk.path('copy.db'))
  expect(tickets(desk.path('copy.db'))).toBe(2)
})

test('backup FILE: the office itself, another office, a database in use and other files are never replaced', async () => {
  const desk = await deskWithCall()
  const other = await openDesk({ now: '2026-11-22 09:30' })
  await logged(other)
  const inUse = new Database(other.file)
  inUse.prepare('select 1 from ticket').get()
  writeFileSync(desk.path('notes.txt'), 'notes')
  writeFileSync(desk.path('empty.db'), '')
  symlinkSync(desk.path('notes.txt'), desk.path('link.db'))
  mkdirSync(desk.path('folder'))
  for (const target of [
    desk.file,
    other.file,
    ...['notes.txt', 'empty.db', 'link.db', 'folder'].map((n) => desk.path(n)),
  ]) {
    const before = contentOf(target)
    expect(await desk.refused('backup', target)).toMatchObject({ status: 1, code: 'CANNOT_WRITE' })
    expect(contentOf(target)).toEqual(before)
  }
  inUse.close()
  expect((await desk.refused('backup', desk.path('nowhere/copy.db'))).message).toContain('no folder')
  expect(namesIn(desk.folder)).toEqual(['empty.db', 'folder', 'link.db', 'notes.txt', 'office.db'])
})

test('backup --dir --keep: named by the time; the oldest of this office go, the one just taken never', async () => {
  const desk = await deskWithCall()
  mkdirSync(desk.path('b'))
  writeFileSync(desk.path('b/office-notes.db'), 'not a backup')
  writeFileSync(desk.path('b/office-20200101-000000.db'), 'not one either')
  const other = await openDesk({ now: '2026-01-01 09:00' })
  await other.ok('backup', '--dir', desk.path('b'))
  const take = (at: string, keep: string) => desk.at(at).json('backup', '--dir', desk.path('b'), '--keep', keep)
  await take('2026-11-22 09:01', '9')
  await take('2026-11-23 03:00', '9')
  const third = await take('2026-11-24 03:00:00', '2')
  expect(third.file).toBe(desk.path('b/office-20261124-030000.db'))
  expect(third.removed).toEqual([{ file: desk.path('b/office-20261122-090100.db') }])
  // The clock was set back: what is newer by name may be the work of somebody whose clock is right.
  expect(await take('2026-11-20 03:00', '1')).toMatchObject({ removed: [] })
  expect(namesIn(desk.path('b'))).toEqual([
    'office-20200101-000000.db',
    'office-20260101-090000.db',
    'office-20261120-030000.db',
    'office-20261123-030000.db',
    'office-20261124-030000.db',
    'office-notes.db',
  ])
  expect(tickets(desk.path('b/office-20261120-030000.db'))).toBe(1)
})

test('backup: FILE or --dir, and --keep with --dir only', async () => {
  const desk = await openDesk()
  expect(await desk.refused('backup')).toMatchObject({ status: 2, code: 'USAGE' })
  expect(await desk.refused('backup', 'x.db', '--dir', desk.folder)).toMatchObject({ status: 2, code: 'USAGE' })
  expect(await desk.refused('backup', 'x.db', '--keep', '3')).toMatchObject({ status: 2, code: 'USAGE' })
  expect(await desk.refused('backup', '--dir', desk.path('none'))).toMatchObject({ status: 1, code: 'CANNOT_WRITE' })
})

test('backup: a damaged office does not replace its good backup', async () => {
  const desk = await deskWithCall()
  await desk.ok('backup', desk.path('copy.db'))
  const good = readFileSync(desk.path('copy.db'))
  const pages = readFileSync(desk.file)
  // Every page but the first: whatever the pages hold, something no longer fits.
  for (let page = 1; page < pages.length / 4096; page += 1) pages.writeUInt16BE(0xffff, page * 4096 + 3)
  writeFileSync(desk.file, pages)
  for (const argv of [
    ['backup', desk.path('copy.db')],
    ['backup', '--dir', desk.folder, '--keep', '1'],
  ]) {
    expect(await desk.refused(...argv)).toMatchObject({ status: 1, code: 'DB_DAMAGED' })
  }
  expect(readFileSync(desk.path('copy.db')).equals(good)).toBe(true)
  expect(namesIn(desk.folder)).toEqual(['copy.db', 'office.db'])
})

test('backup: an interrupted one leaves nothing', async () => {
  const desk = await deskWithCall()
  const running = desk.run('backup', desk.path('copy.db'))
  desk.abort()
  expect((await running).status).toBe(130)
  expect(existsSync(desk.path('copy.db'))).toBe(false)
  expect(namesIn(desk.folder)).toEqual(['office.db'])
})
