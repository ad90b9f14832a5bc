import { beforeEach, describe, expect, test } from 'vitest'
import { A_CALL, openDesk } from '../desk.ts'
import type { Desk } from '../desk.ts'

let desk: Desk
beforeEach(async () => {
  desk = await openDesk({ now: '2026-11-22 10:00' })
  for (const [index, at] of ['08:30', '09:00', '09:30', '09:40'].entries())
    await desk.ok(
      'log',
      ...A_CALL,
      '--phone',
      `1380000000${index}`,
      '--class',
      'line',
      '--branch',
      'CG',
      '--reported-at',
      at,
    )
})

const NO = (number: number): string => `KF-20261122-000${number}`
const void_ = (number: number, ...more: string[]): string[] => ['void', String(number), '--reason', '重复', ...more]
const links = () =>
  desk
    .rows('select ticket_no, duplicate_of from ticket where void_at is not null order by ticket_no')
    .map((row) => [row.ticket_no, row.duplicate_of])

describe('desk 2: a duplicate leads to a live ticket', () => {
  test('its original must be alive, and the hint names the live one', async () => {
    await desk.ok(...void_(2, '--duplicate-of', '1'))
    expect(await desk.refused(...void_(3, '--duplicate-of', '2'))).toMatchObject({
      status: 4,
      code: 'TICKET_VOID',
      message: `${NO(2)} is void`,
      hint: expect.stringContaining(NO(1)) as string,
    })
  })

  test('a call is not lost by two voids', async () => {
    await desk.ok(...void_(2, '--duplicate-of', '1'))
    expect((await desk.refused(...void_(1, '--duplicate-of', '2'))).code).toBe('TICKET_VOID')
    expect(await desk.refused(...void_(1))).toMatchObject({
      status: 4,
      code: 'HAS_DUPLICATES',
      message: `${NO(2)} double ${NO(1)}`,
    })
    expect(links()).toEqual([[NO(2), NO(1)]])
  })

  test('duplicates follow their original, by --repoint or by themselves', async () => {
    await desk.ok(...void_(2, '--duplicate-of', '1'))
    await desk.ok(...void_(1, '--repoint', '3'))
    expect(links()).toEqual([
      [NO(1), null],
      [NO(2), NO(3)],
    ])
    await desk.ok(...void_(3, '--duplicate-of', '4'))
    expect(links()).toEqual([
      [NO(1), null],
      [NO(2), NO(4)],
      [NO(3), NO(4)],
    ])
    expect((await desk.run('check', '--full')).out).toBe('')
    const { events } = await desk.json<{ events: object[] }>('show', '2')
    expect(events.at(-1)).toMatchObject({ verb: 'void', reason: '重复' })
  })

  test.each([
    ['void', '4', 'TICKET_VOID'],
    ['itself', '1', 'INVALID_VALUE'],
    ['unknown', '77', 'TICKET_UNKNOWN'],
  ])('not re-pointed to one that is %s', async (_, target, code) => {
    await desk.ok(...void_(2, '--duplicate-of', '1'))
    await desk.ok(...void_(4))
    expect((await desk.refused(...void_(1, '--repoint', target))).code).toBe(code)
    expect(links()).toEqual([
      [NO(2), NO(1)],
      [NO(4), null],
    ])
  })

  test('on a terminal it asks where they lead', async () => {
    await desk.ok(...void_(2, '--duplicate-of', '1'))
    const asked = await desk.columns(80).type(void_(1), '3\r')
    expect(asked).toMatchObject({ status: 0, screen: expect.stringContaining(NO(2)) as string })
    expect(links()).toContainEqual([NO(2), NO(3)])
  })
})

describe('desk 19: a mistaken void is taken back', () => {
  test('the number is kept, the link of a duplicate ends, and the journal tells', async () => {
    await desk.ok(...void_(2, '--duplicate-of', '1'))
    expect(await desk.json('reopen', '2', '--reason', '不是一件事')).toMatchObject({
      ticket_no: NO(2),
      status: 'open',
      handover_no: null,
    })
    expect(links()).toEqual([])
    const { events } = await desk.json<{ events: object[] }>('show', '2')
    expect(events.at(-1)).toMatchObject({ verb: 'reopen', reason: '不是一件事' })
    const [batch] = await desk.at('2026-11-22 14:00').list('handover', 'print')
    expect(batch).toMatchObject({ ticket_count: 4 })
    await desk.ok(...void_(1))
    expect((await desk.run('check', '--full')).out).toBe('')
  })

  test('what was repaired before it was voided is repaired again', async () => {
    await desk.ok('repair', '2', '--by', '王伟', '--resolution', '好')
    await desk.ok(...void_(2))
    expect(await desk.json('reopen', '2', '--reason', '错')).toMatchObject({ status: 'repaired', repaired_by: '王伟' })
  })

  test('not where a batch rests on it', async () => {
    await desk.at('2026-11-22 14:00').ok('handover', 'print')
    await desk.ok(...void_(2))
    expect(await desk.refused('reopen', '2', '--reason', '错')).toMatchObject({
      status: 4,
      code: 'NOT_ALLOWED',
      message: expect.stringContaining('KF-20261122-PM-CG') as string,
    })
  })

  test('not where a month was closed since, and still where it was closed before', async () => {
    await desk.ok(...void_(2))
    await desk.at('2026-12-01 09:00').ok('fines', 'close-month', '2026-11', '--by', '陈')
    expect(await desk.refused('reopen', NO(2), '--reason', '错')).toMatchObject({ status: 4, code: 'MONTH_CLOSED' })
    await desk.ok('void', NO(3), '--reason', '错')
    expect(await desk.json('reopen', NO(3), '--reason', '错')).toMatchObject({ status: 'open' })
  })
})

describe('desk 13: opened again after the slip came back', () => {
  const CLOSE = ['--by', '王伟', '--resolution', '好', '--customer-signed', '张三', '--maintainer-signed', '王伟']

  test('a new complaint is a new call, and the slip is to be printed again', async () => {
    await desk.ok('close', '1', ...CLOSE)
    const { err } = await desk.run('reopen', '1', '--reason', '录错单号')
    expect(err).toMatch(/baoxiu log/)
    expect(err).toMatch(`baoxiu slip ${NO(1)}`)
    expect((await desk.run('reopen', '--help')).out).not.toContain('没修好')
  })

  test('nothing is said where no slip was back', async () => {
    await desk.ok('repair', '1', '--by', '王伟', '--resolution', '好')
    expect((await desk.run('reopen', '1', '--reason', '录错单号')).err).toBe('')
    expect(desk.rows('select * from missing_slip')).toEqual([])
  })
})
