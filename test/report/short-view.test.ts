import { beforeEach, describe, expect, test } from 'vitest'
import { displayWidth } from '../../src/kernel/display.ts'
import { openDesk } from '../desk.ts'
import type { Desk } from '../desk.ts'

let desk: Desk

beforeEach(async () => {
  desk = await openDesk({ lang: 'zh-CN' })
  const call = [
    '--phone',
    '13800001234',
    '--address',
    '建设路5号',
    '--class',
    'line',
    '--branch',
    'CG',
    '--taken-by',
    '小刘',
  ]
  await desk.ok('log', '--name', '张三', '--symptom', '无信号', ...call, '--reported-at', '2026-11-21 10:00')
  await desk.ok('log', '--name', '李四', '--symptom', '雪花', ...call)
  await desk.ok('log', '--name', '王五', '--symptom', '断网', ...call)
  await desk.ok('assign', '1', '--to', '王伟')
  await desk.ok('repair', '2', '--by', '李强', '--resolution', '好')
})

describe('desk 32: a list at 80 columns', () => {
  test('number in short, customer, symptom, branch by name, who, time left', async () => {
    const out = await desk.columns(80).ok('list')
    const rows = out.trimEnd().split('\n')
    expect(rows.find((row) => row.includes('张三'))).toMatch(
      /^21-1\s+待交接\s+张三\s+无信号\s+城关分公司\s+还剩 1 小时/,
    )
    expect(rows.find((row) => row.includes('李四'))).toMatch(/^1\s.*雪花\s+城关分公司\s+王伟\s+还剩/)
    expect(rows.find((row) => row.includes('王五'))).toMatch(/李强/)
  })

  test.each([60, 80, 120])('fits %i columns', async (columns) => {
    const out = await desk.columns(columns).ok('list')
    for (const line of out.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(columns)
    expect(out).toContain('无信号')
  })

  test('search shows what was wrong and who repaired it', async () => {
    const out = await desk.columns(80).ok('search', '建设路')
    expect(out).toContain('断网')
    expect(out).toContain('李强')
  })

  test('pipes, --json and --csv are as before', async () => {
    expect(await desk.ok('list')).toContain('KF-20261121-0001')
    expect(await desk.columns(80).ok('list', '--csv')).toContain('ticket_no,status,fault_class')
  })

  test('--maintainer: who repaired it, or was sent and nobody has yet', async () => {
    expect(await desk.list('list', '--maintainer', '王伟')).toMatchObject([{ customer_name: '李四' }])
    expect(await desk.list('list', '--maintainer', '李强')).toMatchObject([{ customer_name: '王五' }])
    await desk.ok('assign', '21-1', '--to', '李强')
    await desk.ok('repair', '21-1', '--by', '王伟', '--resolution', '好')
    expect(await desk.list('list', '--maintainer', '李强')).toMatchObject([{ customer_name: '王五' }])
  })
})
