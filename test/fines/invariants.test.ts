import { afterAll, beforeAll, expect, test } from 'vitest'
import { onPostgres } from '../pg-desk.ts'
import { SHANGHAI } from '../../src/kernel/zone.ts'
import { fineInvariants } from '../../src/fines/invariants.ts'
import type { Store } from '../../src/store/store.ts'
import { openStoreOf } from '../desk-store.ts'
import { openDesk } from '../desk.ts'
import type { Desk } from '../desk.ts'
import { tamper } from '../tamper.ts'
import { called, lateCase, repaired } from './case.ts'

const NOW = Date.parse('2026-12-05T09:00:00+08:00') / 1000
const TICKET = 'KF-20261102-0001'
const AGAIN = 'KF-20261105-0001'
let desk: Desk
let store: Store

/** One fine of each kind, all confirmed, one of them moved, one taken back; November closed. */
beforeAll(async () => {
  desk = await openDesk({ now: '2026-11-02 08:00:00' })
  const overdue = await lateCase(desk)
  const again = await called(desk, '2026-11-05 10:00:00')
  await repaired(desk, '2026-11-05 11:00:00', again)
  for (const _ of [1, 2])
    await desk.ok('complaint', 'add', '--channel', 'mayor-hotline', '--branch', 'XZ', '--content', '慢')
  const [first, second] = ['complaint:KF-C-20261105-01', 'complaint:KF-C-20261105-02']
  await desk.ok('fines', 'confirm', overdue, `repeat:${again}`, first, second, '--by', '陈经理')
  await desk.ok('fines', 'correct', overdue, '--maintainer', '李强', '--reason', '代班', '--by', '陈经理')
  await desk.ok('fines', 'dismiss', second, '--ground', 'duplicate', '--reason', '同一事', '--by', '陈经理')
  desk.at('2026-12-05 09:00:00')
  await desk.ok('fines', 'close-month', '2026-11', '--by', '陈经理')
  store = await openStoreOf(desk.file)
})
afterAll(() => {
  store.close()
  desk.close()
})

const GUARDED = ['ledger_line', 'decision', 'month_close']
const FREE = onPostgres
  ? GUARDED.map((table) => `${table}_append_only on ${table}`)
  : [
      'ledger_append_only_update',
      'ledger_append_only_delete',
      'decision_append_only_delete',
      'month_close_append_only_update',
      'month_close_append_only_delete',
    ]

/** The breaches after somebody changed the database by hand; nothing of it stays. */
async function brokenBy(...changes: readonly string[]): Promise<[name: string, subject: string][]> {
  const found: [string, string][] = []
  const work = store.writing({ actor: 'test', verb: 'test', at: 0 }, async (db) => {
    for (const trigger of FREE) await db.run(`drop trigger ${trigger}`)
    for (const change of changes) await db.run(change)
    for (const { name, breaches } of fineInvariants) {
      for await (const { subject } of breaches(db, { now: NOW, zone: SHANGHAI })) found.push([name, subject])
    }
    throw new Error('over')
  })
  await expect(work).rejects.toThrow('over')
  return found
}

test('what the program did breaks nothing', async () => {
  expect(await brokenBy()).toEqual([])
})

const overdue = `overdue:${TICKET}`
const repeat = `repeat:${AGAIN}`
test.each([
  ['closed-months-unchanged', '2026-11', `update month_close set summary = replace(summary, '王伟', '李强')`],
  ['closed-months-unchanged', '2026-11', `update month_close set list = '[]'`],
  ['closed-months-unchanged', '2026-11', `update ledger_line set amount = amount + 1 where kind = 'complaint'`],
  ['confirmed-with-ground', overdue, `update ticket set reported_at = reported_at - 60 where ticket_no = '${TICKET}'`],
  ['confirmed-with-ground', repeat, `update ticket set reported_at = reported_at + 60 where ticket_no = '${AGAIN}'`],
  ['confirmed-with-ground', overdue, `insert into rule values ('line_hours', 5, 25)`],
  ['confirmed-with-ground', overdue, `update setting set value = '2026-11-04' where key = 'fines_from'`],
  ['confirmed-with-ground', overdue, `update ticket set void_at = 5 where ticket_no = '${TICKET}'`],
  ['confirmed-with-ground', overdue, `update ticket set repaired_at = repaired_at - 1 where ticket_no = '${TICKET}'`],
  ['confirmed-with-ground', overdue, `update ticket set fault_class = 'network'`],
  ['confirmed-with-ground', repeat, `update ticket set fault_class = 'network' where ticket_no = '${AGAIN}'`],
  ['confirmed-with-ground', repeat, `update ticket set void_at = 5 where ticket_no = '${AGAIN}'`],
  ['confirmed-with-ground', repeat, `update ticket set account_no = ticket_no`],
  ['confirmed-with-ground', 'complaint:KF-C-20261105-01', `update complaint set void_at = 5`],
  ['confirmed-with-ground', 'complaint:KF-C-20261105-01', `update complaint set channel = 'company-leader'`],
  ['confirmed-with-ground', 'complaint:KF-C-20261105-01', `update complaint set branch = 'CG'`],
  ['confirmed-with-ground', repeat, `update ticket set repaired_by = '李强' where ticket_no = '${TICKET}'`],
  ['confirmed-with-ground', overdue, `insert into rule values ('fine_overdue', 5, 1500)`],
  ['confirmed-with-ground', repeat, `update ledger_line set kind = 'overdue' where kind = 'repeat'`],
  ['closed-months-unchanged', '2026-11', `delete from month_close`],
  ['ledger-adds-up', overdue, `update ledger_line set amount = -1 where entry = 'reverse' and kind = 'overdue'`],
  [
    'lines-with-decision',
    repeat,
    `insert into ledger_line select 99, booked_month, month, fine_id, kind, channel, ticket_no, occurred_at, -amount,
      branch, maintainer, 'reverse', decided_at + 1, decided_by, null from ledger_line where kind = 'repeat'`,
  ],
  [
    'lines-in-their-month',
    repeat,
    `update ledger_line set month = '2026-12', booked_month = '2027-01' where kind = 'repeat'`,
  ],
  ['ledger-follows-decisions', repeat, `delete from ledger_line where fine_id = '${repeat}'`],
  ['ledger-follows-decisions', repeat, `delete from decision where fine_id = '${repeat}'`],
])('%s: %s after %s', async (name, subject, change) => {
  expect(await brokenBy(change)).toContainEqual([name, subject])
})

test('who answers by a correction stays, whoever did the repair', async () => {
  expect(await brokenBy(`update ticket set repaired_by = '赵敏' where ticket_no = '${AGAIN}'`)).toEqual([])
})

test.each([
  ['a report that nobody made', 'repeat:KF-20261102-0009'],
  ['a repair that never was late', `overdue:${AGAIN}`],
])('decisions-with-finding: a decision about %s', async (_, fine) => {
  const forged = `insert into decision values (99, '${fine}', 'dismiss', 'duplicate', null, null, null, 5, '某')`
  expect(await brokenBy(forged)).toContainEqual(['decisions-with-finding', fine])
})

test('a closed month whose record is gone, before another one, is named and stays closed', async () => {
  const own = await openDesk({ now: '2026-11-02 08:00:00' })
  const fine = await lateCase(own)
  own.at('2027-01-05 09:00:00')
  // October never was closed: that is no gap.
  for (const month of ['2026-11', '2026-12']) await own.ok('fines', 'close-month', month, '--by', '陈经理')
  tamper(own.file, `delete from month_close where month = '2026-11'`)
  const { status, out } = await own.run('check', '--json')
  expect(status).toBe(1)
  expect(JSON.parse(out)).toMatchObject([
    { invariant: 'rows-recorded', subject: 'month_close' },
    { invariant: 'closed-months-unchanged', subject: '2026-11', finding: '2026-11 was closed, and its record is gone' },
  ])
  for (const argv of [
    ['close-month', '2026-11', '--by', '陈经理'],
    ['summary', '--month', '2026-11'],
  ])
    expect(await own.refused('fines', ...argv)).toMatchObject({ code: 'DB_DAMAGED' })
  await own.ok('fines', 'confirm', fine, '--by', '陈经理')
  expect(await own.list('fines', 'ledger')).toMatchObject([{ month: '2026-11', booked_month: '2027-01' }])
})

test('check says what is booked and what the records say; another repair is blamed by now', async () => {
  const own = await openDesk({ now: '2026-11-02 08:00:00' })
  const [older, blamed] = [await called(own, '2026-11-02 08:00:00'), await called(own, '2026-11-02 08:01:00')]
  await repaired(own, '2026-11-02 09:00:00', older, '李强')
  await repaired(own, '2026-11-02 10:00:00', blamed, '王伟')
  const again = await called(own, '2026-11-05 10:00:00')
  await own.ok('fines', 'confirm', `repeat:${again}`, '--by', '陈经理')
  expect((await own.run('check')).status).toBe(0)
  // The older one lasted longer than it was written: it is later than the one that was blamed.
  await own.ok('amend', older, '--repaired-at', '2026-11-02 11:00', '--reason', '看错钟')
  expect(JSON.parse((await own.run('check', '--json')).out)).toMatchObject([
    {
      invariant: 'confirmed-with-ground',
      subject: `repeat:${again}`,
      finding: 'stands confirmed, but the records have changed since: Maintainer was booked as 王伟, is now 李强',
    },
  ])
  await own.ok('fines', 'correct', `repeat:${again}`, '--maintainer', '李强', '--reason', '查实', '--by', '陈经理')
  expect((await own.run('check')).status).toBe(0)
})

test('what was dismissed needs no ground afterwards', async () => {
  const own = await openDesk({ now: '2026-11-02 08:00:00' })
  const fine = await lateCase(own)
  await own.ok('fines', 'dismiss', fine, '--ground', 'duplicate', '--reason', '重复录入', '--by', '陈经理')
  await own.ok('void', fine.slice(8), '--reason', '重复录入')
  expect(await own.run('check', '--full')).toMatchObject({ status: 0 })
})

test.each([
  ['nobody was to answer yet', [], 0],
  ['somebody else was', ['--to', '李强'], 1],
])('a fine confirmed before the repair, when %s', async (_, assigned, status) => {
  const own = await openDesk({ now: '2026-11-02 08:00:00' })
  const ticket = await called(own, '2026-11-02 08:00:00')
  if (assigned.length > 0) await own.ok('assign', ticket, ...assigned)
  own.at('2026-11-03 09:00:00')
  await own.ok('fines', 'confirm', `overdue:${ticket}`, '--by', '陈经理')
  await repaired(own, '2026-11-03 10:00:00', ticket, '王伟')
  expect(await own.run('check')).toMatchObject({ status })
})

test('a rule that begins later leaves what was confirmed before in peace', async () => {
  expect(await brokenBy(`insert into rule values ('line_hours', ${NOW}, 25)`)).toEqual([])
})

test('check names a confirmed fine whose ground has gone, until somebody decides again', async () => {
  const own = await openDesk({ now: '2026-11-02 08:00:00' })
  const fine = await lateCase(own)
  await own.ok('fines', 'confirm', fine, '--by', '陈经理')
  expect((await own.run('check')).status).toBe(0)
  await own.ok('amend', fine.slice(8), '--repaired-at', '2026-11-03 08:00:00', '--reason', '看错钟')
  const { status, out } = await own.run('check', '--json')
  expect(status).toBe(1)
  expect(JSON.parse(out)).toMatchObject([{ invariant: 'confirmed-with-ground', subject: fine }])
  await own.ok('fines', 'dismiss', fine, '--ground', 'not-upheld', '--reason', '按时', '--by', '陈经理')
  expect((await own.run('check')).status).toBe(0)
})

test('what was changed after a close is looked at again: a mark that says otherwise is named', async () => {
  const own = await openDesk({ now: '2026-11-02 08:00:00' })
  const fine = await lateCase(own)
  await own.ok('complaint', 'add', '--channel', 'mayor-hotline', '--branch', 'XZ', '--content', '慢')
  own.at('2026-12-05 09:00:00')
  await own.ok('fines', 'close-month', '2026-11', '--by', '陈经理')
  await own.ok('reopen', fine.slice(8), '--reason', '没修好')
  await own.ok('complaint', 'void', 'KF-C-20261103-01', '--reason', '误记')
  expect((await own.run('check')).status).toBe(0)
  tamper(own.file, 'update ticket set settled_revision = revision; update complaint set settled_revision = revision')
  expect(JSON.parse((await own.run('check', '--json')).out)).toMatchObject([
    { invariant: 'changes-after-close', subject: fine.slice(8) },
    { invariant: 'changes-after-close', subject: 'KF-C-20261103-01' },
  ])
})

test('desk 12: check names the field that differs, and `fines correct` books what the records name now', async () => {
  const own = await openDesk({ now: '2026-11-02 08:00:00' })
  const ticket = await called(own, '2026-11-02 08:00:00')
  await repaired(own, '2026-11-02 09:00:00', ticket)
  const add = ['complaint', 'add', '--channel', 'mayor-hotline', '--branch', 'CG', '--maintainer', '王伟']
  const { complaint_no } = await own.json(...add, '--content', '慢')
  const fine = `complaint:${String(complaint_no)}`
  await own.ok('fines', 'confirm', fine, '--by', '陈经理')
  await own.ok('complaint', 'amend', String(complaint_no), '--ticket', ticket, '--reason', '查到单号')
  expect(JSON.parse((await own.run('check', '--json')).out)).toMatchObject([
    { finding: `stands confirmed, but the records have changed since: Ticket was booked as none, is now ${ticket}` },
  ])
  await own.ok('fines', 'correct', fine, '--maintainer', '王伟', '--reason', '补单号', '--by', '陈经理')
  expect(await own.run('check', '--full')).toMatchObject({ status: 0 })

  // Another channel, and somebody else at the same time: nobody needs to be named.
  await own.ok('complaint', 'amend', String(complaint_no), '--channel', 'telecom-10000', '--reason', '登记有误')
  await own.ok('amend', ticket, '--repaired-by', '李强', '--reason', '录错人')
  await own.ok('fines', 'correct', fine, '--reason', '照现有记录', '--by', '陈经理')
  expect(await own.list('fines', 'list', '--month', '2026-11')).toMatchObject([
    { amount_yuan: 30, status: 'confirmed', ticket_no: null, maintainer: '王伟' },
    { amount_yuan: -30, status: 'reversed', ticket_no: null },
    { amount_yuan: 30, status: 'confirmed', ticket_no: ticket },
    { amount_yuan: -30, status: 'reversed', ticket_no: ticket, maintainer: '王伟' },
    { amount_yuan: 100, status: 'confirmed', channel: 'telecom-10000', maintainer: '李强' },
  ])
  expect(await own.run('check', '--full')).toMatchObject({ status: 0 })
  expect((await own.refused('fines', 'correct', fine, '--reason', '再', '--by', '陈经理')).code).toBe('USAGE')
})
