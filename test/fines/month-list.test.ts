import { mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { expect, test } from 'vitest'
import { openDesk } from '../desk.ts'
import type { Desk, Fields } from '../desk.ts'
import { called, lateCase } from './case.ts'

const BY = ['--by', '陈经理']
const close = (desk: Desk, month: string): Promise<string> => desk.ok('fines', 'close-month', month, ...BY)
const dismiss = (desk: Desk, fine: string): Promise<string> =>
  desk.ok('fines', 'dismiss', fine, '--ground', 'not-upheld', '--reason', '查无此事', ...BY)

const rowOf = (fine: Fields): unknown[] => [
  fine['fine_id'],
  fine['month'],
  fine['amount_yuan'],
  fine['status'],
  fine['booked_month'],
  fine['maintainer'],
]
const listed = async (desk: Desk, month: string): Promise<unknown[][]> =>
  (await desk.list('fines', 'list', '--month', month)).map(rowOf)

/** November with a late repair of 王伟, closed with it pending. */
async function decidedLater(): Promise<{ desk: Desk; fine: string }> {
  const desk = await openDesk({ now: '2026-11-02 08:00:00' })
  const fine = await lateCase(desk)
  desk.at('2026-12-01 09:00')
  await close(desk, '2026-11')
  return { desk, fine }
}

/** What `fines list`, `export fines` and `nightly` write of a month; it must be the same. */
async function sameEverywhere(desk: Desk, month: string): Promise<void> {
  const folder = desk.path(`same-${month}`)
  mkdirSync(folder)
  await desk.ok('nightly', '--out-dir', folder, '--month', month)
  await desk.ok('fines', 'list', '--month', month, '-o', desk.path('list.csv'))
  await desk.ok('export', 'fines', '--month', month, '-o', desk.path('export.csv'))
  const nightly = readFileSync(`${folder}/fines-${month}.csv`, 'utf8')
  expect(readFileSync(desk.path('list.csv'), 'utf8')).toBe(nightly)
  expect(readFileSync(desk.path('export.csv'), 'utf8')).toBe(nightly)
}

test('desk 1: a complaint confirmed after the close of its month is a row of the month that it is booked in', async () => {
  const { desk } = await decidedLater()
  desk.at('2026-12-05 09:00')
  const about = ['--branch', 'CG', '--maintainer', '李强', '--content', '态度恶劣', '--received-at', '2026-11-25 10:00']
  const { complaint_no } = await desk.json('complaint', 'add', '--channel', 'telecom-10000', ...about)
  const fine = `complaint:${String(complaint_no)}`
  await desk.at('2026-12-06 09:00').ok('fines', 'confirm', fine, ...BY)
  expect(await listed(desk, '2026-12')).toEqual([[fine, '2026-11', 100, 'confirmed', '2026-12', '李强']])
  expect(await desk.list('fines', 'summary', '--month', '2026-12')).toMatchObject([
    { maintainer: '李强', adjustment_yuan: 100, total_yuan: 100 },
  ])
  await sameEverywhere(desk, '2026-12')
})

test('desk 1: a correction and a dismissal after the close take from one and give to the other, each with its row', async () => {
  const { desk, fine } = await decidedLater()
  await desk.ok('fines', 'confirm', fine, ...BY)
  await desk.at('2027-01-02 09:00').ok('fines', 'close-month', '2026-12', ...BY)
  await desk.ok('fines', 'correct', fine, '--maintainer', '李强', '--reason', '代班', ...BY)
  expect(await listed(desk, '2027-01')).toEqual([
    [fine, '2026-11', -10, 'reversed', '2027-01', '王伟'],
    [fine, '2026-11', 10, 'confirmed', '2027-01', '李强'],
  ])
  await sameEverywhere(desk, '2027-01')
  await desk.at('2027-02-02 09:00').ok('fines', 'close-month', '2027-01', ...BY)
  await dismiss(desk, fine)
  const [taken] = await desk.list('fines', 'list', '--month', '2027-02')
  expect(taken).toMatchObject({ amount_yuan: -10, status: 'reversed', ground: 'not-upheld', reason: '查无此事' })
  expect(await desk.list('fines', 'list', '--month', '2027-02', '--status', 'confirmed')).toEqual([])
  expect(await desk.list('fines', 'list', '--month', '2027-02', '--status', 'reversed')).toHaveLength(1)
  await sameEverywhere(desk, '2027-02')
  expect(await desk.run('check', '--full')).toMatchObject({ status: 0 })
})

test('desk 1: taken back in its own month, both lines stand in the list', async () => {
  const desk = await openDesk({ now: '2026-11-02 08:00:00' })
  const fine = await lateCase(desk)
  await desk.ok('fines', 'confirm', fine, ...BY)
  await dismiss(desk, fine)
  expect(await listed(desk, '2026-11')).toEqual([
    [fine, '2026-11', 10, 'confirmed', '2026-11', '王伟'],
    [fine, '2026-11', -10, 'reversed', '2026-11', '王伟'],
  ])
  await sameEverywhere(desk, '2026-11')
})

test('desk 14: a fine that was taken back stays listed though its complaint was voided', async () => {
  const desk = await openDesk({ now: '2026-11-02 08:00:00' })
  const { complaint_no } = await desk.json(
    'complaint',
    ...['add', '--channel', 'mayor-hotline', '--branch', 'CG', '--content', '没人来'],
  )
  const fine = `complaint:${String(complaint_no)}`
  await desk.ok('fines', 'confirm', fine, ...BY)
  await desk.ok('complaint', 'void', String(complaint_no), '--reason', '客户撤回')
  await dismiss(desk, fine)
  expect((await desk.list('fines', 'list')).map(rowOf)).toEqual([[fine, '2026-11', 30, 'dismissed', null, null]])
  expect(await listed(desk, '2026-11')).toHaveLength(2)
  expect(await desk.list('complaint', 'list')).toEqual([])
  expect(await desk.list('complaint', 'list', '--all')).toMatchObject([{ complaint_no, void_reason: '客户撤回' }])
  expect((await desk.refused('fines', 'confirm', fine, ...BY)).code).toBe('FINE_UNKNOWN')
})

test('desk 14: nor is it forgotten where its case has moved to another month', async () => {
  const desk = await openDesk({ now: '2026-11-02 08:00:00' })
  const fine = await lateCase(desk)
  await desk.ok('fines', 'confirm', fine, ...BY)
  await dismiss(desk, fine)
  await desk.ok('amend', fine.slice(8), '--reported-at', '2026-10-20 08:00', '--reason', '看错')
  expect((await desk.list('fines', 'list')).map(rowOf)).toEqual([[fine, '2026-10', 10, 'dismissed', null, '王伟']])
  expect((await listed(desk, '2026-10')).map((row) => row[3])).toEqual(['dismissed'])
  expect((await listed(desk, '2026-11')).map((row) => row[2])).toEqual([10, -10])
})

test('desk 16: nightly writes what is missing of closed months that have anything, and leaves the rest alone', async () => {
  const { desk } = await decidedLater()
  // A month in which nothing happened needs no files.
  await close(desk, '2026-09')
  await called(desk, '2026-12-01 10:00')
  const folder = desk.path('nightly')
  mkdirSync(folder)
  await desk.ok('nightly', '--out-dir', folder)
  const names = [
    ...['fines-2026-11.csv', 'fines-2026-12.csv'],
    ...['fines-summary-2026-11.csv', 'fines-summary-2026-12.csv'],
  ]
  expect(readdirSync(folder).sort()).toEqual(names)
  const before = names.map((name) => readFileSync(`${folder}/${name}`, 'hex'))
  rmSync(`${folder}/fines-summary-2026-11.csv`)
  await desk.ok('nightly', '--out-dir', folder)
  expect(names.map((name) => readFileSync(`${folder}/${name}`, 'hex'))).toEqual(before)
})
