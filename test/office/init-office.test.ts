import { existsSync, readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { contentOf } from '../desk-store.ts'
import { onPostgres } from '../pg-desk.ts'
import { openDesk } from '../desk.ts'

const NAMES = ['--office-code', 'KF', '--office-name', '客户部'] as const

describe('init', () => {
  test('creates an office by the regulation, and prints it', async () => {
    const desk = await openDesk({ office: false })
    const office = await desk.json('init', ...NAMES)
    expect(office).toEqual({
      office_code: 'KF',
      office_name: '客户部',
      timezone: 'Asia/Shanghai',
      morning: '08:00',
      afternoon: '14:00',
      language: null,
      fines_from: '2026-11-22',
      symptoms: null,
      closed_month: null,
      line_hours: 24,
      network_hours: 36,
      repeat_days: 30,
      fine_overdue: 10,
      fine_repeat: 20,
      fine_telecom_10000: 100,
      fine_mayor_hotline: 30,
      fine_bureau_leader: 30,
      fine_company_leader: 20,
      rules: expect.arrayContaining([{ key: 'line_hours', value: 24, from: null, article: '2.2' }]),
    })
    expect(await desk.json('office', 'show')).toEqual(office)
  })

  test('takes every setting, full-width and lower-case too', async () => {
    const desk = await openDesk({ office: false })
    const flags = [
      '--timezone',
      'Asia/Kathmandu',
      '--morning',
      '７：３０',
      '--afternoon',
      '13:00',
      '--fines-from',
      '2026-1-5',
    ]
    const office = await desk.json(
      'init',
      '--office-code',
      'ｋｆ2',
      '--office-name',
      '客户部',
      ...flags,
      '--language',
      'zh-CN',
    )
    expect(office).toMatchObject({
      office_code: 'KF2',
      timezone: 'Asia/Kathmandu',
      morning: '07:30',
      afternoon: '13:00',
      language: 'zh-CN',
      fines_from: '2026-01-05',
    })
  })

  test('fines begin today, and today is the office’s', async () => {
    const desk = await openDesk({ office: false, now: '2026-11-22T23:30:00Z' })
    expect(await desk.json('init', ...NAMES)).toMatchObject({ fines_from: '2026-11-23' })
  })

  test('every setting and rule stands in the journal', async () => {
    const desk = await openDesk({ office: false })
    await desk.ok('init', ...NAMES)
    const lines = desk.rows(
      'select actor, verb, tbl, count(*) as n from journal group by actor, verb, tbl order by tbl',
    )
    expect(lines).toEqual([
      { actor: 'test', verb: 'init', tbl: 'rule', n: 9 },
      { actor: 'test', verb: 'init', tbl: 'setting', n: 6 },
    ])
  })

  test('a second time: DB_EXISTS, and the office stays to the byte', async () => {
    const desk = await openDesk()
    const before = contentOf(desk.file)
    expect(await desk.run('init', ...NAMES)).toMatchObject({
      status: 4,
      out: '',
      err: `baoxiu: DB_EXISTS: ${desk.file} exists already\n  use it as it is, or name another file with --db\n`,
    })
    expect(contentOf(desk.file)).toBe(before)
    expect(readdirSync(desk.folder)).toEqual(onPostgres ? [] : ['office.db'])
  })

  test.each([
    [[], 2, 'USAGE', 'missing --office-code, --office-name'],
    [['--office-code', 'KF'], 2, 'USAGE', 'missing --office-name'],
    [
      ['--office-code', 'KF-1', '--office-name', 'x'],
      2,
      'INVALID_VALUE',
      '--office-code "KF-1" is not a code: 1 to 8 letters or digits',
    ],
    [
      ['--office-code', '客户', '--office-name', 'x'],
      2,
      'INVALID_VALUE',
      '--office-code "客户" is not a code: 1 to 8 letters or digits',
    ],
    [['--office-code', 'KF', '--office-name', ' '], 2, 'INVALID_VALUE', '--office-name is blank'],
    [
      [...NAMES, '--timezone', 'Asia/Peking'],
      2,
      'INVALID_VALUE',
      'no time zone "Asia/Peking"; for example Asia/Shanghai',
    ],
    [[...NAMES, '--morning', '24:00'], 2, 'INVALID_VALUE', '--morning "24:00" is not a time of day; type 08:00'],
    [
      [...NAMES, '--morning', '14:00'],
      2,
      'INVALID_VALUE',
      'the morning cut-off 14:00 must be before the afternoon one, 14:00',
    ],
    [
      [...NAMES, '--fines-from', '2026-02-29'],
      2,
      'INVALID_VALUE',
      '--fines-from "2026-02-29" is not a date; type 2026-11-22',
    ],
    [
      [...NAMES, '--language', 'zh'],
      2,
      'INVALID_VALUE',
      '--language "zh" is not one of en | zh-CN; did you mean zh-CN?',
    ],
    [[...NAMES, 'more'], 2, 'USAGE', 'more words than the command takes; put text with spaces in quotes'],
    [[...NAMES, '--nonsense'], 2, 'USAGE', 'no option --nonsense'],
  ])('%j is refused, and no file is made', async (argv, status, code, message) => {
    const desk = await openDesk({ office: false })
    expect(await desk.refused('init', ...argv)).toMatchObject({ status, code, message })
    expect(existsSync(desk.file)).toBe(false)
  })

  test('says it in Chinese', async () => {
    const desk = await openDesk({ office: false, lang: 'zh-CN' })
    expect((await desk.run('init', '--office-code', 'KF')).err).toBe(
      'baoxiu: USAGE: 缺少 --office-name\n  请看 `baoxiu init --help`\n',
    )
    expect(await desk.ok('init', ...NAMES)).toMatch(/^单位代码 +KF\n单位名称 +客户部\n/)
    expect((await desk.run('init', ...NAMES)).err).toBe(
      `baoxiu: DB_EXISTS: ${desk.file} 已存在\n  可直接使用，或用 --db 指明另一个文件\n`,
    )
  })
})
