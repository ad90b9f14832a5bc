import { describe, expect, it } from 'vitest'
import { openDesk } from '../desk.ts'
import type { Desk } from '../desk.ts'

const CALL = {
  name: '张三',
  address: '建设路5号',
  phone: '13800001234',
  symptom: '无信号',
  class: 'line',
  branch: 'CG',
  'taken-by': '小刘',
}
type Call = Partial<
  Record<keyof typeof CALL | 'account' | 'service' | 'intake' | 'reported-at' | 'note', string | undefined>
>

function flags(call: Call): string[] {
  return Object.entries(call).flatMap(([flag, value]) => (value === undefined ? [] : [`--${flag}`, value]))
}

const log = (desk: Desk, call: Call = {}) => desk.json('log', ...flags({ ...CALL, ...call }))
const codes = (ticket: Readonly<Record<string, unknown>>): unknown[] =>
  (ticket['warnings'] as { code: string }[]).map((w) => w.code)

describe('log (1.3)', () => {
  it('answers every field of the ticket, absent ones as null, and its warnings', async () => {
    const desk = await openDesk()
    expect(await log(desk)).toEqual({
      ticket_no: 'KF-20261122-0001',
      status: 'open',
      fault_class: 'line',
      service: null,
      account_no: null,
      customer_name: '张三',
      address: '建设路5号',
      phone: '13800001234',
      symptom: '无信号',
      intake: 'desk',
      branch: 'CG',
      reported_at: '2026-11-22T09:00:00+08:00',
      entered_at: '2026-11-22T09:00:00+08:00',
      taken_by: '小刘',
      deadline: '2026-11-23T09:00:00+08:00',
      approved_by: null,
      handover_no: null,
      handed_over_at: null,
      assigned_to: null,
      chases: 0,
      hold_reason: null,
      appointment_at: null,
      repaired_at: null,
      repaired_by: null,
      resolution: null,
      customer_signed_by: null,
      maintainer_signed_by: null,
      returned_at: null,
      late: false,
      note: null,
      source: null,
      warnings: [],
    })
  })

  it('numbers each day of report gap-free, whatever was typed when', async () => {
    const desk = await openDesk()
    const numbers: unknown[] = []
    for (const at of ['09:00', '2026-11-21 23:59:59', '08:59', '2026-11-21 10:00']) {
      numbers.push((await log(desk, { 'reported-at': at }))['ticket_no'])
    }
    expect(numbers).toEqual(['KF-20261122-0001', 'KF-20261121-0001', 'KF-20261122-0002', 'KF-20261121-0002'])
  })

  it('a refused call takes no number', async () => {
    const desk = await openDesk()
    await log(desk)
    expect((await desk.refused('log', ...flags({ ...CALL, branch: 'ZZ' }))).code).toBe('BRANCH_UNKNOWN')
    expect((await log(desk))['ticket_no']).toBe('KF-20261122-0002')
  })

  it('a known phone or account fills in name, address, branch and account', async () => {
    const desk = await openDesk()
    await log(desk, { account: 'A100', branch: 'XZ' })
    const known = { customer_name: '张三', address: '建设路5号', branch: 'XZ', account_no: 'A100' }
    const again = { name: undefined, address: undefined, branch: undefined }
    expect(await log(desk, again)).toMatchObject(known)
    expect(await log(desk, { ...again, phone: undefined, account: 'A100' })).toMatchObject({
      ...known,
      phone: '13800001234',
    })
  })

  it('a phone of several customers is never guessed', async () => {
    const desk = await openDesk()
    await log(desk)
    await log(desk, { name: '李四', address: '建设路6号' })
    const refused = await desk.refused('log', ...flags({ ...CALL, name: undefined, address: undefined }))
    expect(refused).toMatchObject({ status: 2, code: 'USAGE' })
    expect(refused.message).toContain('张三 建设路5号')
    expect(refused.message).toContain('李四 建设路6号')
    expect(await log(desk, { name: '李四', address: undefined })).toMatchObject({ address: '建设路6号' })
  })

  it('names all that is missing at once', async () => {
    const desk = await openDesk()
    const { message, status } = await desk.refused('log', '--name', '张三')
    expect(status).toBe(2)
    expect(message).toBe('missing --phone, --address, --branch, --symptom, --class, --taken-by')
  })

  it.each([
    ['quotes', `O'Neil "x"`],
    ['an emoji and a rare character', '\u{1F4FA}\u{20BB7}'],
    ['a line feed and a tab', 'a\nb\tc'],
    ['an escape', 'a\u001b[31mb'],
    ['a leading equals', '=1+1'],
    ['spaces around', '  x  '],
  ])('keeps text exactly: %s', async (_, note) => {
    const desk = await openDesk()
    expect(await log(desk, { note })).toMatchObject({ note })
    expect((await desk.list('list'))[0]).toMatchObject({ note })
  })

  it('shows stored escapes, never sends them', async () => {
    const desk = await openDesk()
    await log(desk, { address: 'a\u001b[31m\u202e路' })
    expect(await desk.ok('show', '1')).toContain('a\\x1b[31m\\u202e路')
  })

  const bad: [string, Call, string, number][] = [
    ['a phone with letters', { phone: '1380000abcd' }, 'INVALID_VALUE', 2],
    ['a phone of two digits', { phone: '12' }, 'INVALID_VALUE', 2],
    ['a class that is none', { class: 'lime' }, 'INVALID_VALUE', 2],
    ['an unknown branch', { branch: 'CX' }, 'BRANCH_UNKNOWN', 4],
    ['a blank name', { name: ' ' }, 'INVALID_VALUE', 2],
    ['a bare date', { 'reported-at': '2026-11-22' }, 'INVALID_VALUE', 2],
    ['a day that is none', { 'reported-at': '2026-02-30 08:00' }, 'INVALID_VALUE', 2],
    ['a moment in the future', { 'reported-at': '09:01' }, 'TIME_ORDER', 2],
    ['text with a replacement character', { note: 'a\uFFFD' }, 'INVALID_VALUE', 2],
    ['text with a NUL', { note: 'a\0b' }, 'INVALID_VALUE', 2],
    ['half a surrogate pair', { note: 'a\uD800' }, 'INVALID_VALUE', 2],
    ['an unknown service', { service: 'radio' }, 'INVALID_VALUE', 2],
  ]
  it.each(bad)('refuses %s and writes nothing', async (_, call, code, status) => {
    const desk = await openDesk()
    expect(await desk.refused('log', ...flags({ ...CALL, ...call }))).toMatchObject({ code, status })
    expect(await desk.list('list')).toEqual([])
  })

  it('names the nearest branch', async () => {
    const desk = await openDesk()
    expect((await desk.refused('log', ...flags({ ...CALL, branch: '城关分公' }))).message).toContain('城关分公司')
  })
})

describe('warnings never stop a call', () => {
  it('OPEN_TICKET, REPEAT_REPORT, LATE_ENTRY, CLOCK_BACK', async () => {
    const desk = await openDesk()
    await log(desk)
    expect(codes(await log(desk))).toEqual(['OPEN_TICKET'])
    await desk.ok('repair', '1', '2', '--by', '王伟', '--resolution', '换头')
    expect(codes(await log(desk))).toEqual(['REPEAT_REPORT', 'FINDING_NEW'])
    expect(codes(await log(desk, { phone: '7000001', name: '李四', 'reported-at': '06:59:59' }))).toEqual([
      'LATE_ENTRY',
    ])
    expect(codes(await log(desk, { phone: '7000002', name: '王五', 'reported-at': '07:00:00' }))).toEqual([])
    desk.at('2026-11-22 08:00')
    expect(codes(await log(desk, { phone: '7000003', name: '赵六' }))).toEqual(['CLOCK_BACK'])
  })

  it('a repeat is another report within 30 × 24 h after the repair', async () => {
    const desk = await openDesk({ now: '2026-10-23 09:00:00' })
    await log(desk)
    await desk.ok('repair', '1', '--by', '王伟', '--resolution', '换头')
    desk.at('2026-11-22 09:00:01')
    expect(codes(await log(desk, { 'reported-at': '2026-11-22 09:00:00' }))).toEqual(['REPEAT_REPORT', 'FINDING_NEW'])
    await desk.ok('void', '1', '--reason', '试')
    expect(codes(await log(desk))).toEqual([])
  })
})

describe('the duty list (1.1)', () => {
  it('the only one on duty took the call; another name is worth a word', async () => {
    const desk = await openDesk()
    expect((await desk.refused('log', ...flags({ ...CALL, 'taken-by': undefined }))).message).toBe('missing --taken-by')
    await desk.ok('duty', 'on', '--name', '小刘', '--at', '08:00')
    expect(await log(desk, { 'taken-by': undefined })).toMatchObject({ taken_by: '小刘', warnings: [] })
    expect(codes(await log(desk, { 'taken-by': '小王', phone: '7000004', name: '李四' }))).toEqual(['NOT_ON_DUTY'])
    expect(codes(await log(desk, { 'taken-by': '小王', phone: '7000005', name: '王五', intake: 'branch' }))).toEqual([])
    await desk.ok('duty', 'on', '--name', '小王', '--at', '08:30')
    expect((await desk.refused('log', ...flags({ ...CALL, 'taken-by': undefined }))).message).toBe('missing --taken-by')
  })
})
