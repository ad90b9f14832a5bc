import { describe, expect, test } from 'vitest'
import { putSetting } from '../../src/office/queries.ts'
import { openStoreOf } from '../desk-store.ts'
import { openDesk } from '../desk.ts'
import type { Desk } from '../desk.ts'

/** What closing a month leaves in the settings. */
async function closeUpTo(desk: Desk, month: string): Promise<void> {
  const store = await openStoreOf(desk.file)
  await store.writing({ actor: 'test', verb: 'test', at: 0 }, (db) => putSetting(db, 'closed_month', month))
  store.close()
}

const journalLines = (desk: Desk): unknown[] => desk.rows('select * from journal')

describe('office set', () => {
  test.each([
    ['office_name', '广电客户部', '广电客户部'],
    ['timezone', 'america/new_york', 'America/New_York'],
    ['morning', '7:30', '07:30'],
    ['afternoon', '１４：３０', '14:30'],
    ['language', 'zh-CN', 'zh-CN'],
    ['fines_from', '2026-12-1', '2026-12-01'],
    ['line_hours', '12', 12],
    ['network_hours', '48', 48],
    ['repeat_days', '9999', 9999],
    ['fine_overdue', '15.50', 15.5],
    ['fine_repeat', '0', 0],
    ['fine_telecom_10000', '１００', 100],
    ['fine_mayor_hotline', '35', 35],
    ['fine_bureau_leader', '35', 35],
    ['fine_company_leader', '25', 25],
  ])('%s %s', async (key, value, expected) => {
    const desk = await openDesk()
    const shown = await desk.json('office', 'set', key, value)
    expect(shown[key]).toBe(expected)
    expect(await desk.json('office', 'show')).toEqual(shown)
  })

  test('stands in the journal with what it was before', async () => {
    const desk = await openDesk()
    await desk.ok('office', 'set', 'afternoon', '14:30', '--actor', '主任')
    expect(
      desk.rows(`select at, actor, verb, subject, tbl, before, after from journal order by entry desc limit 1`),
    ).toEqual([
      {
        at: Date.parse('2026-11-22T09:00:00+08:00') / 1000,
        actor: '主任',
        verb: 'office set',
        subject: 'afternoon',
        tbl: 'cut_off',
        before: null,
        after: '{"slot":"afternoon","from_day":"2026-11-22","hour":"14:30"}',
      },
    ])
  })

  test('the office’s language is spoken from the next call on; a flag and the environment are stronger', async () => {
    const desk = await openDesk({ branches: false })
    await desk.ok('office', 'set', 'language', 'zh-CN')
    expect((await desk.run('branch', 'list')).err).toBe('还没有分公司\n')
    expect((await desk.run('branch', 'list', '--lang', 'en')).err).toBe('no branches yet\n')
    desk.env['BAOXIU_LANG'] = 'en'
    expect((await desk.run('branch', 'list')).err).toBe('no branches yet\n')
  })

  test('a dated rule holds from the first second of its day, in the office’s zone', async () => {
    const desk = await openDesk()
    await desk.ok('office', 'set', 'fine_overdue', '15', '--from', '2026-12-01')
    expect(await desk.json('office', 'show')).toMatchObject({ fine_overdue: 10 })
    expect(await desk.at('2026-11-30 23:59:59').json('office', 'show')).toMatchObject({ fine_overdue: 10 })
    expect(await desk.at('2026-12-01 00:00:00').json('office', 'show')).toMatchObject({ fine_overdue: 15 })
  })

  test('without --from it holds from today; the earlier value stays for earlier cases', async () => {
    const desk = await openDesk()
    const { rules } = await desk.json<{ rules: object[] }>('office', 'set', 'line_hours', '12')
    expect(rules.filter((rule) => 'key' in rule && rule.key === 'line_hours')).toEqual([
      { key: 'line_hours', value: 24, from: null, article: '2.2' },
      { key: 'line_hours', value: 12, from: '2026-11-22', article: '2.2' },
    ])
  })

  test('twice for one day: the later one counts, and the journal keeps both', async () => {
    const desk = await openDesk()
    await desk.ok('office', 'set', 'line_hours', '12', '--from', '2026-12-01')
    await desk.ok('office', 'set', 'line_hours', '10', '--from', '2026-12-01')
    expect(desk.rows(`select value from rule where key = 'line_hours' and from_at > 0`)).toEqual([{ value: 10 }])
    expect(desk.rows(`select before from journal where subject = 'line_hours' order by entry desc limit 1`)).toEqual([
      { before: expect.stringContaining('"value":12') as unknown },
    ])
  })

  test.each([
    [['mornin', '08:00'], 2, 'INVALID_VALUE', 'no setting "mornin"; nearest: morning'],
    [['office_code', 'XX'], 2, 'INVALID_VALUE', 'no setting "office_code"; nearest: office_name'],
    [['closed_month', '2026-01'], 2, 'INVALID_VALUE', 'no setting "closed_month"'],
    [['constructor', 'x'], 2, 'INVALID_VALUE', 'no setting "constructor"'],
    [['office_name', ' '], 2, 'INVALID_VALUE', 'VALUE is blank'],
    [['timezone', 'Mars'], 2, 'INVALID_VALUE', 'no time zone "Mars"; for example Asia/Shanghai'],
    [['morning', '8'], 2, 'INVALID_VALUE', 'morning "8" is not a time of day; type 08:00'],
    [['morning', '14:00'], 2, 'INVALID_VALUE', 'the morning cut-off 14:00 must be before the afternoon one, 14:00'],
    [['afternoon', '07:59'], 2, 'INVALID_VALUE', 'the morning cut-off 08:00 must be before the afternoon one, 07:59'],
    [['language', 'fr'], 2, 'INVALID_VALUE', 'language "fr" is not one of en | zh-CN'],
    [['fines_from', 'soon'], 2, 'INVALID_VALUE', 'fines_from "soon" is not a date; type 2026-11-22'],
    [['line_hours', '0'], 2, 'INVALID_VALUE', 'line_hours "0" is not a whole number from 1 on'],
    [['line_hours', '1.5'], 2, 'INVALID_VALUE', 'line_hours "1.5" is not a whole number from 1 on'],
    [['repeat_days', '10000'], 2, 'INVALID_VALUE', 'repeat_days "10000" is more than 9999'],
    [['fine_overdue', '-1'], 2, 'INVALID_VALUE', 'fine_overdue "-1" is not an amount in yuan; type 10 or 10.50'],
    [['fine_overdue', '1.005'], 2, 'INVALID_VALUE', 'fine_overdue "1.005" is not an amount in yuan; type 10 or 10.50'],
    [
      ['office_name', '客服部', '--from', '2026-12-01'],
      2,
      'USAGE',
      'office_name has no date: --from is for hours, days, yuan and cut-offs',
    ],
    [
      ['line_hours', '12', '--from', '2026-13-01'],
      2,
      'INVALID_VALUE',
      '--from "2026-13-01" is not a date; type 2026-11-22',
    ],
    [['line_hours'], 2, 'USAGE', 'missing VALUE'],
    [[], 2, 'USAGE', 'missing KEY, VALUE'],
  ])('%j is refused, and nothing is written', async (argv, status, code, message) => {
    const desk = await openDesk()
    const before = journalLines(desk)
    expect(await desk.refused('office', 'set', ...argv)).toMatchObject({ status, code, message })
    expect(journalLines(desk)).toEqual(before)
  })

  test.each([
    [['fine_overdue', '15', '--from', '2026-10-31'], '2026-10-31'],
    [['fine_overdue', '15', '--from', '2026-01-01'], '2026-01-01'],
    [['fines_from', '2026-10-01'], '2026-10-01'],
  ])('a closed month never changes: %j', async (argv, day) => {
    const desk = await openDesk()
    await closeUpTo(desk, '2026-10')
    expect(await desk.refused('office', 'set', ...argv)).toMatchObject({
      status: 4,
      code: 'MONTH_CLOSED',
      message: `${day} lies in or before 2026-10, which is closed`,
    })
  })

  test('the month after it may change from its first day on', async () => {
    const desk = await openDesk()
    await closeUpTo(desk, '2026-10')
    await desk.ok('office', 'set', 'fine_overdue', '15', '--from', '2026-11-01')
  })

  test('fines_from moves only where no closed month has findings, in neither direction', async () => {
    const desk = await openDesk()
    const set = ['office', 'set', 'fines_from'] as const
    await desk.ok(...set, '2026-02-01')
    await closeUpTo(desk, '2026-10')
    for (const day of ['2026-11-01', '2026-12-01'])
      expect(await desk.refused(...set, day)).toMatchObject({
        status: 4,
        code: 'MONTH_CLOSED',
        message: `fines_from stays 2026-02-01: without it findings of 2026-10 and before, which is closed, would vanish`,
      })
    expect(await desk.refused(...set, '2026-01-01')).toMatchObject({ status: 4, code: 'MONTH_CLOSED' })
    await desk.ok(...set, '2026-02-01')

    await closeUpTo(desk, '2026-01')
    await desk.ok(...set, '2026-12-01')
    await desk.ok(...set, '2026-02-01')
    expect(await desk.refused(...set, '2026-01-31')).toMatchObject({ status: 4, code: 'MONTH_CLOSED' })
  })

  test('the time zone stays once a number was given; the same zone again is no change', async () => {
    const desk = await openDesk()
    const call = [
      '--name',
      '张三',
      '--address',
      '东街1号',
      '--phone',
      '7654321',
      '--symptom',
      '无信号',
      '--class',
      'line',
    ]
    await desk.ok('log', ...call, '--branch', 'CG', '--taken-by', '小李')
    expect(await desk.refused('office', 'set', 'timezone', 'Asia/Tokyo')).toMatchObject({
      status: 4,
      code: 'IN_USE',
      message: 'the time zone stays Asia/Shanghai: tickets exist already',
    })
    await desk.ok('office', 'set', 'timezone', 'Asia/Shanghai')
  })

  test('says it in Chinese', async () => {
    const desk = await openDesk({ lang: 'zh-CN' })
    expect((await desk.run('office', 'set', 'mornin', '08:00')).err).toBe(
      'baoxiu: INVALID_VALUE: 没有设置项“mornin”；相近的有：morning\n  请改正后重新执行\n',
    )
    await closeUpTo(desk, '2026-10')
    expect((await desk.run('office', 'set', 'line_hours', '12', '--from', '2026-10-31')).err).toBe(
      'baoxiu: MONTH_CLOSED: 2026-10-31 在已月结的 2026-10 之内或之前\n  已月结的月份不再变动；请给出更晚的日期\n',
    )
    expect(await desk.ok('office', 'show')).toMatch(/线路故障时限（小时） +24\n/)
  })
})

test('office show on a terminal fits it, rules and all', async () => {
  const desk = await openDesk({ lang: 'zh-CN' })
  const shown = await desk.columns(60).ok('office', 'show')
  expect(shown).toContain('各规则及生效日期')
  expect(shown.split('\n').filter((line) => line.length > 60)).toEqual([])
})
