import { copyFileSync } from 'node:fs'
import { Database } from '../sqlite.ts'
import { expect, test } from 'vitest'
import { openStore } from '../../src/store/store.ts'
import type { Ended } from '../binary.ts'
import { makeLadder } from './ladder.ts'
import { call, openSeat, sha256 } from './seat.ts'

const TRAPS = [
  `create trigger trap after insert on journal begin update counter set last = 99; end`,
  `create trigger trap after update on ticket begin delete from hold; end`,
  `create trigger trap instead of insert on easy begin select 1; end`,
  `drop table hold; create view hold as select ticket_no, 1 as hold from ticket`,
  `pragma foreign_keys = off; drop table ticket; create view ticket as select 1 as ticket_no`,
  `drop table ticket_phone; create table ticket_phone (digits text, ticket_no text)`,
  `drop trigger journal_append_only_delete`,
  `drop trigger journal_append_only_delete; create trigger journal_append_only_delete before delete on journal begin select 1; end`,
  `create view easy as select load_extension('x') from ticket`,
]

test.each(TRAPS)('fault 30: a database that was handed over with: %s', async (trap) => {
  const { desk, file } = await openSeat()
  await desk.ok(...call(1))
  const hostile = new Database(file)
  if (trap.includes(' on easy ')) hostile.exec('create view easy as select 1 as a')
  hostile.exec(trap)
  hostile.close()
  const before = sha256(file)
  for (const argv of [['list'], call(2), ['show', '1'], ['backup', desk.path('copy.db')], ['fines', 'list']]) {
    expect(await desk.refused(...argv)).toMatchObject({ status: 1, code: 'DB_ALTERED' })
  }
  copyFileSync(file, desk.path('copy.db'))
  expect(await desk.refused('restore', desk.path('copy.db'), '--force')).toMatchObject({ code: 'DB_ALTERED' })
  expect(JSON.parse((await desk.run('check', '--json')).out)).toMatchObject([{ invariant: 'file-schema' }])
  expect(sha256(file)).toBe(before)
})

test('fault 30: what others added beside our tables is left alone', async () => {
  const { desk, file } = await openSeat()
  const other = new Database(file)
  other.exec('create table notes (a text references ticket (symptom)); create index by_symptom on ticket (symptom)')
  other.close()
  await desk.ok(...call(1))
  expect(await desk.run('check', '--full')).toMatchObject({ status: 0 })
  await desk.ok('backup', desk.path('copy.db'))
})

test('fault 30: a tree that leads to the same page in thousands of millions of ways', async () => {
  const seat = await openSeat()
  await seat.desk.ok(...call(1))
  await seat.desk.ok('backup', seat.path('good.db'))
  makeLadder(seat.file, 'ticket', 6)
  const run = (...argv: string[]): Promise<Ended> => seat.run(argv, { through: ['timeout', '-s', 'KILL', '20'] })
  expect(await run('check', '--json')).toMatchObject({
    status: 1,
    stdout: expect.stringMatching(/^\[\{"invariant":"file-structure".*reference to page/),
    stderr: expect.stringContaining('are not judged'),
  })
  expect(await run('backup', seat.path('bad.db'))).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(/^baoxiu: DB_DAMAGED: .* is damaged: Tree/),
  })
  expect(await run('restore', seat.path('good.db'), '--force')).toMatchObject({ status: 0 })
  await seat.sound()
})

// rtreecheck reads any table it is told of: a function that SQLite lets no schema call that is not trusted.
const UNSAFE = `rtreecheck('ticket')`

test('fault 30: a trigger or view that turns up while a seat is at work calls no function that can do harm', async () => {
  const { desk, file } = await openSeat()
  const seat = await openStore(file, new AbortController().signal)
  const hostile = new Database(file)
  hostile.exec(`create view easy as select ${UNSAFE} as a`)
  hostile.exec(`create trigger trap after insert on setting begin select ${UNSAFE}; end`)
  hostile.close()
  const before = desk.rows('select * from setting')
  await expect(seat.reading((db) => db.all('select a from easy'))).rejects.toThrow('unsafe use of rtreecheck()')
  const writing = seat.writing({ actor: 'test', verb: 'test', at: 0 }, (db) =>
    db.run(`insert into setting (key, value) values ('a', 'b')`),
  )
  await expect(writing).rejects.toThrow('unsafe use of rtreecheck()')
  seat.close()
  expect(desk.rows('select * from setting')).toEqual(before)
})

test('fault 30: what is to be copied or checked may not call such a function either', async () => {
  const { desk, file } = await openSeat()
  const hostile = new Database(file)
  hostile.exec(`create table notes (a text check (${UNSAFE} is null))`)
  hostile.close()
  const before = sha256(file)
  expect(await desk.refused('backup', desk.path('copy.db'))).toMatchObject({ status: 1, code: 'DB_DAMAGED' })
  expect(JSON.parse((await desk.run('check', '--json')).out)).toMatchObject([{ invariant: 'file-structure' }])
  expect(sha256(file)).toBe(before)
})
