import { beforeEach, describe, expect, test } from 'vitest'
import { A_CALL, openDesk } from '../desk.ts'
import type { Desk } from '../desk.ts'

let desk: Desk
beforeEach(async () => {
  desk = await openDesk({ now: '2026-11-20 09:00' })
  await desk.ok('log', ...A_CALL, '--class', 'line', '--branch', 'CG')
  await desk.ok('assign', '1', '--to', '王伟')
})

describe('desk 21: a maintainer who moves', () => {
  const MOVE = ['staff', 'move', '王伟', '--from', 'CG', '--to', 'XZ']

  test('open slips are listed and stay; later look-ups find him where he is', async () => {
    const moved = await desk.json(...MOVE)
    expect(moved).toMatchObject({ name: '王伟', from_branch: 'CG', to_branch: 'XZ' })
    expect(moved['open_slips']).toMatchObject([{ ticket_no: 'KF-20261120-0001', assigned_to: '王伟' }])
    expect(await desk.json('board')).toMatchObject({ left_staff_slips: [{ ticket_no: 'KF-20261120-0001' }] })
    desk.at('2026-11-20 10:00')
    await desk.ok('log', ...A_CALL, '--phone', '13900000001', '--class', 'line', '--branch', 'XZ')
    expect(await desk.json('assign', '2', '--to', '王伟')).toMatchObject({ assigned_to: '王伟', warnings: [] })
    expect((await desk.run('check', '--full')).out).toBe('')
  })

  test('one line by person holds both branches, and fines stay where they fell', async () => {
    await desk.at('2026-11-21 10:00').ok('repair', 'KF-20261120-0001', '--by', '王伟', '--resolution', '好')
    await desk.ok(...MOVE)
    await desk.ok('fines', 'confirm', 'overdue:KF-20261120-0001', '--by', '陈经理')
    expect(await desk.list('fines', 'summary', '--month', '2026-11')).toMatchObject([
      { branch: 'CG', maintainer: '王伟' },
    ])
    expect(await desk.list('fines', 'summary', '--month', '2026-11', '--group', 'person')).toMatchObject([
      { branch: 'XZ', maintainer: '王伟', total_yuan: 10 },
    ])
  })

  test.each<[string, string[], string]>([
    ['nobody of that name', ['staff', 'move', '王玮', '--from', 'CG', '--to', 'XZ'], 'STAFF_UNKNOWN'],
    ['the same branch', ['staff', 'move', '王伟', '--from', 'CG', '--to', 'CG'], 'INVALID_VALUE'],
    ['another branch', ['staff', 'move', '王伟', '--from', 'CG', '--to', 'DH'], 'BRANCH_UNKNOWN'],
  ])('%s is refused', async (_, argv, code) => {
    expect((await desk.refused(...argv)).code).toBe(code)
  })

  test('not twice, and not where one of that name works', async () => {
    await desk.ok('staff', 'add', '李强', '--branch', 'XZ')
    expect((await desk.refused('staff', 'move', '李强', '--from', 'CG', '--to', 'XZ')).code).toBe('IN_USE')
    await desk.ok(...MOVE)
    expect((await desk.refused(...MOVE)).code).toBe('STAFF_LEFT')
  })
})

describe('desk 21: a branch that closes', () => {
  test('not with open slips, which it names; then nothing more is given to it', async () => {
    expect(await desk.refused('branch', 'close', 'CG')).toMatchObject({
      status: 4,
      code: 'BRANCH_IN_USE',
      message: expect.stringContaining('KF-20261120-0001') as string,
    })
    await desk.ok('repair', '1', '--by', '王伟', '--resolution', '好')
    const { err, out } = await desk.run('branch', 'close', 'CG', '--json')
    expect(JSON.parse(out)).toMatchObject({ branch: 'CG', ended_at: '2026-11-20T09:00:00+08:00', merged_into: null })
    expect(err).toContain('李强, 王伟')
    expect((await desk.refused('log', ...A_CALL, '--class', 'line', '--branch', 'CG')).code).toBe('NOT_ALLOWED')
    expect((await desk.refused('staff', 'add', '新人', '--branch', 'CG')).code).toBe('NOT_ALLOWED')
    expect((await desk.refused('staff', 'move', '赵敏', '--from', 'XZ', '--to', 'CG')).code).toBe('NOT_ALLOWED')
    expect((await desk.run('branch', 'close', 'CG')).status).toBe(0)
    expect((await desk.run('check', '--full')).out).toBe('')
  })
})

test('desk 4: somebody left earlier than it was typed', async () => {
  desk.at('2026-11-23 09:00')
  const retired = await desk.json('staff', 'retire', '王伟', '--branch', 'CG', '--at', '2026-11-22 18:00')
  expect(retired).toMatchObject({ retired_at: '2026-11-22T18:00:00+08:00' })
  expect((await desk.refused('staff', 'retire', '李强', '--branch', 'CG', '--at', '2026-11-24 18:00')).code).toBe(
    'TIME_ORDER',
  )
})
