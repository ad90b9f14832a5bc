import { writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { displayWidth } from '../../src/kernel/display.ts'
import { openDesk } from '../desk.ts'
import { called, lateCase, repaired } from './case.ts'

describe('at a terminal of 80 columns and 24 lines', () => {
  test('an overdue fine with a hold, a decision and a line', async () => {
    const desk = await openDesk({ now: '2026-11-02 08:00:00' })
    const ticket = await called(desk, '2026-11-02 08:00:00')
    await desk.at('2026-11-02 14:00:00').ok('handover', 'print', '--format', 'text')
    await desk.ok('assign', ticket, '--to', '李强')
    await desk.ok('hold', ticket, '--reason', 'absent', '--appointment', '2026-11-03 10:00', '--by', '李强')
    await repaired(desk, '2026-11-03 10:01:00', ticket)
    await desk.ok('fines', 'confirm', `overdue:${ticket}`, '--by', '陈经理', '--note', '已与用户核实')
    for (const lang of ['en', 'zh-CN']) {
      const screen = await desk.columns(80).ok('fines', 'explain', `overdue:${ticket}`, '--lang', lang)
      const lines = screen.trimEnd().split('\n')
      expect(Math.max(...lines.map(displayWidth))).toBeLessThanOrEqual(80)
      expect(lines.length, screen).toBeLessThan(24)
      for (const fact of ['10.00', '2.2', '3.1', '张三', '无信号', '李强', '陈经理', '已与用户核实', '2026-11'])
        expect(screen).toContain(fact)
    }
  })

  test('the repair that did not last is of an old book: its source', async () => {
    const desk = await openDesk({ now: '2026-11-02 08:00:00' })
    const rows = [
      '报修时间,姓名,地址,电话,故障现象,分公司,修复时间,修复人',
      '2026-10-20 08:00,张三,建设路5号,13800000001,无信号,CG,2026-10-20 09:00,王伟',
    ]
    writeFileSync(desk.path('老登记本.csv'), rows.join('\n'))
    await desk.ok('import', 'tickets', desk.path('老登记本.csv'))
    const again = await called(desk, '2026-11-02 08:00:00')
    const told = await desk.json('fines', 'explain', `repeat:${again}`)
    expect(told).toMatchObject({ earlier_repaired_by: '王伟', earlier_source: '老登记本:2' })
    expect(await desk.columns(80).ok('fines', 'explain', `repeat:${again}`)).toMatch(
      /2026-10-20 09:00 {2}王伟\s+老登记本:2/,
    )
  })

  test('ids stay in one piece; the ledger tells why and when, in a pipe too', async () => {
    const desk = await openDesk({ now: '2026-11-02 08:00:00' })
    const fine = await lateCase(desk)
    await desk.ok('complaint', 'add', '--channel', 'mayor-hotline', '--branch', 'XZ', '--content', '慢')
    const complaint = 'complaint:KF-C-20261103-01'
    await desk.ok('fines', 'confirm', complaint, '--by', '陈经理')
    await desk.ok(
      'fines',
      'dismiss',
      complaint,
      '--ground',
      'duplicate',
      '--reason',
      '同一事，已另案处理',
      '--by',
      '陈经理',
    )
    for (const lang of ['en', 'zh-CN']) {
      for (const verb of ['list', 'ledger']) {
        const screen = await desk.columns(80).ok('fines', verb, '--lang', lang)
        expect(Math.max(...screen.split('\n').map(displayWidth))).toBeLessThanOrEqual(80)
        expect(screen).toContain(verb === 'list' ? fine : complaint)
        if (verb === 'ledger') expect(screen).toMatch(/11-03 08:00:01\s+\S+ 同一事，已另案处理/)
      }
    }
    const piped = await desk.columns(undefined).ok('fines', 'ledger')
    expect(piped.split('\n')[2]).toMatch(/\t2026-11-03 08:00:01\t同一事，已另案处理$/)
  })
})
