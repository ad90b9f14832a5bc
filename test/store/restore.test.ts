import {
  copyFileSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { Database } from '../sqlite.ts'
import { expect, test } from 'vitest'
import { migrations } from '../../src/store/migrations/migrations.ts'
import { openDesk } from '../desk.ts'
import type { Desk } from '../desk.ts'

/** A desk with a backup of one call, `copy.db`, and a second call after it. */
async function deskAndBackup(): Promise<Desk> {
  const desk = await openDesk()
  await logged(desk)
  await desk.ok('backup', desk.path('copy.db'))
  await logged(desk)
  return desk
}

async function logged(desk: Desk): Promise<void> {
  const call = ['--phone', '13800001234', '--name', '张三', '--address', '建设路5号', '--symptom', '无信号']
  await desk.ok('log', ...call, '--class', 'line', '--branch', 'CG', '--taken-by', '小刘')
}

const tickets = async (desk: Desk, ...more: string[]): Promise<number> => (await desk.list('list', ...more)).length
const namesIn = (folder: string): string[] => readdirSync(folder).sort()

test('restore: on a missing database it creates one, in a folder that need not exist', async () => {
  const desk = await deskAndBackup()
  const backup = readFileSync(desk.path('copy.db'))
  const target = desk.path('new/place/office.db')
  const answer = await desk.json('restore', desk.path('copy.db'), '--db', target)
  expect(answer).toMatchObject({
    file: target,
    from_file: desk.path('copy.db'),
    kept: null,
    version: migrations.length,
  })
  expect(await tickets(desk, '--db', target)).toBe(1)
  expect((statSync(target).mode & 0o777).toString(8)).toBe('600')
  expect(readFileSync(desk.path('copy.db')).equals(backup)).toBe(true)
  expect(namesIn(desk.path('new/place'))).toEqual(['office.db'])
})

test('restore: an office that exists is replaced with --force only, and kept beside its name', async () => {
  const desk = await deskAndBackup()
  expect(await desk.refused('restore', desk.path('copy.db'))).toMatchObject({ status: 4, code: 'DB_EXISTS' })
  expect(await tickets(desk)).toBe(2)
  const answer = await desk.json('restore', desk.path('copy.db'), '--force')
  const kept = desk.path('office.replaced-20261122-090000.db')
  expect(answer.kept).toBe(kept)
  expect(await tickets(desk)).toBe(1)
  expect(await tickets(desk, '--db', kept)).toBe(2)
  await desk.ok('restore', kept, '--force')
  expect(await tickets(desk)).toBe(2)
  expect(namesIn(desk.folder)).toEqual([
    'copy.db',
    'office.db',
    'office.replaced-20261122-090000-2.db',
    'office.replaced-20261122-090000.db',
  ])
})

test('restore: a seat that is at work goes on with the restored office', async () => {
  const desk = await deskAndBackup()
  const seat = new Database(desk.file)
  const count = seat.prepare('select count(*) as n from ticket')
  expect(count.get()).toEqual({ n: 2 })
  await desk.ok('restore', desk.path('copy.db'), '--force')
  expect(count.get()).toEqual({ n: 1 })
  expect(seat.pragma('integrity_check', { simple: true })).toBe('ok')
  seat.close()
  await logged(desk)
  expect(await tickets(desk)).toBe(2)
})

test('restore: waits for a seat that writes; what that seat wrote is kept', async () => {
  const desk = await deskAndBackup()
  const seat = new Database(desk.file)
  seat.exec('begin immediate')
  seat.exec(`update branch set phone = '1' where code = 'CG'`)
  const running = desk.json('restore', desk.path('copy.db'), '--force')
  await new Promise((resolve) => setTimeout(resolve, 150))
  seat.exec('commit')
  const { kept } = await running
  seat.close()
  expect(await desk.list('branch', 'list', '--db', String(kept))).toMatchObject([{ code: 'CG', phone: '1' }, {}])
  expect(await desk.list('branch', 'list')).toMatchObject([{ code: 'CG', phone: null }, {}])
})

test('restore: waits for whoever has the whole file to himself', async () => {
  const desk = await deskAndBackup()
  const seat = new Database(desk.file)
  seat.pragma('journal_mode = delete')
  seat.exec('begin exclusive')
  const running = desk.json('restore', desk.path('copy.db'), '--force')
  await new Promise((resolve) => setTimeout(resolve, 400))
  seat.exec('commit')
  seat.close()
  await running
  expect(await tickets(desk)).toBe(1)
})

test('restore: a damaged office is set aside as it is, with its log', async () => {
  const desk = await deskAndBackup()
  const damaged = readFileSync(desk.file).subarray(0, 20_000)
  writeFileSync(desk.file, damaged)
  writeFileSync(`${desk.file}-wal`, 'the rest of a log')
  const { kept } = await desk.json('restore', desk.path('copy.db'), '--force')
  expect(readFileSync(String(kept)).equals(damaged)).toBe(true)
  expect(readFileSync(`${String(kept)}-wal`, 'utf8')).toBe('the rest of a log')
  expect(await tickets(desk)).toBe(1)
  expect(namesIn(desk.folder)).toHaveLength(4)
})

test('restore: what is no good backup is refused, and nothing is changed', async () => {
  const desk = await deskAndBackup()
  const good = readFileSync(desk.path('copy.db'))
  writeFileSync(desk.path('cut.db'), good.subarray(0, good.length / 2))
  writeFileSync(desk.path('empty.db'), '')
  writeFileSync(desk.path('book.csv'), '报修时间,姓名\n')
  const newer = Buffer.from(good)
  newer.writeInt32BE(99, 60)
  writeFileSync(desk.path('newer.db'), newer)
  copyFileSync(desk.path('copy.db'), desk.path('orphan.db'))
  const orphan = new Database(desk.path('orphan.db'))
  orphan.pragma('foreign_keys = off')
  orphan.exec(`delete from branch where code = 'CG'`)
  orphan.close()
  copyFileSync(desk.path('copy.db'), desk.path('trap.db'))
  const trap = new Database(desk.path('trap.db'))
  trap.exec(`create trigger trap after insert on ticket begin delete from hold; end`)
  trap.close()
  const before = readFileSync(desk.file)
  const wrong = [
    ['cut.db', 'DB_DAMAGED'],
    ['empty.db', 'DB_FOREIGN'],
    ['book.csv', 'DB_FOREIGN'],
    ['newer.db', 'DB_NEWER'],
    ['orphan.db', 'DB_DAMAGED'],
    ['trap.db', 'DB_ALTERED'],
    ['none.db', 'DB_MISSING'],
    ['office.db', 'INVALID_VALUE'],
  ] as const
  for (const [name, code] of wrong) {
    expect(await desk.refused('restore', desk.path(name), '--force')).toMatchObject({ code })
  }
  expect(readFileSync(desk.file).equals(before)).toBe(true)
  expect(namesIn(desk.folder).filter((name) => name.includes('replaced') || name.startsWith('.'))).toEqual([])
})

test('restore: the log of a database that is gone is not written into the new one', async () => {
  const desk = await deskAndBackup()
  renameSync(desk.file, desk.path('gone.db'))
  writeFileSync(`${desk.file}-wal`, 'the log of gone.db')
  expect(await desk.refused('restore', desk.path('copy.db'))).toMatchObject({ status: 1, code: 'CANNOT_WRITE' })
  expect(await desk.refused('init', '--office-code', 'KF', '--office-name', '客户部')).toMatchObject({
    code: 'CANNOT_WRITE',
  })
  expect(namesIn(desk.folder)).toEqual(['copy.db', 'gone.db', 'office.db-wal'])
})

test('restore: a folder or a broken link in the place of the database is not touched', async () => {
  const desk = await deskAndBackup()
  mkdirSync(desk.path('folder.db'))
  symlinkSync(desk.path('nowhere'), desk.path('link.db'))
  for (const name of ['folder.db', 'link.db']) {
    const answer = await desk.refused('restore', desk.path('copy.db'), '--db', desk.path(name), '--force')
    expect(answer).toMatchObject({ status: 1, code: 'CANNOT_WRITE' })
  }
})
