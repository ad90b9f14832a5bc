import { beforeEach, expect, test } from 'vitest'
import { A_CALL, openDesk } from '../desk.ts'
import type { Desk } from '../desk.ts'

const UP = '\x1b[A'
let desk: Desk

beforeEach(async () => {
  desk = (await openDesk({ lang: 'zh-CN' })).columns(80)
  await desk.ok('log', ...A_CALL, '--class', 'line', '--branch', 'CG')
  await desk.ok('assign', '1', '--to', '王伟')
})

const slip = () =>
  desk.rows('select repaired_by, resolution, customer_signed_by, maintainer_signed_by from ticket').at(0)

test('a slip that came back: what is known is taken with Enter', async () => {
  const { status, screen } = await desk.type(['close', '1'], '\r', '\r', '更换接头\r', '\r', '\r')
  expect(status).toBe(0)
  expect(screen).toContain('回单 KF-20261122-0001：张三，南街')
  expect(slip()).toEqual({
    repaired_by: '王伟',
    resolution: '更换接头',
    customer_signed_by: '张三',
    maintainer_signed_by: '王伟',
  })
})

test('after a repair only the signatures are asked for; back goes one step', async () => {
  await desk.ok('repair', '1', '--by', '李强', '--resolution', '好')
  const { status } = await desk.type(['close', '1'], '李四\r', UP, '张太太\r', '\r')
  expect(status).toBe(0)
  expect(slip()).toMatchObject({ customer_signed_by: '张太太', maintainer_signed_by: '李强' })
})

test('nothing is asked where all was given, no paper went out, or nobody is there', async () => {
  expect(
    await desk.type(['close', '1', '--no-slip', '--reason', '试', '--by', '王伟', '--resolution', '好']),
  ).toMatchObject({ status: 0, screen: '' })
  expect(await desk.type(['close', '1'])).toMatchObject({ status: 4, screen: '' })
  desk.columns(undefined)
  await desk.ok('reopen', '1', '--reason', '错')
  expect(await desk.refused('close', '1')).toMatchObject({ code: 'SIGNATURE_MISSING' })
})

test('broken off: nothing is written', async () => {
  expect((await desk.type(['close', '1'], '\r', UP, UP)).status).toBe(130)
  expect(slip()).toMatchObject({ repaired_by: null })
})

test('desk 5: it asks when, and says so where now would be late', async () => {
  const { screen } = await desk
    .at('2026-11-23 10:00')
    .type(['close', '22-1'], '\r', '昨天 18:00\r', '换头\r', '\r', '\r')
  expect(screen).toMatch(/按现在算已超时：\s*KF-20261122-0001/)
  expect(screen).toContain('修复时间（回车=现在）')
  expect(await desk.json('show', '22-1')).toMatchObject({ repaired_at: '2026-11-22T18:00:00+08:00', late: false })
})

test('desk 27: a bundle of slips is one screen: a number, the signatures by Enter', async () => {
  for (const n of [2, 3]) {
    await desk.ok('log', ...A_CALL, '--class', 'line', '--branch', 'CG')
    await desk.ok('repair', String(n), '--by', '王伟', '--resolution', '好', '--yes')
  }
  const { status, screen } = await desk.type(['close'], '2\r\r\r', '3\r李四\r\r', '1\r', '\r\r好\r\r\r', '\r')
  expect(status).toBe(0)
  expect(screen).toContain('输入单号，签名按回车')
  const closed = desk.rows(
    'select customer_signed_by as c, maintainer_signed_by as m from ticket where closed_at is not null',
  )
  expect(closed).toEqual([
    { c: '张三', m: '王伟' },
    { c: '张三', m: '王伟' },
    { c: '李四', m: '王伟' },
  ])
})

test('what cannot be done is said, and nothing typed is lost', async () => {
  const { status, screen } = await desk.type(['close', '1'], '生人\r\r换头\r\r王伟\r', '\x15王伟\r\r\r\r\r')
  expect(screen).toContain('没有维护人')
  expect(status).toBe(0)
  expect(slip()).toMatchObject({ repaired_by: '王伟', resolution: '换头' })
})
