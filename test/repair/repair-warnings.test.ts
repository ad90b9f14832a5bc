import { beforeEach, describe, expect, test } from 'vitest'
import { A_CALL, openDesk } from '../desk.ts'
import type { Desk, Fields } from '../desk.ts'

let desk: Desk
beforeEach(async () => {
  desk = await openDesk({ now: '2026-11-20 09:00' })
  await desk.ok('log', ...A_CALL, '--class', 'line', '--branch', 'CG')
})

/** What it means for fines is another matter. */
const codes = (ticket: Fields): string[] =>
  (ticket['warnings'] as { code: string }[]).map(({ code }) => code).filter((code) => !/^FIND|^FINE/.test(code))
const REPAIR = ['--by', '王伟', '--resolution', '好']
const SIGNED = ['--customer-signed', '张三', '--maintainer-signed', '王伟']

describe('desk 5: when it was repaired', () => {
  test('a late repair for want of a time is warned of; with a time, or in time, it is not', async () => {
    const [ticket] = await desk.at('2026-11-21 10:00').list('repair', '20-1', ...REPAIR)
    expect(ticket).toMatchObject({ late: true })
    expect(codes(ticket ?? {})).toEqual(['LATE_BY_DEFAULT'])
    await desk.ok('reopen', '20-1', '--reason', '时间错')
    const [timely] = await desk.list('repair', '20-1', ...REPAIR, '--at', '2026-11-20 16:00')
    expect(timely).toMatchObject({ late: false })
    expect(codes(timely ?? {})).toEqual([])
    await desk.ok('reopen', '20-1', '--reason', '时间错')
    expect(codes((await desk.list('repair', '20-1', ...REPAIR, '--at', '09:30'))[0] ?? {})).toEqual([])
  })

  test('close alike, unless the repair was recorded before', async () => {
    desk.at('2026-11-21 10:00')
    expect(codes(await desk.json('close', '20-1', ...REPAIR, ...SIGNED))).toEqual(['LATE_BY_DEFAULT'])
    await desk.ok('reopen', '20-1', '--reason', '时间错')
    await desk.ok('repair', '20-1', ...REPAIR)
    expect(codes(await desk.json('close', '20-1', ...SIGNED))).toEqual([])
  })

  test('the forms ask for the time; Enter is now, and it says so where now would be late', async () => {
    desk.at('2026-11-21 10:00').columns(80)
    const asked = await desk.type(['repair', '20-1', '--by', '王伟'], '昨天 16:00\r', '好\r')
    expect(asked.status).toBe(0)
    expect(asked.screen).toMatch(/was due 2026-11-21 09:00.*Enter: now/s)
    expect(desk.rows('select repaired_at from ticket')).toEqual([{ repaired_at: Date.UTC(2026, 10, 20, 8) / 1000 }])
    await desk.ok('reopen', '20-1', '--reason', '错')
    const closed = await desk.type(['close', '20-1', ...SIGNED], '王伟\r', '下雨\r', '昨天 15:00\r', '好\r')
    expect(closed.status).toBe(0)
    expect(desk.rows('select repaired_at from ticket')).toEqual([{ repaired_at: Date.UTC(2026, 10, 20, 7) / 1000 }])
    await desk.ok('reopen', '20-1', '--reason', '错')
    expect((await desk.type(['repair', '20-1', '--by', '王伟'], '\r', '好\r')).status).toBe(0)
    expect(desk.rows('select repaired_at from ticket')).toEqual([{ repaired_at: Date.UTC(2026, 10, 21, 2) / 1000 }])
  })

  test('with all flags nothing is asked', async () => {
    desk.columns(80)
    expect(await desk.type(['repair', '1', ...REPAIR])).toMatchObject({ status: 0, screen: '' })
  })
})

describe('desk 9: an appointment after the deadline', () => {
  test('is warned of when it is made', async () => {
    const late = ['hold', '1', '--reason', 'absent', '--appointment', '2026-11-21 09:00:01']
    expect(await desk.json(...late)).toMatchObject({ warnings: [{ code: 'APPOINTMENT_AFTER_DEADLINE' }] })
    const timely = ['hold', '1', '--reason', 'absent', '--appointment', '2026-11-21 09:00']
    expect(codes(await desk.json(...timely))).toEqual([])
  })
})

describe('desk 15: somebody of another branch', () => {
  test('is warned of once', async () => {
    expect(codes(await desk.json('assign', '1', '--to', '赵敏'))).toEqual(['OTHER_BRANCH'])
    const held = await desk.json('hold', '1', '--reason', 'parts', '--by', '赵敏')
    expect(codes(held)).toEqual([])
    const [repaired] = await desk.list('repair', '1', '--by', '赵敏', '--resolution', '好')
    expect(codes(repaired ?? {})).toEqual([])
    await desk.ok('reopen', '1', '--reason', '错')
    expect(codes(await desk.json('assign', '1', '--to', '王伟'))).toEqual([])
    expect(codes((await desk.list('repair', '1', '--by', '赵敏', '--resolution', '好'))[0] ?? {})).toEqual([
      'OTHER_BRANCH',
    ])
  })
})

describe('desk 4: whoever has left', () => {
  beforeEach(async () => {
    await desk.at('2026-11-22 18:00').ok('staff', 'retire', '王伟', '--branch', 'CG')
    desk.at('2026-11-23 09:00')
  })

  test('is named for what he did up to then, so that a timely repair is no overdue fine', async () => {
    const told = [...REPAIR, '--repaired-at', '2026-11-20 17:00', ...SIGNED]
    expect(await desk.json('close', '20-1', ...told)).toMatchObject({ repaired_by: '王伟', late: false })
    expect(await desk.list('fines', 'list')).toEqual([])
  })

  const left: [string, string[]][] = [
    ['repair', ['repair', '20-1', ...REPAIR]],
    ['close', ['close', '20-1', ...REPAIR, ...SIGNED]],
    ['assign', ['assign', '20-1', '--to', '王伟']],
    ['hold', ['hold', '20-1', '--reason', 'parts', '--by', '王伟']],
    [
      'complaint',
      ['complaint', 'add', '--channel', 'company-leader', '--branch', 'CG', '--maintainer', '王伟', '--content', '慢'],
    ],
  ]
  test.each(left)('%s: not for what was after', async (_, argv) => {
    expect(await desk.refused(...argv)).toMatchObject({
      status: 4,
      code: 'STAFF_LEFT',
      message: expect.stringContaining('left on 2026-11-22') as string,
    })
  })

  test.each<[string, string[]]>([
    ['assign', ['assign', '20-1', '--to', '王伟', '--at', '2026-11-22 18:00']],
    ['hold', ['hold', '20-1', '--reason', 'parts', '--by', '王伟', '--called-at', '2026-11-22 18:00']],
  ])('%s: up to the very second', async (_, argv) => {
    expect((await desk.run(...argv)).status).toBe(0)
  })

  test('amend and correct follow the moment of the repair and of the case', async () => {
    await desk.ok('repair', '20-1', '--by', '李强', '--resolution', '好', '--at', '2026-11-22 10:00')
    expect(await desk.json('amend', '20-1', '--repaired-by', '王伟', '--reason', '记错')).toMatchObject({
      repaired_by: '王伟',
    })
    const later = ['amend', '20-1', '--repaired-at', '2026-11-22 18:30', '--reason', '记错']
    expect(await desk.refused(...later)).toMatchObject({ code: 'STAFF_LEFT' })
    await desk.ok('amend', '20-1', '--repaired-by', '李强', '--reason', '记错')
    const moved = await desk.json(
      'fines',
      'correct',
      'overdue:KF-20261120-0001',
      '--maintainer',
      '王伟',
      '--reason',
      '代班',
      '--by',
      '陈',
    )
    expect(moved).toMatchObject({ maintainer: '王伟' })
  })
})
