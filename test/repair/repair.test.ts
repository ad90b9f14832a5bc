import { describe, expect, it } from 'vitest'
import { displayWidth } from '../../src/kernel/display.ts'
import { openDesk } from '../desk.ts'
import type { Desk } from '../desk.ts'

async function log(desk: Desk, ...more: string[]): Promise<void> {
  const call = [
    '--name',
    '张三',
    '--address',
    '建设路5号',
    '--phone',
    '13800001234',
    '--symptom',
    '无信号',
    '--taken-by',
    '小刘',
  ]
  const rest = more.includes('--class') ? [] : ['--class', 'line']
  await desk.ok(
    'log',
    ...call,
    ...rest,
    ...(more.includes('--branch') ? [] : ['--branch', 'CG']),
    '--reported-at',
    '07:00',
    ...more,
  )
}

async function deskWithTicket(...more: string[]): Promise<Desk> {
  const desk = await openDesk()
  await log(desk, ...more)
  return desk
}

const SIGNED = ['--customer-signed', '张三', '--maintainer-signed', '王伟']
const REPAIR = ['--by', '王伟', '--resolution', '换头']

describe('assign (2.1)', () => {
  it('looks in the ticket’s branch first, then for a unique name elsewhere', async () => {
    const desk = await deskWithTicket()
    expect(await desk.json('assign', '1', '--to', '王伟')).toMatchObject({ assigned_to: '王伟' })
    expect(await desk.json('assign', '1', '--to', '赵敏')).toMatchObject({ assigned_to: '赵敏' })
    const refused = await desk.refused('assign', '1', '--to', '王韦')
    expect(refused).toMatchObject({ code: 'STAFF_UNKNOWN', status: 4 })
    expect(refused.message).toContain('王伟')
    expect(await desk.refused('assign', '1', '--to', '王伟', '--at', '06:59')).toMatchObject({ code: 'TIME_ORDER' })
  })

  it('one of several of that name elsewhere is never guessed', async () => {
    const desk = await deskWithTicket('--branch', 'XZ')
    await desk.ok('branch', 'add', 'DH', '东湖分公司', '--area', 'urban')
    await desk.ok('staff', 'add', '王伟', '--branch', 'DH')
    expect(await desk.refused('assign', '1', '--to', '王伟')).toMatchObject({ code: 'STAFF_UNKNOWN' })
    await desk.ok('staff', 'retire', '王伟', '--branch', 'DH')
    expect(await desk.json('assign', '1', '--to', '王伟')).toMatchObject({ assigned_to: '王伟' })
  })
})

describe('hold (2.6)', () => {
  it('records reason and appointment; the deadline never moves; the repair ends it', async () => {
    const desk = await deskWithTicket()
    const held = await desk.json(
      'hold',
      '1',
      '--reason',
      'absent',
      '--appointment',
      '2026-11-24 18:00',
      '--by',
      '王伟',
      '--note',
      '外出',
    )
    expect(held).toMatchObject({
      status: 'on_hold',
      hold_reason: 'absent',
      appointment_at: '2026-11-24T18:00:00+08:00',
      deadline: '2026-11-23T07:00:00+08:00',
    })
    await desk.ok('hold', '1', '--reason', 'parts', '--appointment', '2026-11-25 18:00', '--called-at', '08:59')
    expect((await desk.json<{ holds: object[] }>('show', '1')).holds).toEqual([
      {
        reason: 'absent',
        appointment_at: '2026-11-24T18:00:00+08:00',
        called_at: '2026-11-22T09:00:00+08:00',
        maintainer: '王伟',
        note: '外出',
      },
      {
        reason: 'parts',
        appointment_at: '2026-11-25T18:00:00+08:00',
        called_at: '2026-11-22T08:59:00+08:00',
        maintainer: null,
        note: null,
      },
    ])
    expect((await desk.list('repair', '1', ...REPAIR))[0]).toMatchObject({ status: 'repaired', hold_reason: 'parts' })
  })

  it.each([
    [['--reason', 'absent', '--appointment', '08:00'], 'TIME_ORDER', 2],
    [['--reason', 'lazy', '--appointment', '18:00'], 'INVALID_VALUE', 2],
    [['--reason', 'absent'], 'USAGE', 2],
    [['--reason', 'absent', '--appointment', '18:00', '--called-at', '09:01'], 'TIME_ORDER', 2],
  ])('refuses %j', async (flags, code, status) => {
    const desk = await deskWithTicket()
    expect(await desk.refused('hold', '1', ...flags)).toMatchObject({ code, status })
    expect((await desk.json('show', '1'))['holds']).toEqual([])
  })
})

describe('approve (2.4)', () => {
  it('a severe fault has no deadline until approved; the last approval counts and each is kept', async () => {
    const desk = await deskWithTicket('--class', 'severe')
    expect(await desk.json('show', '1')).toMatchObject({ deadline: null, late: null })
    expect(await desk.json('board')).toMatchObject({ awaiting_approval_count: 1 })
    await desk.ok('approve', '1', '--deadline', '2026-11-23 12:00', '--by', '刘总')
    expect(
      await desk.json('approve', '1', '--deadline', '2026-11-24 12:00', '--by', '陈总', '--note', '大修'),
    ).toMatchObject({
      deadline: '2026-11-24T12:00:00+08:00',
      approved_by: '陈总',
      late: false,
    })
    expect((await desk.json<{ approvals: object[] }>('show', '1')).approvals).toHaveLength(2)
    expect(await desk.refused('approve', '1', '--deadline', '06:59', '--by', '刘总')).toMatchObject({
      code: 'TIME_ORDER',
    })
  })

  it('is for severe faults only', async () => {
    const desk = await deskWithTicket()
    expect(await desk.refused('approve', '1', '--deadline', '18:00', '--by', '刘总')).toMatchObject({
      code: 'NOT_SEVERE',
      status: 4,
    })
  })
})

describe('repair (2.2, 2.3)', () => {
  it('takes several at once, all or none', async () => {
    const desk = await deskWithTicket()
    await log(desk)
    expect(await desk.refused('repair', '1', '2', '9', ...REPAIR)).toMatchObject({ code: 'TICKET_UNKNOWN' })
    expect(await desk.list('list', '--status', 'repaired')).toEqual([])
    expect(await desk.list('repair', '1', '2', ...REPAIR, '--at', '08:00')).toHaveLength(2)
    const refused = await desk.refused('repair', '1', ...REPAIR)
    expect(refused).toMatchObject({ code: 'ALREADY_REPAIRED', status: 4 })
    expect(refused.message).toBe('KF-20261122-0001 was repaired by 王伟 at 2026-11-22 08:00')
  })

  it('late is after the deadline, not at it', async () => {
    const desk = await deskWithTicket()
    await log(desk)
    desk.at('2026-11-23 09:00')
    expect((await desk.list('repair', 'KF-20261122-0001', ...REPAIR, '--at', '2026-11-23 07:00:00'))[0]).toMatchObject({
      late: false,
    })
    expect((await desk.list('repair', 'KF-20261122-0002', ...REPAIR, '--at', '2026-11-23 07:00:01'))[0]).toMatchObject({
      late: true,
    })
  })

  it.each([
    ['before the report', '06:59:59'],
    ['in the future', '09:00:01'],
  ])('refuses a repair %s', async (_, at) => {
    const desk = await deskWithTicket()
    expect(await desk.refused('repair', '1', ...REPAIR, '--at', at)).toMatchObject({ code: 'TIME_ORDER', status: 2 })
  })
})

describe('close (2.5)', () => {
  it.each([
    [[], '--customer-signed and --maintainer-signed'],
    [['--customer-signed', '张三'], '--maintainer-signed'],
    [['--maintainer-signed', '王伟'], '--customer-signed'],
  ])('refuses a slip signed %j', async (signed, lacks) => {
    const desk = await deskWithTicket()
    await desk.ok('repair', '1', ...REPAIR)
    const refused = await desk.refused('close', '1', ...signed)
    expect(refused).toMatchObject({ code: 'SIGNATURE_MISSING', status: 2 })
    expect(refused.message).toContain(`lacks ${lacks}`)
    expect(await desk.json('show', '1')).toMatchObject({ status: 'repaired' })
  })

  it('records the repair too where none was', async () => {
    const desk = await deskWithTicket()
    expect(await desk.refused('close', '1', ...SIGNED)).toMatchObject({ code: 'USAGE' })
    expect(await desk.json('close', '1', ...SIGNED, ...REPAIR, '--returned-at', '08:30')).toMatchObject({
      status: 'closed',
      repaired_at: '2026-11-22T08:30:00+08:00',
      returned_at: '2026-11-22T08:30:00+08:00',
      customer_signed_by: '张三',
      maintainer_signed_by: '王伟',
    })
  })

  it('a recorded repair may be said again, not otherwise', async () => {
    const desk = await deskWithTicket()
    await desk.ok('repair', '1', ...REPAIR, '--at', '08:00')
    expect(await desk.refused('close', '1', ...SIGNED, '--by', '李强')).toMatchObject({ code: 'ALREADY_REPAIRED' })
    expect(await desk.refused('close', '1', ...SIGNED, '--returned-at', '07:59')).toMatchObject({ code: 'TIME_ORDER' })
    expect(await desk.json('close', '1', ...SIGNED, ...REPAIR, '--repaired-at', '08:00')).toMatchObject({
      status: 'closed',
    })
  })

  it('tells who closed it and when', async () => {
    const desk = await deskWithTicket()
    desk.env['BAOXIU_ACTOR'] = '小陈'
    await desk.ok('close', '1', ...SIGNED, ...REPAIR)
    desk.env['BAOXIU_ACTOR'] = '小刘'
    const refused = await desk.refused('close', '1', ...SIGNED)
    expect(refused).toMatchObject({ code: 'ALREADY_CLOSED', status: 4 })
    expect(refused.message).toBe('KF-20261122-0001 was closed by 小陈 at 2026-11-22 09:00')
  })

  it('without a slip only where no paper went out', async () => {
    const desk = await deskWithTicket()
    await desk.ok('handover', 'print')
    const noSlip = ['--no-slip', '--reason', '电话指导', ...REPAIR]
    const refused = await desk.refused('close', '1', ...noSlip)
    expect(refused.code).toBe('SIGNATURE_MISSING')
    expect(refused.message).toContain('KF-20261122-AM-CG')
    await log(desk, '--branch', 'XZ')
    expect(await desk.refused('close', '2', '--reason', '电话')).toMatchObject({ hint: 'see `baoxiu close --help`' })
    const signed = ['--customer-signed', '甲', '--maintainer-signed', '王伟', ...REPAIR]
    expect(await desk.refused('close', '2', ...noSlip, '--customer-signed', '甲')).toMatchObject({ code: 'USAGE' })
    expect(await desk.refused('close', '2', ...signed, '--reason', '电话')).toMatchObject({ code: 'USAGE' })
    expect(await desk.refused('close', '2', '--no-slip', ...REPAIR)).toMatchObject({ code: 'SIGNATURE_MISSING' })
    await desk.ok('notify', '2', '--to', '赵敏')
    expect(await desk.json('close', '2', ...noSlip)).toMatchObject({
      status: 'closed',
      returned_at: null,
      customer_signed_by: null,
    })
    expect(await desk.json('show', '2')).toMatchObject({ no_slip_reason: '电话指导' })
  })
})

it('the slip and its stub fit 80 columns', async () => {
  const desk = await deskWithTicket('--note', '很长的备注'.repeat(30))
  const slip = await desk.ok('slip', '1')
  expect(slip).toContain('Stub')
  expect(Math.max(...slip.split('\n').map(displayWidth))).toBeLessThanOrEqual(80)
})
