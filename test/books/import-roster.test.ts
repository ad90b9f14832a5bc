import { copyFileSync, existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { openDesk } from '../desk.ts'
import type { Desk, Fields } from '../desk.ts'

const FIXTURES = fileURLToPath(new URL('../../fixtures/rosters/', import.meta.url))

interface Told {
  readonly args: readonly string[]
  readonly report: Fields
}

/** `name,on,off,source` of every shift that counts. */
async function shiftsOf(desk: Desk): Promise<string[]> {
  const csv = await desk.ok('duty', 'list', '--from', '1986-01-01', '--to', '2026-11-22', '--csv')
  const rows = csv.trimEnd().split('\n').slice(1)
  return rows
    .map((row) => row.split(','))
    .map(([, name, on, off, , , source]) => [name, on, off, source].join(','))
    .sort()
}

function lines(file: string): string[] {
  return readFileSync(file, 'utf8')
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split(/\r?\n/)
}

function linesIfAny(file: string): string[] | undefined {
  return existsSync(file) ? lines(file) : undefined
}

function placed(desk: Desk, fixture: string): string {
  copyFileSync(`${FIXTURES}${fixture}/roster.csv`, desk.path('roster.csv'))
  return desk.path('roster.csv')
}

describe.each(readdirSync(FIXTURES))('the roster %s', (fixture) => {
  const told = JSON.parse(readFileSync(`${FIXTURES}${fixture}/told.json`, 'utf8')) as Told
  const shifts = lines(`${FIXTURES}${fixture}/shifts.csv`).sort()

  test('its shifts, its report, its refused rows; again it adds nothing', async () => {
    const desk = await openDesk({ lang: 'zh-CN' })
    const file = placed(desk, fixture)
    const first = await desk.run('duty', 'import', file, ...told.args, '--json')
    const report = JSON.parse(first.out) as Fields
    expect(report).toMatchObject({ import_id: 'KF-I-20261122-01', book: 'roster', dry_run: false, ...told.report })
    expect(first.status).toBe(report['rejected'] === 0 ? 0 : 3)
    expect(report['rows_read']).toBe(
      Number(report['imported']) + Number(report['duplicates']) + Number(report['rejected']),
    )
    expect(await shiftsOf(desk)).toEqual(shifts)
    expect(linesIfAny(desk.path('roster.csv.rejects.csv'))).toEqual(linesIfAny(`${FIXTURES}${fixture}/rejects.csv`))
    const again = JSON.parse((await desk.run('duty', 'import', file, ...told.args, '--json')).out) as Fields
    expect(again).toMatchObject({ import_id: null, imported: 0, shifts: 0, rows_read: report['rows_read'] })
    expect(await shiftsOf(desk)).toEqual(shifts)
    expect(await desk.list('check', '--full')).toEqual([])
  })
})

test('a night in which summer time begins is an hour shorter, one in which it ends an hour longer', async () => {
  const desk = await openDesk()
  await desk.ok('duty', 'import', placed(desk, 'summer-time-big5'))
  const shifts = await desk.list('duty', 'list', '--from', '1988-01-01', '--to', '1988-12-31')
  expect(shifts.map((shift) => shift['minutes'])).toEqual([11 * 60, 12 * 60, 13 * 60])
})

test('--dry-run tells the same and writes nothing', async () => {
  const desk = await openDesk()
  const file = placed(desk, 'nothing-guessed')
  const dry = await desk.run('duty', 'import', file, '--dry-run', '--json')
  expect(dry.status).toBe(3)
  expect(JSON.parse(dry.out)).toMatchObject({
    dry_run: true,
    import_id: null,
    imported: 1,
    rejected: 8,
    rejects_file: null,
  })
  expect(desk.rows('select * from shift')).toEqual([])
  expect(readdirSync(desk.folder).filter((name) => name.includes('rejects'))).toEqual([])
})

test('--strict takes all rows or none, and still says which', async () => {
  const desk = await openDesk()
  const file = placed(desk, 'nothing-guessed')
  expect(await desk.refused('duty', 'import', file, '--strict')).toMatchObject({ status: 3, code: 'ROWS_REFUSED' })
  expect(desk.rows('select * from shift')).toEqual([])
  expect(lines(desk.path('roster.csv.rejects.csv'))).toHaveLength(9)
})

test('the rejects file, corrected, completes the roster under its own lines', async () => {
  const desk = await openDesk({ lang: 'zh-CN' })
  await desk.run(
    'duty',
    'import',
    placed(desk, 'three-shifts'),
    '--shift',
    '早班=8-16',
    '--shift',
    '中班=16-24',
    '--shift',
    '夜班=20-8',
  )
  const rejects = desk.path('roster.csv.rejects.csv')
  writeFileSync(rejects, readFileSync(rejects, 'utf8').replace('早班,,', '早班,刘洋,'))
  expect(await desk.json('duty', 'import', rejects, '--shift', '早班=8-16')).toMatchObject({ imported: 1, rejected: 0 })
  expect(await shiftsOf(desk)).toContain('刘洋,2008-03-07 08:00:00,2008-03-07 16:00:00,roster:7')
})

test('from stdin; refused rows then need a name for their file', async () => {
  const desk = await openDesk()
  desk.stdin = 'date,shift,name\n2020-01-01,8:00-16:00,Ann\n2020-01-01,night,Bob\n'
  expect(await desk.refused('duty', 'import', '-')).toMatchObject({ status: 2, code: 'USAGE' })
  expect(desk.rows('select * from shift')).toEqual([])
  const taken = await desk.run('duty', 'import', '-', '--rejects', desk.path('bad.csv'), '--json')
  expect([taken.status, JSON.parse(taken.out)]).toMatchObject([3, { book: 'stdin', shifts: 1, rejected: 1 }])
  expect(lines(desk.path('bad.csv'))[1]).toMatch(/^2020-01-01,night,Bob,3,/)
})

test('our own duty list comes back as it was', async () => {
  const desk = await openDesk()
  await desk.ok('duty', 'on', '--name', '李敏', '--at', '2026-11-20 08:00:30', '--until', '2026-11-20 16:00')
  await desk.ok('duty', 'on', '--name', '+王芳', '--at', '2026-11-21 16:00', '--until', '2026-11-22 00:00')
  for (const headers of ['en', 'zh']) {
    const csv = desk.path(`${headers}.csv`)
    await desk.ok(
      'duty',
      'list',
      '--from',
      '2026-11-01',
      '--to',
      '2026-11-22',
      '--csv',
      '--headers',
      headers,
      '-o',
      csv,
    )
    const other = await openDesk()
    await other.ok('duty', 'import', csv)
    expect((await shiftsOf(other)).map((row) => row.replace(/,[^,]*$/, ''))).toEqual(
      (await shiftsOf(desk)).map((row) => row.replace(/,[^,]*$/, '')),
    )
  }
})

test('a roster meets what the desk signed: the same shift is known, another over it is refused, names are spelled as before', async () => {
  const desk = await openDesk()
  await desk.ok('duty', 'on', '--name', '李敏', '--at', '2020-01-01 08:00', '--until', '2020-01-01 16:00')
  await desk.ok('duty', 'on', '--name', '王芳', '--at', '2020-01-05 08:00')
  const rows = [
    '2020-01-01,8:00-16:00,李 敏',
    '2020-01-02,8:00-16:00,李　敏',
    '2020-01-06,8:00-16:00,王芳',
    '2020-01-02,8:00-16:00,李民',
  ]
  writeFileSync(desk.path('r.csv'), ['日期,班次,姓名', ...rows, ''].join('\n'))
  const { out, err, status } = await desk.run('duty', 'import', desk.path('r.csv'), '--json')
  expect([status, JSON.parse(out)]).toMatchObject([3, { imported: 2, duplicates: 1, rejected: 1 }])
  expect(err).toContain('王芳 is on duty since 2020-01-05 08:00, without an end')
  expect(err).toContain('李民 was not seen before; near: 李敏')
  expect((await shiftsOf(desk)).filter((row) => row.startsWith('李敏'))).toHaveLength(2)
})

test.each([
  [['--shift', '早班'], 'INVALID_VALUE', '--shift "早班" is no named shift; write NAME=08:00-16:00'],
  [['--shift', '早班=8-16', '--shift', '早 班=9-17'], 'INVALID_VALUE', '--shift 早班 is given twice'],
])('%j is refused: %s', async (flags, code, message) => {
  const desk = await openDesk()
  expect(await desk.refused('duty', 'import', placed(desk, 'merged-cells'), ...flags)).toMatchObject({
    status: 2,
    code,
    message,
  })
})

test('a file without the columns of a roster is refused with what they are', async () => {
  const desk = await openDesk()
  writeFileSync(desk.path('r.csv'), '日期,早班,晚班\n2020-01-01,李敏,王芳\n')
  const { status, code, message, hint } = await desk.refused('duty', 'import', desk.path('r.csv'))
  expect([status, code]).toEqual([2, 'INVALID_VALUE'])
  expect(message).toContain('names two columns of a roster')
  expect(hint).toContain('--shift')
})

test('import undo takes a roster back, and it can be imported again', async () => {
  const desk = await openDesk()
  const file = placed(desk, 'merged-cells')
  await desk.ok('duty', 'import', file, '--fill-down')
  await desk.ok('import', 'undo', 'KF-I-20261122-01')
  expect(await shiftsOf(desk)).toEqual([])
  expect(await desk.json('duty', 'import', file, '--fill-down')).toMatchObject({ shifts: 4 })
  expect(await desk.list('check', '--full')).toEqual([])
})
