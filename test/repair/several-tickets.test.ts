import { beforeEach, describe, expect, test } from 'vitest'
import { A_CALL, openDesk } from '../desk.ts'
import type { Desk, Fields } from '../desk.ts'

let desk: Desk
beforeEach(async () => {
  desk = await openDesk()
  for (const phone of ['13800000001', '13800000002', '13800000003'])
    await desk.ok('log', ...A_CALL, '--phone', phone, '--class', 'severe', '--branch', 'CG', '--reported-at', '07:00')
})

const CLOSED = ['--by', '王伟', '--resolution', '好', '--customer-signed', '张三', '--maintainer-signed', '王伟']
const VERBS: [string, string[], Fields][] = [
  ['assign', ['--to', '王伟'], { assigned_to: '王伟' }],
  ['approve', ['--deadline', '2026-11-24 18:00', '--by', '刘总'], { approved_by: '刘总' }],
  ['chase', ['--note', '着急'], { chases: 1 }],
  ['hold', ['--reason', 'parts'], { hold_reason: 'parts', appointment_at: null }],
  ['close', CLOSED, { status: 'closed' }],
]

describe('desk 27: several tickets in one command', () => {
  test.each(VERBS)('%s: one is an object, several are an array', async (verb, flags, expected) => {
    expect(await desk.json(verb, '1', ...flags)).toMatchObject({ ...expected, ticket_no: 'KF-20261122-0001' })
    expect(await desk.list(verb, '2', '3', ...flags)).toMatchObject([
      { ...expected, ticket_no: 'KF-20261122-0002' },
      { ...expected, ticket_no: 'KF-20261122-0003' },
    ])
  })

  test.each(VERBS)('%s: all or none, and the error names the ticket', async (verb, flags) => {
    await desk.ok('void', '3', '--reason', '试')
    const before = desk.rows('select * from ticket')
    const { code, message } = await desk.refused(verb, '1', '2', '3', ...flags)
    expect({ code, message }).toEqual({ code: 'TICKET_VOID', message: 'KF-20261122-0003 is void' })
    expect(desk.rows('select * from ticket')).toEqual(before)
  })

  test('a refusal that is about a time or a person names the ticket too', async () => {
    await desk.ok('amend', '2', '--reported-at', '08:30', '--reason', '听错')
    expect(await desk.refused('assign', '1', '2', '--to', '王伟', '--at', '08:00')).toMatchObject({
      code: 'TIME_ORDER',
      message: expect.stringContaining('KF-20261122-0002') as string,
    })
    expect(desk.rows('select assigned_to from ticket where assigned_to is not null')).toEqual([])
  })

  test('more than three are asked about on a terminal', async () => {
    await desk.ok('log', ...A_CALL, '--phone', '13800000004', '--class', 'line', '--branch', 'CG')
    desk.columns(80)
    const all = ['assign', '1', '2', '3', '4', '--to', '王伟']
    expect((await desk.type(all, 'n')).status).toBe(130)
    expect((await desk.type(all, 'y')).status).toBe(0)
    expect(desk.rows('select ticket_no from ticket where assigned_to is not null')).toHaveLength(4)
  })
})

describe('desk 29: an appointment where the customer was missed', () => {
  test.each(['parts', 'weather', 'other'])('%s needs none', async (reason) => {
    expect(await desk.json('hold', '1', '--reason', reason)).toMatchObject({ status: 'on_hold', appointment_at: null })
    expect((await desk.run('check', '--full')).out).toBe('')
  })

  test.each(['absent', 'customer-request', 'no-access'])('%s needs one', async (reason) => {
    expect(await desk.refused('hold', '1', '--reason', reason)).toMatchObject({
      code: 'USAGE',
      message: expect.stringContaining('--appointment') as string,
    })
  })

  test('a form asks for it where it is needed, and only there', async () => {
    desk.columns(80)
    const absent = await desk.type(['hold', '1', '--reason', 'absent'], '2026-11-23 18:00\r', '\r', '\r')
    expect(absent).toMatchObject({ status: 0, screen: expect.stringMatching(/Appointment/i) as string })
    expect(await desk.type(['hold', '2', '--reason', 'parts'])).toMatchObject({ status: 0, screen: '' })
  })
})
