import { beforeEach, expect, test } from 'vitest'
import { openDesk } from '../desk.ts'
import type { Desk } from '../desk.ts'

const WHO = ['--phone', '13800001234', '--name', '张三', '--address', '建设路5号', '--branch', 'CG']
const WHAT = ['--symptom', '无信号', '--class', 'line']
let desk: Desk

beforeEach(async () => {
  desk = await openDesk()
  await desk.ok('duty', 'on', '--name', '王芳', '--at', '08:30')
})

test('a name that may be meant for another is pointed out, and never in the way', async () => {
  const near = /王方 was not seen before; near: 王芳/
  expect((await desk.run('log', ...WHO, ...WHAT, '--taken-by', '王方')).err).toMatch(near)
  await desk.ok('amend', '1', '--taken-by', '王芳', '--reason', '写错')
  expect((await desk.run('chase', '1', '--taken-by', '王方')).err).toMatch(near)
  const inspect = ['conduct', 'inspect', '--staff', '王芳', '--by']
  expect((await desk.run(...inspect, '王方')).err).toMatch(near)
  expect((await desk.run(...inspect, '王芳')).err).toBe('')
})

test('warnings that the form did not show stand under the ticket it logged', async () => {
  desk.columns(80)
  const call = ['log', ...WHO, '--reported-at', '06:00', '--class', 'line', '--taken-by', '外人']
  const { out, status } = await desk.type(call, '无信号\r')
  expect(status).toBe(0)
  expect(out).toContain('! 外人 is not on duty by the duty list')
  expect(out).toContain('! entered 3 h 0 min after the call')
})

test('an account says whose call it is, whoever shares the phone', async () => {
  await desk.ok('log', ...WHO, ...WHAT, '--account', '8001')
  await desk.ok('log', '--phone', '13800001234', '--name', '李四', '--address', '西街', '--branch', 'XZ', ...WHAT)
  const call = ['log', '--account', '8001', '--phone', '13800001234', ...WHAT]
  expect(await desk.json(...call)).toMatchObject({ customer_name: '张三', branch: 'CG' })
  expect(await desk.refused('log', '--phone', '13800001234', ...WHAT)).toMatchObject({ code: 'USAGE' })
})
