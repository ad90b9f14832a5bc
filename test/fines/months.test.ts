import { mkdirSync, readFileSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { binary } from '../binary.ts'
import { openDesk } from '../desk.ts'
import type { Desk } from '../desk.ts'
import { call, called, lateCase, repaired } from './case.ts'

const BY = ['--by', '陈经理']
const close = (month: string): string[] => ['fines', 'close-month', month, ...BY]

/** The overdue fine of November, seen in December. */
async function december(): Promise<{ desk: Desk; fine: string }> {
  const desk = await openDesk({ now: '2026-11-02 08:00:00' })
  const fine = await lateCase(desk)
  desk.at('2026-12-05 09:00:00')
  return { desk, fine }
}

/** Everything that a month's screens and files say, to the byte. */
async function bytesOf(desk: Desk, month: string): Promise<string[]> {
  const folder = desk.path(`out-${month}`)
  mkdirSync(folder, { recursive: true })
  await desk.ok('nightly', '--out-dir', folder, '--month', month)
  const files = readdirSync(folder).sort()
  const summaries = [
    await desk.ok('fines', 'summary', '--month', month),
    await desk.ok('fines', 'summary', '--month', month, '--json'),
  ]
  return [...summaries, ...files.flatMap((name) => [name, readFileSync(`${folder}/${name}`, 'hex')])]
}

describe('fines close-month', () => {
  it('stores the month with its SHA-256, says what is pending, and closing twice is a note', async () => {
    const { desk } = await december()
    const first = await desk.run(...close('2026-11'), '--json')
    const told = JSON.parse(first.out) as Record<string, unknown>
    expect(told).toMatchObject({ month: '2026-11', closed_by: '陈经理', closed_at: '2026-12-05T09:00:00+08:00' })
    expect(told['hash']).toMatch(/^[0-9a-f]{64}$/)
    expect(first.err).toBe('1 of 2026-11 were still pending; confirmed later, they are booked in a later month\n')
    desk.at('2026-12-06 09:00:00')
    const again = await desk.run(...close('2026-11'), '--json')
    expect(JSON.parse(again.out)).toEqual(told)
    expect(again.err).toBe('2026-11 was closed already by 陈经理 at 2026-12-05 09:00\n')
  })

  it('is refused until the month is over, to the second', async () => {
    const { desk } = await december()
    desk.at('2026-11-30 23:59:59')
    expect(await desk.refused(...close('2026-11'))).toMatchObject({ status: 4, code: 'MONTH_NOT_OVER' })
    expect((await desk.refused(...close('2027-01'))).code).toBe('MONTH_NOT_OVER')
    desk.at('2026-12-01 00:00:00')
    await desk.ok(...close('2026-11'))
  })

  it('protects rules and the first day of fines in and before it', async () => {
    const { desk } = await december()
    await desk.ok(...close('2026-11'))
    for (const [key, value] of [
      ['fine_overdue', '15'],
      ['line_hours', '12'],
      ['repeat_days', '5'],
    ] as const) {
      expect(await desk.refused('office', 'set', key, value, '--from', '2026-11-30')).toMatchObject({
        status: 4,
        code: 'MONTH_CLOSED',
      })
      expect((await desk.refused('office', 'set', key, value, '--from', '2026-01-01')).code).toBe('MONTH_CLOSED')
      await desk.ok('office', 'set', key, value, '--from', '2026-12-01')
    }
    expect((await desk.refused('office', 'set', 'fines_from', '2026-10-01')).code).toBe('MONTH_CLOSED')
  })

  it('for ever: later decisions, renamed branches and other rules change nothing in it', async () => {
    const { desk, fine } = await december()
    await desk.ok(...close('2026-11'))
    const before = await bytesOf(desk, '2026-11')
    await desk.ok('fines', 'confirm', fine, ...BY)
    await desk.ok('fines', 'correct', fine, '--branch', 'XZ', '--reason', '属新庄', ...BY)
    await desk.ok('branch', 'edit', 'CG', '--name', '城关第二分公司')
    await desk.ok('amend', fine.slice(8), '--repaired-at', '2026-11-04 09:00', '--reason', '改')
    desk.at('2027-02-01 09:00:00')
    expect(await bytesOf(desk, '2026-11')).toEqual(before)
    expect(await desk.list('fines', 'list', '--month', '2026-11')).toMatchObject([{ status: 'pending', branch: 'CG' }])
    expect(await desk.list('fines', 'list')).toMatchObject([{ status: 'confirmed', branch: 'XZ' }])
    expect(await desk.run('check', '--full')).toMatchObject({ status: 0, out: '' })
  })
})

describe('booking after the close', () => {
  it('is in the month of the decision, as an adjustment, and skips closed months', async () => {
    const { desk, fine } = await december()
    await desk.ok(...close('2026-11'))
    const { err } = await desk.run('fines', 'confirm', fine, ...BY)
    expect(err).toBe(`${fine} is of 2026-11, which is closed; booked in 2026-12\n`)
    expect(await desk.list('fines', 'summary', '--month', '2026-12')).toMatchObject([
      { maintainer: '王伟', overdue_count: 0, overdue_yuan: 0, adjustment_yuan: 10, total_yuan: 10 },
    ])
    desk.at('2027-01-03 09:00:00')
    await desk.ok(...close('2026-12'))
    await desk.ok('fines', 'dismiss', fine, '--ground', 'excused', '--reason', '用户不在家', ...BY)
    const ledger = await desk.list('fines', 'ledger')
    expect(ledger.map(({ booked_month, month, amount_yuan }) => [booked_month, month, amount_yuan])).toEqual([
      ['2026-12', '2026-11', 10],
      ['2027-01', '2026-11', -10],
    ])
    expect(await desk.list('fines', 'ledger', '--month', '2027-01')).toHaveLength(1)
    expect(await desk.list('fines', 'summary', '--month', '2027-01', '--group', 'branch')).toMatchObject([
      { branch: 'CG', maintainer: null, adjustment_yuan: -10, total_yuan: -10, pending_count: 0 },
    ])
  })

  it('a deadline approved only later, of a report long before the closed month, comes to light as well', async () => {
    const { desk } = await december()
    const severe = await called(desk, '2026-12-05 09:00:00', { 'reported-at': '2026-09-01 08:00', class: 'severe' })
    await desk.ok(...close('2026-11'))
    await desk.ok('approve', severe, '--deadline', '2026-11-10 08:00', '--by', '局长')
    expect(await desk.list('fines', 'list', '--month', '2026-12')).toMatchObject([
      { fine_id: `overdue:${severe}`, month: '2026-11', occurred_at: '2026-11-10T08:00:00+08:00' },
    ])
  })

  it('what comes to light for a closed month stands in the current list with its own month, until decided', async () => {
    const { desk, fine } = await december()
    await desk.ok(...close('2026-11'))
    const found = await called(desk, '2026-12-05 09:00:00', { 'reported-at': '2026-11-20 08:00', phone: '13911112222' })
    await desk.ok('repair', found, '--by', '李强', '--resolution', '换', '--at', '2026-11-22 08:00')
    const late = await desk.list('fines', 'list', '--month', '2026-12')
    expect(late).toMatchObject([
      { fine_id: `overdue:${found}`, month: '2026-11', status: 'pending', maintainer: '李强' },
    ])
    expect(await desk.list('fines', 'summary', '--month', '2026-12')).toMatchObject([
      { maintainer: '李强', pending_count: 1 },
    ])
    mkdirSync(desk.path('out'))
    await desk.ok('nightly', '--out-dir', desk.path('out'))
    const files = readdirSync(desk.path('out')).filter((name) => name.includes('2026-12'))
    expect(files.sort()).toEqual(['fines-2026-12.csv', 'fines-summary-2026-12.csv'])
    expect(readFileSync(`${desk.path('out')}/fines-2026-12.csv`, 'utf8')).toContain(`overdue:${found},2026-11,overdue`)
    desk.at('2027-01-05 09:00:00')
    await desk.ok(...close('2026-12'))
    expect(await desk.list('fines', 'list', '--month', '2027-01')).toMatchObject([{ fine_id: `overdue:${found}` }])
    await desk.ok('fines', 'confirm', `overdue:${found}`, ...BY)
    expect(await desk.list('fines', 'list', '--month', '2027-01')).toMatchObject([
      { fine_id: `overdue:${found}`, status: 'confirmed', month: '2026-11', booked_month: '2027-01' },
    ])
    expect(await desk.list('fines', 'list', '--status', 'pending')).toMatchObject([{ fine_id: fine }])
  })
})

const BOOK = '报修时间,分公司,用户姓名,地址,电话,故障类别,修复时间,维护人'

/** Brings in one row of a book. */
async function bookRow(desk: Desk, row: string): Promise<void> {
  desk.stdin = `${BOOK}\n${row}\n`
  await desk.ok('import', 'tickets', '-', '--book', row.slice(0, 10))
  desk.stdin = ''
}

describe('a book brought in', () => {
  const november = '2026-11-10 08:00,CG,李四,西街2号,13911112222,线路,2026-11-12 08:00,李强'

  it('before the close its findings are the month’s, and surface only when they are changed', async () => {
    const { desk } = await december()
    await bookRow(desk, november)
    await desk.ok(...close('2026-11'))
    expect(await desk.list('fines', 'list', '--month', '2026-11')).toHaveLength(2)
    expect(await desk.list('fines', 'list', '--month', '2026-12')).toEqual([])
    // Reported a month earlier it is late in October, which is open; a day later in November, but in that list already.
    await desk.ok('amend', 'KF-20261110-0001', '--reported-at', '2026-11-09 08:00', '--reason', '看错')
    expect(await desk.list('fines', 'list', '--month', '2026-12')).toEqual([])
    await desk.ok('amend', 'KF-20261110-0001', '--reported-at', '2026-10-09 08:00', '--reason', '看错')
    expect(await desk.list('fines', 'list', '--month', '2026-10')).toMatchObject([
      { fine_id: 'overdue:KF-20261110-0001' },
    ])
  })

  it('after the close they surface, its repairs as the earlier ones of reports that were there', async () => {
    const { desk, fine } = await december()
    await desk.ok(...close('2026-11'))
    await bookRow(desk, november)
    await bookRow(desk, '2026-10-20 08:00,CG,张三,建设路5号,13800000001,线路,2026-10-20 18:00,李强')
    const found = await desk.list('fines', 'list', '--month', '2026-12')
    expect(found.map(({ fine_id, month, maintainer }) => [fine_id, month, maintainer])).toEqual([
      [fine.replace('overdue', 'repeat'), '2026-11', '李强'],
      ['overdue:KF-20261110-0001', '2026-11', '李强'],
    ])
  })
})

describe('the boundary second', () => {
  it.each([
    ['at the deadline', '2026-11-03 08:00:00', []],
    ['a second later', '2026-11-03 08:00:01', ['2026-11']],
  ])('repaired %s', async (_, at, months) => {
    const desk = await openDesk({ now: '2026-11-02 08:00:00' })
    await repaired(desk, at, await called(desk, '2026-11-02 08:00:00'))
    expect((await desk.list('fines', 'list')).map(({ month }) => month)).toEqual(months)
  })

  it('an unrepaired one is a finding from the second after its deadline', async () => {
    const desk = await openDesk({ now: '2026-11-02 08:00:00' })
    await called(desk, '2026-11-02 08:00:00')
    expect(await desk.at('2026-11-03 08:00:00').list('fines', 'list')).toEqual([])
    expect(await desk.at('2026-11-03 08:00:01').list('fines', 'list')).toHaveLength(1)
  })

  it.each([
    ['2026-11-29 23:59:59', '2026-11'],
    ['2026-11-30 00:00:00', '2026-12'],
    ['2026-12-30 23:59:59', '2026-12'],
    ['2026-12-31 00:00:00', '2027-01'],
    ['2028-02-28 23:59:59', '2028-02'],
    ['2028-02-29 00:00:00', '2028-03'],
  ])('a line fault reported %s falls due in %s, wherever the machine stands', async (reported, month) => {
    const desk = await openDesk({ now: reported })
    const fine = `overdue:${await called(desk, reported)}`
    desk.at('2028-03-02 09:00:00')
    for (const other of ['2026-11', '2026-12', '2027-01', '2028-02', '2028-03']) {
      const found = (await desk.list('fines', 'list', '--month', other)).map(({ fine_id }) => fine_id)
      expect(found, other).toEqual(other === month ? [fine] : [])
    }
  })

  it('30 days are a repeat, a second more is none', async () => {
    const desk = await openDesk({ now: '2026-11-02 08:00:00' })
    await repaired(desk, '2026-11-02 09:00:00', await called(desk, '2026-11-02 08:00:00'))
    desk.at('2026-12-02 09:00:00')
    const again = await desk.json<{ ticket_no: string; warnings: { code: string }[] }>(...call())
    expect(await desk.list('fines', 'list')).toMatchObject([{ fine_id: `repeat:${again.ticket_no}` }])
    await desk.ok('amend', again.ticket_no, '--symptom', '花屏', '--reason', '改')
    await desk.at('2026-12-02 09:00:01').ok('void', again.ticket_no, '--reason', '误登')
    await desk.ok(...call())
    expect(await desk.list('fines', 'list')).toEqual([])
  })
})

it.each(['UTC', 'America/New_York', 'Pacific/Auckland'])('the same list and files on a machine in %s', async (TZ) => {
  const desk = await openDesk({ now: '2026-11-29 23:59:59' })
  await called(desk, '2026-11-29 23:59:59')
  await called(desk, '2026-11-30 00:00:00', { phone: '13911112222' })
  desk.at('2026-12-01 00:00:01')
  const list = await desk.ok('fines', 'list', '--csv')
  const inProcess = await bytesOf(desk, '2026-12')
  const env = { BAOXIU_DB: desk.file, BAOXIU_NOW: '2026-12-01 00:00:01', TZ }
  const told = await binary(['fines', 'list', '--csv'], { env })
  expect(told).toMatchObject({ status: 0, stdout: list, stderr: '' })
  expect(list.split('\n').map((line) => line.split(',')[1])).toEqual(['month', '2026-11', '2026-12', undefined])
  expect((await binary(['nightly', '--out-dir', desk.folder], { env })).status).toBe(0)
  const files = ['fines-2026-12.csv', 'fines-summary-2026-12.csv']
  expect(files.flatMap((name) => [name, readFileSync(desk.path(name), 'hex')])).toEqual(inProcess.slice(2))
})
