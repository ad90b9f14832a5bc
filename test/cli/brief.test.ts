import { beforeEach, describe, expect, test } from 'vitest'
import { displayWidth } from '../../src/kernel/display.ts'
import { A_CALL, openDesk } from '../desk.ts'
import type { Desk } from '../desk.ts'

let desk: Desk

beforeEach(async () => {
  desk = await openDesk({ lang: 'zh-CN' })
  await desk.ok('log', ...A_CALL, '--class', 'line', '--branch', 'CG')
})

/** Every command that changes something, in the order of a day. */
const DAY: readonly (readonly [readonly string[], string])[] = [
  [['branch', 'add', 'BH', '北河分公司', '--area', 'urban'], '已登记分公司 北河分公司'],
  [['staff', 'add', '孙强', '--branch', 'BH'], '已登记 北河分公司维修员 孙强'],
  [
    ['log', ...A_CALL, '--class', 'severe', '--branch', 'XZ'],
    '已登记 KF-20261122-0002 张三，南街，无信号（严重网络），归新庄分公司',
  ],
  [['amend', '1', '--symptom', '雪花', '--reason', '听错'], 'KF-20261122-0001 张三 已更正'],
  [['chase', '1'], '已记催修，第 1 次；时限 11-23 09:00'],
  [['assign', '1', '--to', '王伟'], '已派 王伟；11-23 09:00 前修复'],
  [
    ['hold', '1', '--reason', 'absent', '--appointment', '18:00'],
    '未修：家中无人，约在 11-22 18:00；时限不变，11-23 09:00',
  ],
  [['approve', '2', '--deadline', '2026-11-25 09:00', '--by', '刘总'], '刘总 批准 11-25 09:00 前修复'],
  [['notify', '2', '--to', '赵敏'], '已电话通知 赵敏，1 张'],
  [['repair', '1', '--by', '王伟', '--resolution', '换头'], '已修复：王伟，11-22 09:00；等回单'],
  [['close', '1', '--customer-signed', '张三', '--maintainer-signed', '王伟'], 'KF-20261122-0001 张三 已回单'],
  [['reopen', '1', '--reason', '录错'], '已改回未修'],
  [
    ['complaint', 'add', '--channel', 'mayor-hotline', '--ticket', '1', '--content', '慢'],
    '投诉 KF-C-20261122-01 已登记（市长热线）；待核实',
  ],
  [['fines', 'confirm', 'complaint:KF-C-20261122-01', '--by', '陈'], '属实：城关分公司王伟 30.00 元'],
  [['void', '2', '--reason', '误报'], 'KF-20261122-0002 张三 已作废'],
  [['duty', 'on', '--name', '李敏', '--at', '8:00'], '李敏 11-22 08:00 上班'],
  [['duty', 'off', '--name', '李敏'], '李敏 11-22 09:00 下班'],
]

describe('desk 25: after a change', () => {
  test('one or two lines say what happened, in words of the desk', async () => {
    desk.columns(80)
    for (const [argv, expected] of DAY) {
      const out = await desk.ok(...argv)
      const lines = out.trimEnd().split('\n')
      expect(lines.join('')).toContain(expected)
      expect({ argv, lines: lines.filter((line) => !line.startsWith('！')).length <= 2, out }).toMatchObject({
        lines: true,
      })
      expect(Math.max(...lines.map((line) => displayWidth(line)))).toBeLessThanOrEqual(80)
    }
  })

  test('several are told briefly', async () => {
    for (let n = 0; n < 5; n += 1) await desk.ok('log', ...A_CALL, '--class', 'line', '--branch', 'CG')
    desk.columns(80)
    const out = await desk.ok('repair', '1', '2', '3', '4', '5', '6', '--by', '王伟', '--resolution', '好', '--yes')
    expect(out).toContain('共 6 张')
    expect(
      out
        .trimEnd()
        .split('\n')
        .filter((line) => !line.startsWith('！')),
    ).toHaveLength(4)
  })

  test('--verbose has the whole record, and pipes and --json have it always', async () => {
    desk.columns(80)
    expect(await desk.ok('amend', '1', '--symptom', '雪花', '--reason', '听错', '--verbose')).toContain('故障现象')
    expect(await desk.json('chase', '1')).toMatchObject({ ticket_no: 'KF-20261122-0001', symptom: '雪花' })
    desk.columns(undefined)
    expect(await desk.ok('chase', '1')).toContain('故障现象')
  })
})
