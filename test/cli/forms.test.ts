import { beforeEach, describe, expect, test } from 'vitest'
import { A_CALL, openDesk } from '../desk.ts'
import type { Desk } from '../desk.ts'

const UP = '\x1b[A'
let desk: Desk

beforeEach(async () => {
  desk = (await openDesk({ lang: 'zh-CN' })).columns(80)
  await desk.ok('log', ...A_CALL, '--class', 'line', '--branch', 'CG', '--reported-at', '2026-11-21 10:00')
  await desk.ok('log', ...A_CALL, '--class', 'severe', '--branch', 'XZ')
})

/** Whatever the commands that one session of strokes leave behind. */
const ticket = (no: string) => desk.json('show', no)

describe('a form for every command of a clerk', () => {
  test('assign: those that wait are listed; a number and a key', async () => {
    const { status, screen } = await desk.type(['assign'], '21-1\r', '2\r')
    expect(status).toBe(0)
    expect(screen).toContain('21-1  张三  无信号')
    expect(screen).toContain('1 李强  2 王伟')
    expect(await ticket('21-1')).toMatchObject({ assigned_to: '王伟' })
  })

  test('a ticket is found by a name or phone, too; several that fit are listed', async () => {
    const { screen, status } = await desk.type(['chase'], '13800001234\r', '张三 新庄\r', '1\r', '很急\r', '小刘\r')
    expect(screen).toContain('没有找到“张三 新庄”')
    expect(status).toBe(0)
    expect(await ticket('1')).toMatchObject({ chases: 1 })
  })

  test('hold asks for an appointment, in words too', async () => {
    const { status, screen } = await desk.type(['hold'], '21-1\r', '1', '明天 9:00\r', '王伟\r', '\r')
    expect({ status, screen: status === 0 ? '' : screen }).toEqual({ status: 0, screen: '' })
    expect(await ticket('21-1')).toMatchObject({ hold_reason: 'absent', appointment_at: '2026-11-23T09:00:00+08:00' })
  })

  test('approve lists the severe ones that wait', async () => {
    const { status, screen } = await desk.type(['approve'], '1\r', '后天 18点\r', '刘总\r', '\r')
    expect(screen.split('KF-')[0]).not.toContain('21-1')
    expect(status).toBe(0)
    expect(await ticket('1')).toMatchObject({ approved_by: '刘总' })
  })

  test('repair takes several, asks when, and says so where now would be late', async () => {
    desk.at('2026-11-22 11:00')
    const { status, screen } = await desk.type(['repair'], '21-1 1\r', '王伟\r', '9:30\r', '光缆修复\r')
    expect(screen).toContain('按现在算已超时：KF-20261121-0001')
    expect(status).toBe(0)
    expect(desk.rows('select count(*) as n from ticket where repaired_by = ?', '王伟')).toEqual([{ n: 2 }])
  })

  test('a time that is none is asked for again, and back takes up the one before', async () => {
    const { status, screen } = await desk.type(
      ['repair'],
      '21-1\r',
      '王伟\r',
      '下雨\r',
      '\x159:00\r',
      UP,
      `\x158:30\r`,
      '好\r',
    )
    expect(screen).toContain('下雨')
    expect({ status, screen: status === 0 ? '' : screen }).toEqual({ status: 0, screen: '' })
    expect(await ticket('21-1')).toMatchObject({ repaired_at: '2026-11-22T08:30:00+08:00' })
  })

  test('notify lists what waits for a township', async () => {
    const { status } = await desk.type(['notify'], '1\r', '1\r', '\r')
    expect(status).toBe(0)
    expect(desk.rows('select collected_by from handover')).toEqual([{ collected_by: '赵敏' }])
  })

  test('handover sign: the only batch with Enter, the collector by a key', async () => {
    await desk.at('2026-11-22 14:05').ok('handover', 'print', '--branch', 'CG')
    const { status, screen } = await desk.type(['handover', 'sign'], '\r', '2\r', '\r')
    expect({ status, screen: status === 0 ? '' : screen }).toEqual({ status: 0, screen: '' })
    expect(desk.rows('select collected_by from handover')).toEqual([{ collected_by: '王伟' }])
  })

  test('complaint add asks everything it needs; without a ticket the branch and whom', async () => {
    expect((await desk.type(['complaint', 'add'], '2', '21-1\r', '三天没人来\r', '\r', '\r')).status).toBe(0)
    const other = await desk.type(['complaint', 'add'], '1', '\r', '2\r', '赵敏\r', '态度差\r', '张三\r', '8:00\r')
    expect({ status: other.status, screen: other.status === 0 ? '' : other.screen }).toEqual({ status: 0, screen: '' })
    expect(await desk.list('complaint', 'list')).toMatchObject([
      { channel: 'telecom-10000', branch: 'XZ', maintainer: '赵敏', complainant: '张三' },
      { channel: 'mayor-hotline', ticket_no: 'KF-20261121-0001' },
    ])
  })

  test('complaint add --continue goes on with what was left', async () => {
    const left = await desk.type(['complaint', 'add'], '2', '21-1\r', '没人\r\x03')
    expect(left.err).toContain('complaint add --continue')
    expect((await desk.type(['complaint', 'add', '--continue'], '\r', '\r')).status).toBe(0)
    expect(await desk.list('complaint', 'list')).toMatchObject([{ content: '没人', ticket_no: 'KF-20261121-0001' }])
  })

  test('fines are found by their place in the list', async () => {
    await desk.ok('complaint', 'add', '--channel', 'mayor-hotline', '--ticket', '1', '--content', '慢')
    expect((await desk.type(['fines', 'dismiss'], '1\r', '1', '查无此事\r', '陈经理\r')).status).toBe(0)
    expect((await desk.at('2026-11-22 11:00').type(['fines', 'confirm'], '1\r', '陈经理\r', '\r')).status).toBe(0)
    expect(desk.rows('select verdict from decision order by 1')).toEqual([
      { verdict: 'confirm' },
      { verdict: 'dismiss' },
    ])
  })

  test('duty on and off: who was seen before has a key', async () => {
    expect((await desk.type(['duty', 'on'], '1\r', '8:00\r')).status).toBe(0)
    expect((await desk.type(['duty', 'off'], '\r', '\r')).status).toBe(0)
    expect(desk.rows('select name from shift where off_at is not null')).toEqual([{ name: '小刘' }])
  })

  test('search asks for its words', async () => {
    expect((await desk.type(['search'], '南街\r')).out).toContain('21-1')
  })

  test('broken off anywhere: 130 and nothing is written', async () => {
    for (const argv of [
      ['assign'],
      ['hold'],
      ['approve'],
      ['repair'],
      ['chase'],
      ['notify'],
      ['close'],
      ['duty', 'on'],
    ]) {
      for (const strokes of ['\x03', '\x1b', '', '\x04'])
        expect({ argv, status: (await desk.type(argv, strokes)).status }).toEqual({ argv, status: 130 })
    }
    expect(
      desk.rows('select 1 from journal where verb not in (?, ?, ?, ?)', 'log', 'init', 'branch add', 'staff add'),
    ).toEqual([])
  })
})
