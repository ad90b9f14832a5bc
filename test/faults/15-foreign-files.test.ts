import { mkdirSync, writeFileSync } from 'node:fs'
import { Database } from '../sqlite.ts'
import { expect, test } from 'vitest'
import { call, openSeat, sha256 } from './seat.ts'

const COMMANDS = [
  ['list'],
  call(1),
  ['check'],
  ['backup', 'copy.db'],
  ['nightly', '--out-dir', '.'],
  ['init', '--office-code', 'KF', '--office-name', 'x'],
]

test('fault 15: a folder, an empty file, a book and another program’s database are refused, unchanged to the byte', async () => {
  const { desk } = await openSeat()
  writeFileSync(desk.path('empty.db'), '')
  writeFileSync(desk.path('book.csv'), '报修时间,姓名\n2008-01-01,张三\n')
  const other = new Database(desk.path('other.db'))
  other.exec('pragma journal_mode = wal; create table ticket (ticket_no text); insert into ticket values (1)')
  other.close()
  const busy = new Database(desk.path('busy.db'))
  busy.exec('pragma journal_mode = wal; create table ticket (ticket_no text); insert into ticket values (1)')
  mkdirSync(desk.path('folder.db'))
  const files = ['empty.db', 'book.csv', 'other.db', 'busy.db', 'busy.db-wal'].map((name) => desk.path(name))
  const before = files.map(sha256)
  for (const name of ['empty.db', 'book.csv', 'other.db', 'busy.db', 'folder.db']) {
    for (const argv of COMMANDS) {
      const code = argv[0] === 'init' ? 'DB_EXISTS' : 'DB_FOREIGN'
      expect(await desk.refused(...argv, '--db', desk.path(name))).toMatchObject({ status: 4, code })
    }
  }
  expect(files.map(sha256)).toEqual(before)
  busy.close()
})
