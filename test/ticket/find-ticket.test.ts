import { beforeEach, describe, expect, test } from 'vitest'
import { openDesk } from '../desk.ts'
import type { Desk } from '../desk.ts'

const CALL = [
  '--address',
  '建设路5号',
  '--symptom',
  '无信号',
  '--class',
  'line',
  '--branch',
  'CG',
  '--taken-by',
  '小刘',
]
let desk: Desk

beforeEach(async () => {
  desk = await openDesk()
  for (const [at, name] of [
    ['2025-12-01 08:00', '去年'],
    ['2026-10-22 08:00', '上月'],
    ['2026-11-21 08:00', '昨天'],
    ['2026-11-21 08:01', '昨天二'],
    ['2026-11-22 08:00', '今天'],
  ] as const) {
    await desk.ok('log', '--name', name, '--phone', '13800001234', ...CALL, '--reported-at', at)
  }
})

describe('a short ticket number', () => {
  test.each([
    ['1', '今天'],
    ['0001', '今天'],
    ['１', '今天'],
    [' 1 ', '今天'],
    ['22-1', '今天'],
    ['21-2', '昨天二'],
    ['1022-1', '上月'],
    ['1201-1', '去年'],
    ['20251201-1', '去年'],
    ['KF-20261121-2', '昨天二'],
    ['kf-20261121-0002', '昨天二'],
    ['KF-1121-2', '昨天二'],
  ])('%s is %s', async (typed, name) => {
    expect(await desk.json('show', typed)).toMatchObject({ customer_name: name })
  })

  test('that is of no ticket lists those that end alike, and takes none of them', async () => {
    expect(await desk.refused('assign', '2', '--to', '王伟')).toMatchObject({
      code: 'TICKET_UNKNOWN',
      message: 'no ticket KF-20261122-0002; there are KF-20261121-0002 昨天二',
    })
    expect(await desk.refused('show', '23-1')).toMatchObject({
      message:
        'no ticket KF-20261023-0001; there are KF-20261122-0001 今天, KF-20261121-0001 昨天, KF-20261022-0001 上月, KF-20251201-0001 去年',
    })
  })

  test.each(['9', 'XX-1', '22-', '1%', "1' or 1=1 --", '99-1'])('%s is refused', async (typed) => {
    expect(await desk.refused('show', typed)).toMatchObject({ code: 'TICKET_UNKNOWN', status: 4 })
  })
})

describe('search', () => {
  test.each([
    [['昨天二'], ['昨天二']],
    [['昨天'], ['昨天二', '昨天']],
    [['20261121', '昨天二'], ['昨天二']],
    [['3800'], ['今天', '昨天二', '昨天', '上月', '去年']],
    [['138-0000-1234', '上月'], ['上月']],
    [['建设路', '没有'], []],
    [['%'], []],
  ])('%j finds %j', async (words, names) => {
    expect((await desk.list('search', ...words)).map((ticket) => ticket['customer_name'])).toEqual(names)
  })

  test('says how many more there are', async () => {
    const { out, err } = await desk.run('search', '建设', '--limit', '2', '--json')
    expect(JSON.parse(out)).toHaveLength(2)
    expect(err).toBe('3 more; give --limit or another word\n')
  })
})
