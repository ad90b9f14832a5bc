import { Database } from '../sqlite.ts'
import { expect, test } from 'vitest'
import { migrations } from '../../src/store/migrations/migrations.ts'
import { call, openSeat, sha256 } from './seat.ts'

const COMMANDS = [['list'], call(1), ['check'], ['backup', 'copy.db'], ['fines', 'list'], ['export', 'tickets']]

test('fault 18: the database of a newer version is refused by its version, unchanged to the byte', async () => {
  const { desk, file } = await openSeat()
  const newer = new Database(file)
  newer.pragma('user_version = 99')
  newer.close()
  const before = sha256(file)
  for (const argv of COMMANDS) {
    expect(await desk.refused(...argv)).toMatchObject({
      status: 1,
      code: 'DB_NEWER',
      message: `${file} has version 99; this program knows up to ${migrations.length}`,
    })
  }
  expect(await desk.refused('restore', file, '--db', desk.path('new.db'))).toMatchObject({
    status: 1,
    code: 'DB_NEWER',
  })
  expect(sha256(file)).toBe(before)
})

test('fault 18: the same while a newer program is at work on it', async () => {
  const { desk, file } = await openSeat()
  const newer = new Database(file)
  newer.exec('pragma user_version = 99; create table later (a) strict'.replace('(a)', '(a text)'))
  const before = [sha256(file), sha256(`${file}-wal`)]
  for (const argv of COMMANDS) expect(await desk.refused(...argv)).toMatchObject({ status: 1, code: 'DB_NEWER' })
  expect([sha256(file), sha256(`${file}-wal`)]).toEqual(before)
  newer.close()
})
