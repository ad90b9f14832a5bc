import { beforeEach, describe, expect, test } from 'vitest'
import { A_CALL, openDesk } from '../../desk.ts'
import type { Desk } from '../../desk.ts'

const OLD = 'KF-20261118-0001'
const MERGE = ['branch', 'merge', 'CG', '--into', 'XZ']
const other = (index: number): string[] => [...A_CALL, '--phone', `1390000000${index}`, '--address', `东街${index}号`]

let desk: Desk
beforeEach(async () => {
  desk = await openDesk({ now: '2026-11-18 09:00' })
  await desk.ok('log', ...A_CALL, '--class', 'line', '--branch', 'CG')
  await desk.at('2026-11-18 14:05').ok('handover', 'print')
  await desk.ok('assign', '1', '--to', '王伟')
  desk.at('2026-11-20 09:00')
})

const clean = async (): Promise<void> => expect((await desk.run('check', '--full')).out).toBe('')
const fines = async (): Promise<unknown[]> =>
  (await desk.list('fines', 'list', '--month', '2026-11')).map((fine) => [
    fine['fine_id'],
    fine['branch'],
    fine['maintainer'],
  ])

describe('desk 21: a branch that is merged', () => {
  test('its unrepaired tickets go on in the other one, in the batch they went out with', async () => {
    await desk.ok('log', ...other(1), '--class', 'line', '--branch', 'CG')
    await desk.ok('log', ...other(2), '--class', 'line', '--branch', 'CG')
    await desk.ok('repair', 'KF-20261120-0002', '--by', '李强', '--resolution', '好')
    const before = await desk.json('show', OLD)
    const merged = await desk.json(...MERGE)
    expect(merged).toMatchObject({
      branch: 'CG',
      ended_at: '2026-11-20T09:00:00+08:00',
      merged_into: 'XZ',
      staff: ['李强', '王伟'],
      warnings: [],
    })
    expect(merged['tickets']).toMatchObject([{ ticket_no: OLD }, { ticket_no: 'KF-20261120-0001' }])
    const { handover_no, handed_over_at, assigned_to } = before
    expect(handover_no).toBe('KF-20261118-PM-CG')
    expect(await desk.json('show', OLD)).toMatchObject({ branch: 'XZ', handover_no, handed_over_at, assigned_to })
    expect(await desk.json('show', 'KF-20261120-0002')).toMatchObject({ branch: 'CG' })
    expect(await desk.json('handover', 'show', 'KF-20261118-PM-CG')).toMatchObject({ tickets: [{ ticket_no: OLD }] })
    const batches = await desk
      .at('2026-11-20 14:05')
      .json<{ branch: string; ticket_count: number }[]>('handover', 'print')
    expect(batches).toMatchObject([{ branch: 'XZ', ticket_count: 1 }])
    await clean()
  })

  test('what occurred before stays, what occurs later is of the other one', async () => {
    await desk.ok('log', ...other(1), '--class', 'line', '--branch', 'CG')
    await desk
      .at('2026-11-20 12:00')
      .ok('complaint', 'add', '--channel', 'mayor-hotline', '--ticket', OLD, '--content', '慢')
    await desk.at('2026-11-20 13:00').ok(...MERGE)
    await desk
      .at('2026-11-22 10:00')
      .ok('complaint', 'add', '--channel', 'mayor-hotline', '--ticket', OLD, '--content', '还慢')
    const expected = [
      [`overdue:${OLD}`, 'CG', '王伟'],
      ['complaint:KF-C-20261120-01', 'CG', '王伟'],
      ['overdue:KF-20261120-0001', 'XZ', null],
      ['complaint:KF-C-20261122-01', 'XZ', '王伟'],
    ]
    expect(await fines()).toEqual(expected)
    await desk.ok('repair', OLD, '--by', '王伟', '--resolution', '好')
    expect(await fines()).toEqual(expected)
    expect(await desk.json('fines', 'explain', `overdue:${OLD}`)).toMatchObject({ branch: 'CG' })
    expect((await desk.columns(200).run('fines', 'explain', `overdue:${OLD}`)).out).toContain('it was still of')
    expect((await desk.run('show', OLD)).out).not.toContain('former_branches')
    await clean()
  })

  test('the deadline itself: at the very moment of the merge it is the other one’s', async () => {
    await desk.ok(...MERGE, '--at', '2026-11-19 09:00:00')
    expect(await fines()).toEqual([[`overdue:${OLD}`, 'XZ', '王伟']])
  })

  test('a repair that does not last is of whose ticket it was when it was repaired', async () => {
    await desk.ok('log', ...other(1), '--class', 'line', '--branch', 'CG')
    await desk.ok('repair', 'KF-20261120-0001', '--by', '李强', '--resolution', '好')
    await desk.ok('log', ...other(2), '--class', 'line', '--branch', 'CG')
    await desk.at('2026-11-20 10:00').ok(...MERGE)
    await desk.at('2026-11-20 11:00').ok('repair', 'KF-20261120-0002', '--by', '李强', '--resolution', '好')
    await desk.at('2026-11-22 11:00').ok('log', ...other(1), '--class', 'line')
    await desk.ok('log', ...other(2), '--class', 'line')
    expect((await fines()).slice(1)).toEqual([
      ['repeat:KF-20261122-0001', 'CG', '李强'],
      ['repeat:KF-20261122-0002', 'XZ', '李强'],
    ])
    expect(await desk.json('show', 'KF-20261122-0001')).toMatchObject({ branch: 'XZ' })
  })

  test('one line by person, of whoever left before too; fines stay where they fell', async () => {
    await desk.ok('fines', 'confirm', `overdue:${OLD}`, '--by', '陈经理')
    await desk.ok(
      'complaint',
      'add',
      '--channel',
      'mayor-hotline',
      '--branch',
      'CG',
      '--maintainer',
      '李强',
      '--content',
      '慢',
    )
    await desk.ok('fines', 'confirm', 'complaint:KF-C-20261120-01', '--by', '陈经理')
    await desk.ok('staff', 'retire', '李强', '--branch', 'CG')
    const merged = await desk.json(...MERGE)
    expect(merged).toMatchObject({ staff: ['王伟'], warnings: [] })
    expect(await desk.list('fines', 'summary', '--month', '2026-11')).toMatchObject([
      { branch: 'CG', maintainer: '李强' },
      { branch: 'CG', maintainer: '王伟' },
    ])
    expect(await desk.list('fines', 'summary', '--month', '2026-11', '--group', 'person')).toMatchObject([
      { branch: 'XZ', maintainer: '李强' },
      { branch: 'XZ', maintainer: '王伟' },
    ])
    await clean()
  })

  test('somebody new of the name of one who had left is another person', async () => {
    await desk.ok(
      'complaint',
      'add',
      '--channel',
      'mayor-hotline',
      '--branch',
      'CG',
      '--maintainer',
      '李强',
      '--content',
      '慢',
    )
    await desk.ok('fines', 'confirm', 'complaint:KF-C-20261120-01', '--by', '陈经理')
    await desk.ok('staff', 'retire', '李强', '--branch', 'CG')
    await desk.ok('staff', 'add', '李强', '--branch', 'XZ')
    await desk.ok(...MERGE)
    expect(await desk.list('fines', 'summary', '--month', '2026-11', '--group', 'person')).toContainEqual(
      expect.objectContaining({ branch: 'CG', maintainer: '李强' }),
    )
  })

  test.each([
    ['who works there', [['staff', 'add', '李强', '--branch', 'XZ']]],
    [
      'who has left',
      [
        ['staff', 'add', '李强', '--branch', 'XZ'],
        ['staff', 'retire', '李强', '--branch', 'XZ'],
      ],
    ],
  ])('refused where the other one has another of that name %s', async (_, steps) => {
    for (const step of steps) await desk.ok(...step)
    const fault = await desk.refused(...MERGE)
    expect(fault).toMatchObject({ status: 4, code: 'IN_USE', message: expect.stringContaining('李强') as string })
    expect(await desk.json('show', OLD)).toMatchObject({ branch: 'CG' })
  })

  test('whoever came from there and went back goes with it', async () => {
    await desk.ok('staff', 'move', '李强', '--from', 'CG', '--to', 'XZ')
    await desk.ok('staff', 'move', '李强', '--from', 'XZ', '--to', 'CG')
    await desk.ok('staff', 'move', '李强', '--from', 'CG', '--to', 'XZ')
    await desk.ok('staff', 'move', '李强', '--from', 'XZ', '--to', 'CG')
    expect(await desk.json(...MERGE)).toMatchObject({ staff: ['李强', '王伟'] })
    await clean()
  })

  test('nothing more is given to it; its customers are of the other one', async () => {
    await desk.ok(...MERGE)
    expect((await desk.refused('log', ...other(1), '--class', 'line', '--branch', 'CG')).code).toBe('NOT_ALLOWED')
    expect((await desk.refused('staff', 'add', '新人', '--branch', 'CG')).code).toBe('NOT_ALLOWED')
    expect((await desk.refused('amend', OLD, '--branch', 'CG', '--reason', '错')).code).toBe('NOT_ALLOWED')
    expect((await desk.refused('branch', 'merge', 'XZ', '--into', 'CG')).code).toBe('NOT_ALLOWED')
    const { status, err } = await desk.run(...MERGE)
    expect([status, err]).toEqual([0, expect.stringContaining('already')])
  })

  test('a repair that is withdrawn later is work of the other one', async () => {
    await desk.ok('repair', OLD, '--by', '王伟', '--resolution', '好')
    await desk.ok(...MERGE)
    await desk.at('2026-11-20 10:00').ok('reopen', OLD, '--reason', '录错单号')
    expect(await desk.json('show', OLD)).toMatchObject({ branch: 'XZ', handover_no: 'KF-20261118-PM-CG' })
    expect(await fines()).toEqual([[`overdue:${OLD}`, 'CG', '王伟']])
    await clean()
  })

  test('merged on, and a branch that was never right', async () => {
    await desk.ok('branch', 'add', 'DX', '东乡分公司', '--area', 'township')
    await desk.ok(...MERGE)
    await desk.at('2026-11-21 09:00').ok('branch', 'merge', 'XZ', '--into', 'DX')
    expect(await fines()).toEqual([[`overdue:${OLD}`, 'CG', '王伟']])
    await desk.ok('branch', 'add', 'BH', '北河分公司', '--area', 'township')
    await desk.ok('amend', OLD, '--branch', 'BH', '--reason', '一直属北河')
    expect(await fines()).toEqual([[`overdue:${OLD}`, 'BH', null]])
    await clean()
  })

  test.each([
    ['itself', ['branch', 'merge', 'CG', '--into', 'CG'], 'INVALID_VALUE'],
    ['no branch', ['branch', 'merge', 'CG', '--into', 'DH'], 'BRANCH_UNKNOWN'],
    ['the future', [...MERGE, '--at', '2026-11-21 08:00'], 'TIME_ORDER'],
  ])('%s is refused', async (_, argv, code) => {
    expect((await desk.refused(...argv)).code).toBe(code)
  })

  test('a closed month keeps what it says', async () => {
    await desk.at('2026-12-02 09:00').ok('fines', 'close-month', '2026-11', '--by', '陈经理')
    expect((await desk.refused(...MERGE, '--at', '2026-11-30 23:59:59')).code).toBe('MONTH_CLOSED')
    await desk.ok(...MERGE, '--at', '2026-12-01 00:00')
    await clean()
  })

  test('a confirmed fine that the moment of the merge contradicts is named', async () => {
    await desk.ok('fines', 'confirm', `overdue:${OLD}`, '--by', '陈经理')
    const merged = await desk.json(...MERGE, '--at', '2026-11-18 15:00')
    expect(merged['warnings']).toMatchObject([{ code: 'FINE_CONTRADICTED', fine_id: `overdue:${OLD}` }])
  })
})
