import { expect, test } from 'vitest'
import { openDesk } from '../desk.ts'
import type { Desk } from '../desk.ts'
import { call, called, repaired } from './case.ts'

interface Told {
  readonly why: readonly string[]
  readonly [field: string]: unknown
}
const explain = (desk: Desk, fine: string): Promise<Told> => desk.json<Told>('fines', 'explain', fine)

test('desk 7: a repeat of which only the phone is the same shows both households and by what they matched', async () => {
  const desk = await openDesk({ now: '2026-11-02 08:00:00' })
  await repaired(desk, '2026-11-02 09:00:00', await called(desk, '2026-11-02 08:00:00'))
  const again = await called(desk, '2026-11-03 10:00:00', { name: '赵六', address: '建设路9号' })
  const told = await explain(desk, `repeat:${again}`)
  expect(told).toMatchObject({
    match: 'phone',
    customer_name: '赵六',
    address: '建设路9号',
    earlier_customer_name: '张三',
    earlier_address: '建设路5号',
    earlier_phone: '13800000001',
  })
  expect(told.why).toContain('only the phone is the same: 赵六 建设路9号, before 张三 建设路5号; another household?')
})

test('desk 7: the same household, by phone or by account, raises no doubt', async () => {
  const desk = await openDesk({ now: '2026-11-02 08:00:00' })
  await repaired(desk, '2026-11-02 09:00:00', await called(desk, '2026-11-02 08:00:00', { account: 'A1' }))
  const same = await called(desk, '2026-11-03 10:00:00', { name: '张三家' })
  const account = await called(desk, '2026-11-03 11:00:00', { name: '李四', address: '西街2号', account: 'A1' })
  expect(await explain(desk, `repeat:${same}`)).toMatchObject({ match: 'phone' })
  const told = await explain(desk, `repeat:${account}`)
  expect(told).toMatchObject({ match: 'account' })
  expect(told.why.join('\n')).not.toContain('another household')
})

test('desk 10: a severe ticket says that it was a line fault whose deadline had passed, though nothing is listed', async () => {
  const desk = await openDesk({ now: '2026-11-02 08:00:00' })
  const ticket = await called(desk, '2026-11-02 08:00:00')
  desk.at('2026-11-03 09:00:00')
  await desk.ok('amend', ticket, '--class', 'severe', '--reason', '整条街都断了')
  const told = await explain(desk, `overdue:${ticket}`)
  expect(told.why).toContain('was a line fault until 2026-11-03 09:00, whose deadline 2026-11-03 08:00 had passed')
  expect(told).toMatchObject({
    status: null,
    reclassified: [{ from: 'line', to: 'severe', had_passed: true, reason: '整条街都断了', actor: 'test' }],
  })
  expect(await desk.list('fines', 'list')).toEqual([])
  await desk.ok('approve', ticket, '--deadline', '2026-11-03 08:30', '--by', '刘总')
  expect((await explain(desk, `overdue:${ticket}`)).why).toContain(told.why.at(-1))
})

test('desk 10: one that was reclassified in time, or never, is no fine to explain', async () => {
  const desk = await openDesk({ now: '2026-11-02 08:00:00' })
  const [early, never] = [await called(desk, '2026-11-02 08:00:00'), await called(desk, '2026-11-02 08:01:00')]
  await desk.at('2026-11-03 08:00:00').ok('amend', early, '--class', 'severe', '--reason', '整条街')
  for (const ticket of [early, never])
    expect((await desk.refused('fines', 'explain', `overdue:${ticket}`)).code).toBe('FINE_UNKNOWN')
})

test('desk 11: entered the next day and handed over after its deadline: the desk was late, and that is said', async () => {
  const desk = await openDesk({ now: '2026-11-03 09:00:00' })
  const ticket = String((await desk.json(...call({ 'reported-at': '2026-11-02 08:10' })))['ticket_no'])
  await desk.at('2026-11-03 14:01:00').ok('handover', 'print')
  await desk.at('2026-11-03 15:00:00').ok('assign', ticket, '--to', '王伟')
  const told = await explain(desk, `overdue:${ticket}`)
  expect(told).toMatchObject({
    entered_at: '2026-11-03T09:00:00+08:00',
    first_handed_over_at: '2026-11-03T14:01:00+08:00',
    assigned_at: '2026-11-03T15:00:00+08:00',
  })
  expect(told.why.slice(-3)).toEqual([
    'entered only 2026-11-03 09:00, 1 day 50 minutes after the call',
    'first handed over only 2026-11-03 14:01, 1 day 5 hours 51 minutes after the call',
    'somebody was sent only 2026-11-03 15:00, 1 day 6 hours 50 minutes after the call',
  ])
})

test('desk 11: moved from another branch an hour before its deadline', async () => {
  const desk = await openDesk({ now: '2026-11-02 08:10:00' })
  const ticket = await called(desk, '2026-11-02 08:10:00')
  await desk.at('2026-11-02 14:01:00').ok('handover', 'print')
  await desk.at('2026-11-03 07:10:00').ok('amend', ticket, '--branch', 'XZ', '--reason', '属新庄')
  desk.at('2026-11-03 10:00:00')
  const told = await explain(desk, `overdue:${ticket}`)
  expect(told.why.at(-1)).toBe('moved from 城关分公司 to 新庄分公司 at 2026-11-03 07:10, 23 hours after the call')
  expect(told).toMatchObject({ moves: [{ from: 'CG', to: 'XZ' }], first_handed_over_at: '2026-11-02T14:01:00+08:00' })
})

test('desk 11: whatever went its usual way is not told', async () => {
  const desk = await openDesk({ now: '2026-11-02 08:10:00' })
  const ticket = await called(desk, '2026-11-02 08:10:00')
  await desk.at('2026-11-02 14:01:00').ok('handover', 'print')
  await desk.ok('assign', ticket, '--to', '王伟')
  desk.at('2026-11-03 10:00:00')
  expect((await explain(desk, `overdue:${ticket}`)).why).toHaveLength(4)
})
