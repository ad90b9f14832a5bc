import { beforeEach, describe, expect, test } from 'vitest'
import { markSlipPrinted } from '../../src/ticket/missing-slips.ts'
import { A_CALL, openDesk } from '../desk.ts'
import type { Desk, Fields } from '../desk.ts'
import { writingOn } from '../writing.ts'

let desk: Desk
beforeEach(async () => {
  desk = await openDesk({ now: '2026-11-22 07:30' })
})

const log = (branch = 'CG', ...more: string[]): Promise<string> =>
  desk.ok('log', ...A_CALL, '--class', 'line', '--branch', branch, ...more)
const names = async (list: string): Promise<unknown[]> =>
  ((await desk.json('board'))[list] as Fields[]).map(({ ticket_no }) => ticket_no)

describe('desk 8: the board knows that a hand-over is due', () => {
  beforeEach(async () => {
    await log()
    await log('XZ')
    await log('CG')
    await log('XZ', '--intake', 'branch')
    desk.at('2026-11-22 08:05')
  })

  test('with branches, slips and counts, until it is printed', async () => {
    expect(await desk.json('board')).toMatchObject({
      due_handovers: [{ slot: 'morning', date: '2026-11-22', branches: ['CG', 'XZ'], slips: 3 }],
      waiting_count: 3,
      unassigned_count: 0,
    })
    await desk.ok('handover', 'print')
    await desk.ok('handover', 'sign', 'AM-XZ', '--by', '赵敏')
    await desk.ok('assign', '1', '--to', '王伟')
    expect(await desk.json('board')).toMatchObject({ due_handovers: [], waiting_count: 0, unassigned_count: 2 })
  })

  test('it leads the board, in words and with the command to type', async () => {
    desk.env['BAOXIU_LANG'] = 'zh-CN'
    const lines = (await desk.columns(100).ok('board')).split('\n')
    expect(lines[1]).toBe('该交接了（上午，截止 今天 08:00）：城关分公司、新庄分公司 共 3 张   → baoxiu handover print')
    expect(lines[2]).toContain('等交接 3')
    await desk.ok('handover', 'print')
    const printed = await desk.ok('board')
    expect(printed).not.toContain('该交接了')
    expect(printed).toContain('已交接未派人 2')
    expect(printed).toContain('还没电话通知')
  })

  test('a slip that the frozen batch of this half-day lacks waits, and is not due', async () => {
    await desk.ok('handover', 'print')
    await log('CG', '--reported-at', '07:50')
    expect(await desk.json('board')).toMatchObject({ due_handovers: [], waiting_count: 1 })
  })
})

describe('desk 9: a missed appointment', () => {
  test('stands on the board until it is repaired or another is made', async () => {
    await log()
    await desk.ok('hold', '1', '--reason', 'absent', '--appointment', '10:00')
    expect(await names('missed_appointments')).toEqual([])
    desk.at('2026-11-22 10:00:01')
    expect(await names('missed_appointments')).toEqual(['KF-20261122-0001'])
    desk.env['BAOXIU_LANG'] = 'zh-CN'
    expect(await desk.columns(100).ok('board')).toMatch(/过了预约时间 1(?!.*今日预约)/s)
    desk.columns(undefined)
    await desk.ok('hold', '1', '--reason', 'parts')
    expect(await names('missed_appointments')).toEqual([])
  })
})

describe('desk 4, 13: slips that nobody can work on', () => {
  beforeEach(() => log())

  test('assigned to somebody who has left', async () => {
    await desk.ok('assign', '1', '--to', '王伟')
    expect(await names('left_staff_slips')).toEqual([])
    await desk.ok('staff', 'retire', '王伟', '--branch', 'CG')
    expect(await names('left_staff_slips')).toEqual(['KF-20261122-0001'])
    await desk.ok('assign', '1', '--to', '李强')
    expect(await names('left_staff_slips')).toEqual([])
  })

  test('opened again after the slip came back, until it is printed anew', async () => {
    const close = ['--by', '王伟', '--resolution', '好', '--customer-signed', '张三', '--maintainer-signed', '王伟']
    await desk.ok('close', '1', ...close)
    await desk.ok('reopen', '1', '--reason', '录错单号')
    expect(await names('reopened_without_slip')).toEqual(['KF-20261122-0001'])
    await writingOn(desk, (db) => markSlipPrinted(db, 'KF-20261122-0001', Date.UTC(2026, 10, 22) / 1000))
    expect(await names('reopened_without_slip')).toEqual([])
    await desk.ok('close', '1', ...close)
    await desk.ok('reopen', '1', '--reason', '录错单号')
    expect(await names('reopened_without_slip')).toEqual(['KF-20261122-0001'])
    await desk.ok('repair', '1', '--by', '王伟', '--resolution', '好')
    expect(await names('reopened_without_slip')).toEqual([])
    expect((await desk.run('check', '--full')).out).toBe('')
  })
})

describe('a line for the next shift', () => {
  test('stands on the board until somebody signs on, or it is done', async () => {
    expect(await desk.json('note', '西郊三点停电')).toMatchObject({
      note_no: 1,
      text: '西郊三点停电',
      written_by: 'test',
    })
    await desk.ok('note', '王师傅', '请假')
    expect((await desk.json('board'))['notes']).toMatchObject([{ note_no: 1 }, { note_no: 2, text: '王师傅 请假' }])
    expect(await desk.columns(80).ok('board')).toContain('西郊三点停电')
    desk.columns(undefined)
    expect(await desk.list('note', 'done', '2')).toMatchObject([{ note_no: 2, done_by: 'test' }])
    expect(await desk.list('note', 'list')).toHaveLength(1)
    expect((await desk.run('duty', 'on', '--name', '小李')).err).toContain('西郊三点停电')
    expect(await desk.list('note', 'list')).toEqual([])
    expect(await desk.list('note', 'list', '--all')).toMatchObject([{ seen_by: '小李' }, { seen_by: null }])
    expect(await desk.refused('note', 'done', '9')).toMatchObject({ status: 4, code: 'NOTE_UNKNOWN' })
    expect((await desk.run('check', '--full')).out).toBe('')
  })

  test('a shift entered afterwards has seen nothing', async () => {
    await desk.ok('note', '停电')
    await desk.ok('duty', 'on', '--name', '小李', '--at', '06:00', '--until', '07:00')
    expect(await desk.list('note', 'list')).toHaveLength(1)
  })
})
