import { beforeEach, expect, test } from 'vitest'
import { openDesk } from '../desk.ts'
import type { Desk } from '../desk.ts'

const REPAIR = ['--by', '王伟', '--resolution', '光缆修复']
let desk: Desk

beforeEach(async () => {
  desk = (await openDesk({ lang: 'zh-CN' })).columns(80)
  const call = ['--address', '南街', '--symptom', '无信号', '--class', 'line', '--branch', 'CG', '--taken-by', '小刘']
  for (const name of ['甲', '乙', '丙', '丁']) await desk.ok('log', '--name', name, '--phone', '13800001234', ...call)
})

const repaired = () => desk.rows('select 1 from ticket where repaired_at is not null').length

test('a change to more than three records is asked about first, and names them', async () => {
  const { status, screen, err } = await desk.type(['repair', '1', '2', '3', '4', ...REPAIR], 'n')
  expect(screen).toContain('KF-20261122-0004  丁  13800001234  南街')
  expect(screen).toContain('以上共 4 条，确定全部改动？   y 确定   n 取消')
  expect({ status, changed: repaired() }).toEqual({ status: 130, changed: 0 })
  expect(err).toContain('没有改动任何内容')
  expect((await desk.type(['repair', '1', '2', '3', '4', ...REPAIR], 'y')).status).toBe(0)
  expect(repaired()).toBe(4)
})

test.each([[['1', '2', '3']], [['1', '2', '3', '4', '--yes']]])('%j is not asked about', async (words) => {
  expect(await desk.type(['repair', ...words, ...REPAIR])).toMatchObject({ status: 0, screen: '' })
})

test('without a terminal nothing is asked', async () => {
  desk.columns(undefined)
  expect((await desk.run('repair', '1', '2', '3', '4', ...REPAIR)).status).toBe(0)
})

test('what may not be changed is refused before anybody is asked', async () => {
  await desk.ok('repair', '2', ...REPAIR)
  expect(await desk.type(['repair', '1', '2', '3', '4', ...REPAIR], 'y')).toMatchObject({ status: 4, screen: '' })
})

test('what a command needs and was not given is asked for, and asked again where it cannot be read', async () => {
  const { status, screen } = await desk.type(['hold', '1'], '1', 'soon\r', '2026-11-23 18:00\r', '\r', '\r')
  expect(status).toBe(0)
  expect(screen).toContain('  1 家中无人\n')
  expect(screen).toContain('“soon”看不懂；时间请写成 18:00（当天）')
  expect(desk.rows('select reason from hold')).toEqual([{ reason: 'absent' }])
  const more = await desk.type(['repair'], '2、3 4\r', '王伟\r', '\r', '光缆修复\r')
  expect(more).toMatchObject({ status: 0 })
  expect(repaired()).toBe(3)
})

test('times typed short are told as they were understood', async () => {
  const { err } = await desk.at('2026-11-22 12:00').run('assign', '1', '--to', '王伟', '--at', '-2h')
  expect(err).toBe('--at -2h 即 2026-11-22 10:00\n')
  expect((await desk.run('assign', '1', '--to', '王伟', '--at', '2026-11-22 11:00')).err).toBe('')
})
