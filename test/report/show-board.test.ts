import { expect, it } from 'vitest'
import { openDesk } from '../desk.ts'
import type { Desk } from '../desk.ts'

async function log(desk: Desk, name: string, at: string, ...more: string[]): Promise<void> {
  const flags = [
    '--name',
    name,
    '--address',
    '建设路5号',
    '--phone',
    '110',
    '--symptom',
    '无信号',
    '--taken-by',
    '小刘',
  ]
  const rest = more.includes('--class') ? [] : ['--class', 'line']
  await desk.ok(
    'log',
    ...flags,
    ...rest,
    ...(more.includes('--branch') ? [] : ['--branch', 'CG']),
    '--reported-at',
    at,
    ...more,
  )
}

it('the board names what needs a person now', async () => {
  const desk = await openDesk({ now: '2026-11-22 13:00:00' })
  await log(desk, '超时', '2026-11-21 12:00')
  await log(desk, '将到', '2026-11-21 17:00')
  await log(desk, '未到', '2026-11-21 17:00:01')
  await log(desk, '严重', '2026-11-22 07:00', '--class', 'severe')
  await log(desk, '已修', '2026-11-22 07:00')
  await log(desk, '预约', '2026-11-22 07:00')
  await log(desk, '乡镇', '2026-11-22 07:00', '--branch', 'XZ')
  await desk.ok('handover', 'print')
  await desk.ok('handover', 'sign', 'KF-20261122-AM-CG', '--by', '王伟')
  await desk.ok('repair', '2', '--by', '王伟', '--resolution', '换头')
  await desk.ok('hold', '3', '--reason', 'absent', '--appointment', '18:00')
  const board = await desk.json('board')
  const who = (list: string): unknown[] =>
    (board[list] as { customer_name: string }[]).map((ticket) => ticket.customer_name)
  expect(who('overdue')).toEqual(['超时'])
  expect(who('due_soon')).toEqual(['将到'])
  expect(who('awaiting_approval')).toEqual(['严重'])
  expect(who('slips_out')).toEqual(['已修'])
  expect(who('appointments')).toEqual(['预约'])
  // Printed for the township, not read out yet: nobody can have fed anything back.
  expect(who('without_feedback')).toEqual([])
  expect(board['unsigned'] as object[]).toMatchObject([{ handover_no: 'KF-20261122-AM-XZ' }])
  await desk.ok('handover', 'sign', 'KF-20261122-AM-XZ', '--by', '赵敏')
  expect((await desk.json('board'))['without_feedback']).toMatchObject([{ customer_name: '乡镇' }])
  expect(board).toMatchObject({ next_cut_off: '2026-11-22T14:00:00+08:00', overdue_count: 1, unsigned_count: 1 })
})

it('bare baoxiu is the board', async () => {
  const desk = await openDesk()
  expect(await desk.run()).toEqual(await desk.run('board'))
  expect(await desk.json()).toEqual(await desk.json('board'))
})

it('show is the ticket at top level with the lists of what happened', async () => {
  const desk = await openDesk()
  await log(desk, '张三', '08:00')
  await desk.ok('complaint', 'add', '--channel', 'telecom-10000', '--ticket', '1', '--content', '两天没人来')
  const shown = await desk.json('show', '1')
  expect(shown).toMatchObject({ ticket_no: 'KF-20261122-0001', chase_list: [], holds: [], approvals: [] })
  expect(shown['complaints']).toMatchObject([{ complaint_no: 'KF-C-20261122-01', channel: 'telecom-10000' }])
  expect(shown['events']).toMatchObject([{ actor: 'test', verb: 'log' }])
  expect(await desk.refused('show', '99')).toMatchObject({ code: 'TICKET_UNKNOWN', status: 4 })
})
