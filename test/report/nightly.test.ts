import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openDesk } from '../desk.ts'
import type { Desk } from '../desk.ts'
import { called, lateCase, repaired } from '../fines/case.ts'

const HEADER =
  'fine_id,month,kind,channel,ticket_no,branch,branch_name,maintainer,occurred_at,amount_yuan,status,decided_by,decided_at,ground,reason,booked_month'

/** An overdue fine of that month. */
async function lateOf(desk: Desk, month: string): Promise<string> {
  const ticket = await called(desk, `${month}-02 08:00`)
  await repaired(desk, `${month}-05 08:00`, ticket)
  return `overdue:${ticket}`
}

/** Runs it into a fresh folder and answers its files by name. */
async function files(desk: Desk, name: string, ...more: string[]): Promise<Record<string, string>> {
  const folder = desk.path(name)
  mkdirSync(folder)
  expect(await desk.run('nightly', '--out-dir', folder, ...more)).toMatchObject({ status: 0, out: '', err: '' })
  return Object.fromEntries(readdirSync(folder).map((file) => [file, readFileSync(join(folder, file), 'utf8')]))
}

test('the current month, and every earlier open one that has findings or lines', async () => {
  const desk = await openDesk()
  await repaired(desk, '2026-09-03 09:00', await called(desk, '2026-09-01 08:00'))
  const november = await lateCase(desk)
  desk.at('2027-01-05 03:00')
  const written = await files(desk, 'out')
  expect(Object.keys(written).sort()).toEqual([
    'fines-2026-09.csv',
    'fines-2026-11.csv',
    'fines-2027-01.csv',
    'fines-summary-2026-09.csv',
    'fines-summary-2026-11.csv',
    'fines-summary-2027-01.csv',
  ])
  expect(written['fines-2026-11.csv']).toBe(
    `\uFEFF${HEADER}\r\n${november},2026-11,overdue,,KF-20261102-0001,CG,城关分公司,王伟,2026-11-03 08:00:00,10.00,pending,,,,,\r\n`,
  )
  expect(written['fines-2027-01.csv']).toBe(`\uFEFF${HEADER}\r\n`)
})

test('a file holds the bytes that -o writes', async () => {
  const desk = await openDesk()
  const fine = await lateCase(desk)
  await desk.at('2026-11-22 03:00').ok('fines', 'confirm', fine, '--by', '陈经理', '--note', '=1+1，“属实”')
  await files(desk, 'out')
  await desk.ok('fines', 'list', '--month', '2026-11', '-o', desk.path('list.csv'))
  await desk.ok('fines', 'summary', '--month', '2026-11', '-o', desk.path('summary.csv'))
  expect(readFileSync(desk.path('out/fines-2026-11.csv'))).toEqual(readFileSync(desk.path('list.csv')))
  expect(readFileSync(desk.path('out/fines-summary-2026-11.csv'))).toEqual(readFileSync(desk.path('summary.csv')))
})

test('a closed month is always written the same, also where its files are missing', async () => {
  const desk = await openDesk()
  const fine = await lateCase(desk)
  await desk.ok('fines', 'confirm', fine, '--by', '陈经理')
  await desk.at('2026-12-03 09:00').ok('fines', 'close-month', '2026-11', '--by', '陈经理')
  const closed = await files(desk, 'closed', '--month', '2026-11')
  expect(Object.keys(closed).sort()).toEqual(['fines-2026-11.csv', 'fines-summary-2026-11.csv'])

  await desk.ok('branch', 'edit', 'CG', '--name', '城关维护分公司')
  await desk.ok('fines', 'dismiss', fine, '--ground', 'not-upheld', '--reason', '查无此事', '--by', '陈经理')
  expect(await files(desk, 'later', '--month', '2026-11')).toEqual(closed)
  const open = await files(desk, 'open')
  expect(open).toMatchObject(closed)
  expect(Object.keys(open)).toHaveLength(4)
  // The reversal is December's.
  expect(open['fines-summary-2026-12.csv']).toContain(
    '2026-12,CG,城关维护分公司,王伟,0,0.00,0,0.00,0,0.00,-10.00,-10.00,0,0.00',
  )
})

test('the files of a month that was closed since are put right, and only those', async () => {
  const desk = await openDesk()
  const [october, november] = [await lateOf(desk, '2026-10'), await lateCase(desk)]
  const written = await files(desk, 'out')
  expect(written['fines-2026-10.csv']).toContain(`,pending,`)
  rmSync(desk.path('out/fines-summary-2026-10.csv'))
  writeFileSync(desk.path('out/fines-2026-07.csv'), 'not ours: never closed')

  // Both closed between two nights, with the later one as it was.
  await desk.at('2026-12-03 09:00').ok('fines', 'confirm', october, '--by', '陈经理')
  for (const month of ['2026-10', '2026-11']) await desk.ok('fines', 'close-month', month, '--by', '陈经理')
  const before = statSync(desk.path('out/fines-2026-11.csv'))
  await desk.at('2026-12-04 03:00').ok('nightly', '--out-dir', desk.path('out'))
  const after = readFileSync(desk.path('out/fines-2026-10.csv'), 'utf8')
  expect(after).toContain(`${october},2026-10,overdue,`)
  expect(after).toContain(',confirmed,陈经理,2026-12-03 09:00:00,,,2026-10')
  await desk.ok('nightly', '--out-dir', desk.folder, '--month', '2026-10')
  expect(readFileSync(desk.path('fines-2026-10.csv'), 'utf8')).toBe(after)
  // Identical bytes are not rewritten, what is missing is made anew, and others are left alone.
  expect(statSync(desk.path('out/fines-2026-11.csv'))).toMatchObject({ ino: before.ino, mtimeMs: before.mtimeMs })
  expect(readFileSync(desk.path('out/fines-2026-11.csv'), 'utf8')).toContain(november)
  expect(existsSync(desk.path('out/fines-summary-2026-10.csv'))).toBe(true)
  expect(readFileSync(desk.path('out/fines-2026-07.csv'), 'utf8')).toBe('not ours: never closed')

  // Long after the close it is still put right where it was written before it.
  writeFileSync(desk.path('out/fines-2026-10.csv'), 'of before')
  utimesSync(desk.path('out/fines-2026-10.csv'), 0, 0)
  await desk.at('2028-12-04 03:00').ok('nightly', '--out-dir', desk.path('out'))
  expect(readFileSync(desk.path('out/fines-2026-10.csv'), 'utf8')).toBe(after)
})

test('what surfaces for a closed month stands in the current list, with its own month', async () => {
  const desk = await openDesk()
  await desk.at('2026-12-01 00:00:00').ok('fines', 'close-month', '2026-11', '--by', '陈经理')
  const fine = await lateCase(desk)
  desk.at('2026-12-02 03:00')
  const written = await files(desk, 'out')
  expect(written['fines-2026-12.csv']).toContain(`${fine},2026-11,overdue,`)
  expect(written['fines-summary-2026-12.csv']).toContain(
    '2026-12,CG,城关分公司,王伟,0,0.00,0,0.00,0,0.00,0.00,0.00,1,10.00',
  )
  // It surfaced before December was closed and is in no stored list: it goes on to January.
  await desk.at('2027-01-02 09:00').ok('fines', 'close-month', '2026-12', '--by', '陈经理')
  expect((await files(desk, 'january'))['fines-2027-01.csv']).toContain(`${fine},2026-11,overdue,`)
})

test.each([
  ['DB_MISSING', 4, (desk: Desk) => ['--out-dir', desk.folder, '--db', desk.path('none.db')]],
  ['CANNOT_WRITE', 1, (desk: Desk) => ['--out-dir', desk.path('none')]],
  ['USAGE', 2, () => []],
  ['TIME_ORDER', 2, (desk: Desk) => ['--out-dir', desk.folder, '--month', '2026-12']],
  ['INVALID_VALUE', 2, (desk: Desk) => ['--out-dir', desk.folder, '--month', '2026-13']],
] as const)('%s: exit %i, and one line for the mail of cron', async (code, status, argv) => {
  const desk = await openDesk()
  const answer = await desk.run('nightly', ...argv(desk))
  expect(answer).toMatchObject({ status, out: '' })
  expect(answer.err).toMatch(new RegExp(`^baoxiu: ${code}: [^\\n]+\\n$`))
  expect(readdirSync(desk.folder).filter((name) => name.endsWith('.csv'))).toEqual([])
})

test('a clock that was set back into a closed month: that month is the current one, as it was closed', async () => {
  const desk = await openDesk({ now: '2026-11-02 08:00' })
  await lateCase(desk)
  await desk.at('2026-12-01 09:00').ok('fines', 'close-month', '2026-11', '--by', '陈经理')
  await desk.ok('nightly', '--out-dir', desk.folder, '--month', '2026-11')
  const closed = readFileSync(desk.path('fines-2026-11.csv'))
  rmSync(desk.path('fines-2026-11.csv'))
  await desk.at('2026-11-30 23:30').ok('nightly', '--out-dir', desk.folder)
  expect(readFileSync(desk.path('fines-2026-11.csv'))).toEqual(closed)
})
