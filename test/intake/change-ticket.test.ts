import { describe, expect, it } from 'vitest'
import { openDesk } from '../desk.ts'
import type { Desk, Fields } from '../desk.ts'

async function deskWithTicket(...more: string[]): Promise<Desk> {
  const desk = await openDesk()
  const call = ['--name', '张三', '--address', '建设路5号', '--phone', '13800001234', '--symptom', '无信号']
  await desk.ok(
    'log',
    ...call,
    '--class',
    'line',
    '--branch',
    'CG',
    '--taken-by',
    '小刘',
    '--reported-at',
    '07:00',
    ...more,
  )
  return desk
}

describe('chase', () => {
  it('counts, keeps each, and is no new ticket', async () => {
    const desk = await deskWithTicket()
    await desk.ok('chase', '1', '--note', '着急')
    expect(await desk.json('chase', '1', '--at', '08:30', '--taken-by', '小王')).toMatchObject({ chases: 2 })
    expect(await desk.list('list')).toHaveLength(1)
    expect((await desk.json('show', '1'))['chase_list']).toEqual([
      { at: '2026-11-22T09:00:00+08:00', taken_by: null, note: '着急' },
      { at: '2026-11-22T08:30:00+08:00', taken_by: '小王', note: null },
    ])
  })

  it('is refused before the report, after the repair and on a void ticket', async () => {
    const desk = await deskWithTicket()
    expect(await desk.refused('chase', '1', '--at', '06:59')).toMatchObject({ code: 'TIME_ORDER', status: 2 })
    await desk.ok('repair', '1', '--by', '王伟', '--resolution', '换头')
    expect(await desk.refused('chase', '1')).toMatchObject({ code: 'ALREADY_REPAIRED', status: 4 })
    await desk.ok('void', '1', '--reason', '试')
    expect(await desk.refused('chase', '1')).toMatchObject({ code: 'TICKET_VOID', status: 4 })
    expect(await desk.refused('chase', '77')).toMatchObject({ code: 'TICKET_UNKNOWN', status: 4 })
  })
})

describe('amend', () => {
  it('keeps the number and counts the deadline again', async () => {
    const desk = await deskWithTicket()
    const amended = await desk.json(
      'amend',
      '1',
      '--reported-at',
      '2026-11-21 22:00',
      '--class',
      'network',
      '--reason',
      '听错',
    )
    expect(amended).toMatchObject({ ticket_no: 'KF-20261122-0001', deadline: '2026-11-23T10:00:00+08:00' })
    const events = (await desk.json<{ events: Fields[] }>('show', '1')).events
    expect(events.at(-1)).toMatchObject({ actor: 'test', verb: 'amend', reason: '听错' })
    expect(events.at(-1)?.['changes']).toContain('fault_class line → network')
  })

  it('a new branch strikes the slip from its batch, and the next batch of that branch takes it', async () => {
    const desk = await deskWithTicket()
    await desk.ok('handover', 'print')
    await desk.ok('assign', '1', '--to', '王伟')
    expect(await desk.json('amend', '1', '--branch', 'XZ', '--reason', '属新庄')).toMatchObject({
      branch: 'XZ',
      status: 'open',
      handover_no: null,
      assigned_to: null,
    })
    expect(await desk.ok('handover', 'show', 'KF-20261122-AM-CG')).toContain('KF-20261122-0001')
    expect(await desk.ok('handover', 'print', '--branch', 'CG')).toContain('STRUCK OFF')
    const [batch] = await desk.at('2026-11-22 14:00').list('handover', 'print')
    expect(batch).toMatchObject({ handover_no: 'KF-20261122-PM-XZ', ticket_count: 1 })
  })

  it('corrects the repair in every status but void', async () => {
    const desk = await deskWithTicket()
    expect(await desk.refused('amend', '1', '--resolution', 'x', '--reason', 'x')).toMatchObject({
      code: 'NOT_REPAIRED',
      status: 4,
    })
    await desk.ok(
      'close',
      '1',
      '--by',
      '王伟',
      '--resolution',
      '换头',
      '--repaired-at',
      '08:00',
      '--customer-signed',
      '张三',
      '--maintainer-signed',
      '王伟',
    )
    const fixed = [
      '--repaired-at',
      '08:30',
      '--repaired-by',
      '李强',
      '--resolution',
      '换线',
      '--customer-signed',
      '张母',
      '--reason',
      '录错',
    ]
    expect(await desk.json('amend', '1', ...fixed)).toMatchObject({
      status: 'closed',
      repaired_at: '2026-11-22T08:30:00+08:00',
      repaired_by: '李强',
      resolution: '换线',
      customer_signed_by: '张母',
    })
    expect(await desk.refused('amend', '1', '--repaired-at', '06:59', '--reason', 'x')).toMatchObject({
      code: 'TIME_ORDER',
    })
    expect(await desk.refused('amend', '1', '--reported-at', '08:31', '--reason', 'x')).toMatchObject({
      code: 'TIME_ORDER',
    })
    expect(await desk.refused('amend', '1', '--repaired-by', '王韦', '--reason', 'x')).toMatchObject({
      code: 'STAFF_UNKNOWN',
    })
    expect(await desk.refused('amend', '1', '--reason', 'x')).toMatchObject({ code: 'USAGE' })
    expect(await desk.refused('amend', '1', '--note', 'x')).toMatchObject({
      code: 'USAGE',
      message: 'missing --reason',
    })
    await desk.ok('void', '1', '--reason', 'x')
    expect(await desk.refused('amend', '1', '--note', 'x', '--reason', 'x')).toMatchObject({ code: 'TICKET_VOID' })
  })
})

describe('reopen', () => {
  it('withdraws repair and close', async () => {
    const desk = await deskWithTicket()
    expect(await desk.refused('reopen', '1', '--reason', 'x')).toMatchObject({ code: 'NOT_REPAIRED', status: 4 })
    await desk.ok(
      'close',
      '1',
      '--by',
      '王伟',
      '--resolution',
      '换头',
      '--customer-signed',
      '张三',
      '--maintainer-signed',
      '王伟',
    )
    expect(await desk.json('reopen', '1', '--reason', '录错单')).toMatchObject({
      status: 'open',
      repaired_at: null,
      repaired_by: null,
      resolution: null,
      customer_signed_by: null,
      maintainer_signed_by: null,
      returned_at: null,
    })
    await desk.ok('repair', '1', '--by', '王伟', '--resolution', '换头')
  })
})

describe('void', () => {
  it('keeps the number, stays in a frozen batch with a mark, and leaves list filters and the board', async () => {
    const desk = await deskWithTicket()
    await desk.ok('handover', 'print')
    expect(await desk.json('void', '1', '--reason', '打错')).toMatchObject({
      ticket_no: 'KF-20261122-0001',
      status: 'void',
      late: null,
    })
    expect(await desk.ok('handover', 'print')).toContain('[VOID]')
    expect(await desk.at('2026-11-25 09:00').list('list', '--overdue')).toEqual([])
    expect(await desk.json('board')).toMatchObject({ overdue_count: 0 })
    const again = await desk.refused('void', 'KF-20261122-0001', '--reason', 'x')
    expect(again).toMatchObject({ code: 'TICKET_VOID', status: 4 })
  })

  it('a duplicate names another ticket', async () => {
    const desk = await deskWithTicket()
    expect(await desk.refused('void', '1', '--reason', 'x', '--duplicate-of', '1')).toMatchObject({
      code: 'INVALID_VALUE',
    })
    expect(await desk.refused('void', '1', '--reason', 'x', '--duplicate-of', '9')).toMatchObject({
      code: 'TICKET_UNKNOWN',
    })
  })
})
