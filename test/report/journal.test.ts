import { writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { onPostgres } from '../pg-desk.ts'
import { verbs } from '../../src/cli/verbs.ts'
import type { Desk } from '../desk.ts'
import { replayed } from '../replay.ts'
import { walkedDesk } from '../walked-desk.ts'

/** Commands that change nothing; every other one must stand in the journal. */
const READING = [
  'office show',
  'branch list',
  'staff list',
  'handover list',
  'handover show',
  'slip',
  'complaint list',
  'fines list',
  'fines explain',
  'fines ledger',
  'fines summary',
  // Its decisions are those of `fines confirm` and `fines dismiss`, taken at a terminal.
  'fines review',
  'fines sheet',
  'report day',
  'report month',
  'office copy',
  'desk',
  'doctor',
  'import list',
  'export tickets',
  'export handovers',
  'export holds',
  'export complaints',
  'export fines',
  'export journal',
  'nightly',
  'duty list',
  'note list',
  'duty coverage',
  'conduct items',
  'conduct list',
  'conduct report',
  'list',
  'search',
  'show',
  'board',
  'check',
  'backup',
  'completion',
]

async function importBook(desk: Desk, kind: readonly string[], book: string, ...more: string[]): Promise<void> {
  writeFileSync(desk.path('book.csv'), book)
  const { status, err } = await desk.run(...kind, desk.path('book.csv'), ...more)
  expect({ kind, status, err: status === 0 ? '' : err }).toEqual({ kind, status: 0, err: '' })
}

/** What the walk of the tickets leaves out: complaints, fines, months, books, duty, conduct, restore. */
async function goOn(desk: Desk): Promise<void> {
  desk.at('2026-11-24 09:00')
  const complaint = ['complaint', 'add', '--content', '三天没人来修']
  await desk.ok(...complaint, '--channel', 'telecom-10000', '--ticket', 'KF-20261120-0001')
  await desk.ok(...complaint, '--channel', 'mayor-hotline', '--branch', 'XZ', '--maintainer', '赵敏')
  await desk.ok('complaint', 'amend', 'KF-C-20261124-01', '--content', '两天没人来修', '--reason', '听错')
  await desk.ok('complaint', 'void', 'KF-C-20261124-02', '--reason', '打错电话')
  const fine = 'overdue:KF-20261120-0001'
  await desk.ok('fines', 'confirm', fine, 'complaint:KF-C-20261124-01', '--by', '陈经理')
  await desk.ok(
    'fines',
    'correct',
    fine,
    '--branch',
    'XZ',
    '--maintainer',
    '赵敏',
    '--reason',
    '换班',
    '--by',
    '陈经理',
  )
  await desk.ok('fines', 'dismiss', fine, '--ground', 'excused', '--reason', '用户三次不在家', '--by', '陈经理')
  await importBook(desk, ['import', 'branches'], 'code,name,area\nDH,东湖分公司,urban\n')
  await importBook(desk, ['import', 'staff'], 'branch,name\nDH,孙立\n')
  const old = '报修时间,姓名,电话,地址,故障现象,分公司,修复时间,维护人,处理结果\n'
  const rows =
    '2008-03-05 15:20,甲,13800000001/87651234,路1,坏,CG,2008-03-06 10:00,钱多,好了\n2026-11-23 08:00,乙,13800000002,路2,坏,西郊,,,\n'
  await importBook(desk, ['import', 'tickets'], old + rows, '--create-missing')
  await desk.ok('chase', 'KF-20261123-0002')
  await desk.ok('amend', 'KF-20080305-0001', '--note', '已核对', '--reason', '补记')
  await importBook(
    desk,
    ['import', 'tickets'],
    `${old}2009-03-05 15:20,丙,13800000003,路3,坏,CG,,,\n`,
    '--book',
    'wrong',
  )
  await desk.ok(
    'import',
    'undo',
    String((await desk.list('import', 'list')).find(({ book }) => book === 'wrong')?.import_id),
  )
  const back =
    'ticket_no,repaired_at,repaired_by,resolution,customer_signed_by,maintainer_signed_by,held_reason,appointment_at\n'
  await importBook(desk, ['import', 'returns'], `${back}KF-20261120-0004,2026-11-23 10:00,赵敏,换线,用户3,赵敏,,\n`)
  await desk.ok('duty', 'on', '--name', '小刘', '--at', '2026-11-24 08:00')
  await desk.ok('duty', 'off', '--name', '小刘')
  await desk.ok('duty', 'void', '1', '--reason', '登错')
  await importBook(desk, ['duty', 'import'], '日期,班次,姓名\n2026-11-01,早班,小刘\n', '--shift', '早班=08:00-16:00')
  await desk.ok('conduct', 'inspect', '--staff', '小刘', '--by', '王主任', '--fail', 'voice=太快')
  await desk.ok('conduct', 'void', String((await desk.list('conduct', 'list'))[0]?.inspection_no), '--reason', '记错人')
  await desk.at('2026-12-01 09:00').ok('fines', 'close-month', '2026-11', '--by', '陈经理')
  // An office on a server is restored by its administrator.
  if (onPostgres) return
  await desk.ok('backup', desk.path('copy.db'))
  await desk.ok('restore', desk.path('copy.db'), '--force')
}

test('every command that changes something is told by the journal, and replaying it gives the tables', async () => {
  const desk = await walkedDesk()
  await goOn(desk)
  expect(await desk.run('check', '--full')).toMatchObject({ status: 0, out: '' })
  const { stored, told: replay } = await replayed(desk)
  expect(replay).toEqual(stored)
  const told = new Set(desk.rows('select distinct verb from journal').map(({ verb }) => verb))
  expect(Object.keys(verbs).filter((verb) => !told.has(verb) && !READING.includes(verb))).toEqual([])
  expect(READING.filter((verb) => told.has(verb))).toEqual([])
})

test('the journal names who, when, by which command, what, from what to what and why', async () => {
  const desk = await walkedDesk()
  const [entry] = desk.rows(`select * from journal where verb = 'amend'`)
  expect(entry).toMatchObject({ actor: 'test', subject: 'KF-20261120-0002', tbl: 'ticket', reason: '属新庄' })
  expect(JSON.parse(String(entry?.before))).toMatchObject({ branch: 'CG', phone: '13800005678' })
  expect(JSON.parse(String(entry?.after))).toMatchObject({
    branch: 'XZ',
    phone: '13800009999/87651111',
    handover_no: null,
  })
  const entries = Number(desk.rows('select count(*) as n from journal')[0]?.n)
  expect((await desk.ok('export', 'journal')).trimEnd().split('\n').length).toBeGreaterThanOrEqual(entries + 1)
})

test.each([
  `update journal set actor = 'x'`,
  `delete from journal`,
  `insert or replace into journal select * from journal`,
])('the journal is append-only: %s', async (sql) => {
  // The store contract has it for both engines.
  if (onPostgres) return
  const desk = await walkedDesk()
  const { Database } = await import('../sqlite.ts')
  const db = new Database(desk.file)
  // As the program opens it: REPLACE must not take rows away behind the triggers' back.
  db.pragma('recursive_triggers = on')
  expect(() => db.exec(sql)).toThrow('append-only')
  db.close()
})
