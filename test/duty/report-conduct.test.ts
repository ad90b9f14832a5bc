import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { reportsOf } from '../../src/duty/conduct-report.ts'
import type { ItemCode } from '../../src/duty/conduct-items.ts'
import type { Inspection } from '../../src/duty/inspection.ts'
import { displayWidth } from '../../src/kernel/display.ts'
import { openDesk } from '../desk.ts'
import type { Desk } from '../desk.ts'

function check(staff: string, items: readonly ItemCode[], void_at: number | null = null): Inspection {
  const failures = items.map((item) => ({ item, note: null }))
  return {
    inspection_no: 'X',
    staff,
    inspected_by: '王主任',
    inspected_at: 1,
    entered_at: 1,
    note: null,
    void_at,
    void_reason: null,
    failures,
  }
}

test('by person, what was not kept and how often; void checks do not count', () => {
  const reports = reportsOf('2026-11', [
    check('李敏', ['zip', 'badge']),
    check('王芳', []),
    check('李敏', ['badge']),
    check('李敏', []),
    check('李敏', ['voice'], 9),
    check('赵云', ['voice'], 9),
  ])
  expect(
    reports.map((r) => [r.staff, r.inspections, r.passed, r.failed.map((f) => [f.item, f.occasions.length])]),
  ).toEqual([
    [
      '李敏',
      3,
      1,
      [
        ['badge', 2],
        ['zip', 1],
      ],
    ],
    ['王芳', 1, 1, []],
  ])
})

async function deskWithChecks(): Promise<Desk> {
  const desk = await openDesk()
  await desk.ok(
    'conduct',
    'inspect',
    '--staff',
    '李敏',
    '--by',
    '王主任',
    '--at',
    '2026-11-02 10:00',
    '--fail',
    '工牌=未佩戴',
    '--fail',
    'voice',
  )
  await desk.ok(
    'conduct',
    'inspect',
    '--staff',
    '李敏',
    '--by',
    '王主任',
    '--at',
    '2026-11-09 10:00',
    '--fail',
    '工牌=<b>"忘"</b>',
  )
  await desk.ok('conduct', 'inspect', '--staff', '王芳', '--by', '王主任', '--at', '2026-11-09 10:05')
  await desk.ok('conduct', 'inspect', '--staff', '王芳', '--by', '王主任', '--at', '2026-10-09 10:05', '--fail', 'zip')
  return desk
}

test('the month as a list', async () => {
  const desk = await deskWithChecks()
  expect(await desk.list('conduct', 'report', '--month', '2026-11')).toMatchObject([
    {
      month: '2026-11',
      staff: '李敏',
      inspections: 2,
      passed: 0,
      failed: 'badge ×2, voice',
      failures: [
        {
          item: 'badge',
          article: '4.3',
          times: 2,
          occasions: [
            { at: '2026-11-02T10:00:00+08:00', inspected_by: '王主任', note: '未佩戴' },
            { note: '<b>"忘"</b>' },
          ],
        },
        { item: 'voice', article: '4.5', times: 1 },
      ],
    },
    { staff: '王芳', inspections: 1, passed: 1, failed: null, failures: [] },
  ])
  expect(await desk.ok('conduct', 'report', '--month', '2026-11', '--csv')).toBe(
    'month,staff,inspections,passed,failed\n2026-11,李敏,2,0,"badge ×2, voice"\n2026-11,王芳,1,1,\n',
  )
  expect(await desk.ok('conduct', 'report', '--month', '2026-11', '--lang', 'zh-CN')).toContain('工牌 ×2、音量适中\n')
})

test('as text: at most 80 columns, a place to sign for each person', async () => {
  const desk = await deskWithChecks()
  const text = await desk.ok('conduct', 'report', '--month', '2026-11', '--format', 'text', '--lang', 'zh-CN')
  expect(text.split('\n').map((line) => line.replace(/ {2,}/g, '  '))).toEqual([
    '客户部  客服人员行为规范检查月报  2026-11',
    '打印时间 2026-11-22 09:00',
    '',
    '被检查人  李敏',
    '检查次数  2 次，全部合格 0 次',
    '',
    '-'.repeat(80),
    '  1. 工牌（4.3）2 次',
    '  按规定位置佩戴证章',
    '  2026-11-02 10:00 王主任 未佩戴  2026-11-09 10:00 王主任 <b>"忘"</b>',
    '',
    '  2. 音量适中（4.5）1 次',
    '  声音大小适中',
    '  2026-11-02 10:00 王主任',
    '-'.repeat(80),
    '',
    '本人签名 ____________________',
    '',
    '被检查人  王芳',
    '检查次数  1 次，全部合格 1 次',
    '',
    '本人签名 ____________________',
    '',
  ])
  const long = '说话太响'.repeat(40)
  await desk.ok('conduct', 'inspect', '--staff', '李敏', '--by', '王主任', '--fail', `voice=${long}`)
  for (const lang of ['en', 'zh-CN']) {
    const wrapped = await desk.ok('conduct', 'report', '--month', '2026-11', '--format', 'text', '--lang', lang)
    expect(Math.max(...wrapped.split('\n').map((line) => displayWidth(line)))).toBeLessThanOrEqual(80)
    expect(wrapped.replace(/\s/g, '')).toContain(long)
  }
})

test('as HTML: escaped, in the reader’s language, written whole to a file', async () => {
  const desk = await deskWithChecks()
  const file = desk.path('report.html')
  await desk.ok('conduct', 'report', '--month', '2026-11', '--format', 'html', '--lang', 'zh-CN', '-o', file)
  const html = readFileSync(file, 'utf8')
  expect(html).toMatch(/^<!doctype html>\n<html lang="zh-CN">/)
  expect(html).toContain('<title>客服人员行为规范检查月报 2026-11</title>')
  expect(html).toContain('&lt;b&gt;&quot;忘&quot;&lt;/b&gt;')
  expect(html).not.toContain('<b>"')
})

test('for a dot-matrix printer: GB18030 and a form feed', async () => {
  const desk = await deskWithChecks()
  const { bytes } = await desk.run('conduct', 'report', '--month', '2026-11', '--format', 'raw', '--lang', 'zh-CN')
  const text = new TextDecoder('gb18030', { fatal: true }).decode(bytes)
  expect(text).toContain('本人签名 ____________________\r\n')
  expect(text.endsWith('\f')).toBe(true)
})

test('a month without checks: an empty list, and a paper that says so', async () => {
  const desk = await deskWithChecks()
  expect(await desk.run('conduct', 'report', '--month', '2026-09')).toMatchObject({
    status: 0,
    out: '',
    err: 'no checks in 2026-09\n',
  })
  expect(await desk.ok('conduct', 'report', '--month', '2026-09', '--format', 'text')).toContain('no checks in 2026-09')
  expect(await desk.ok('conduct', 'report', '--month', '2026-09', '--format', 'html')).toContain(
    '<p>no checks in 2026-09</p>',
  )
})
