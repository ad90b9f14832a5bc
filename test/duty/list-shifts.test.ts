import { expect, test } from 'vitest'
import { displayWidth } from '../../src/kernel/display.ts'
import { openDesk } from '../desk.ts'
import type { Desk } from '../desk.ts'

async function deskWithShifts(lang?: 'zh-CN'): Promise<Desk> {
  const desk = await openDesk({ now: '2026-11-22 12:00', ...(lang === undefined ? {} : { lang }) })
  await desk.ok('duty', 'on', '--name', '李敏', '--at', '昨天 08:00', '--until', '昨天 16:10')
  await desk.ok('duty', 'on', '--name', '王芳', '--at', '昨天 16:00', '--until', '00:00')
  await desk.ok('duty', 'on', '--name', '李敏', '--at', '00:20')
  return desk
}

test('a strip by the half-hour, and a line for nobody', async () => {
  const desk = await deskWithShifts()
  const { out, err } = await desk.run('duty', 'list', '--date', '2026-11-21')
  expect(out).toBe(
    [
      '2026-11-21 Sat     0   2   4   6   8   10  12  14  16  18  20  22   h:min',
      '  李敏             ................################+...............  8:10',
      '  王芳             ................................################  8:00',
      '  nobody           !!!!!!!!!!!!!!!!                                  8:00',
      '',
      '# on duty   + part of the half-hour   . not   ! nobody at the desk',
      '',
    ].join('\n'),
  )
  expect(err).toBe('on duty now: 李敏, since 2026-11-22 00:20\n')
})

test('today is drawn up to now', async () => {
  const desk = await deskWithShifts('zh-CN')
  const lines = (await desk.ok('duty', 'list')).split('\n')
  expect(lines.slice(0, 3)).toEqual([
    '2026-11-22 周日    0   2   4   6   8   10  12  14  16  18  20  22   时长',
    '  李敏             +#######################                         11:40',
    '  无人             !                                                 0:20',
  ])
})

test('a week begins on Monday and fits 80 columns, whatever the names', async () => {
  const desk = await deskWithShifts('zh-CN')
  await desk.ok('duty', 'on', '--name', '欧阳明月（城关分公司借调来的值班员）', '--at', '03:00')
  const lines = (await desk.columns(80).ok('duty', 'list', '--week')).split('\n')
  expect(lines.filter((line) => line.startsWith('2026')).map((line) => line.slice(0, 13))).toEqual([
    '2026-11-16 周一',
    '2026-11-17 周二',
    '2026-11-18 周三',
    '2026-11-19 周四',
    '2026-11-20 周五',
    '2026-11-21 周六',
    '2026-11-22 周日',
  ])
  expect(Math.max(...lines.map((line) => displayWidth(line)))).toBeLessThanOrEqual(80)
})

test('the shifts as records: JSON, CSV, and a table with their numbers', async () => {
  const desk = await deskWithShifts()
  const shifts = await desk.list('duty', 'list', '--from', '2026-11-01', '--to', '2026-11-22')
  expect(shifts.map((shift) => [shift['shift_no'], shift['name'], shift['minutes']])).toEqual([
    [1, '李敏', 490],
    [2, '王芳', 480],
    [3, '李敏', null],
  ])
  const csv = await desk.ok('duty', 'list', '--date', '2026-11-22', '--csv')
  expect(csv.split('\n')[1]).toBe('3,李敏,2026-11-22 00:20:00,,,2026-11-22 12:00:00,,,')
  const table = await desk.columns(80).ok('duty', 'list', '--format', 'table', '--date', '2026-11-21')
  expect(table).toMatch(/^Shift +Name .*\n *1 +李敏 .*11-21 08:00 .*11-21 16:10 +490/)
})

test('a month is drawn, what is longer is a table unless the chart is asked for', async () => {
  const desk = await deskWithShifts()
  const span = async (from: string, ...more: string[]): Promise<string> =>
    desk.ok('duty', 'list', '--from', from, '--to', '2026-11-30', ...more)
  expect(await span('2026-10-30')).toContain('#######')
  expect(await span('2026-10-01')).not.toContain('#######')
  expect(await span('2026-10-01', '--format', 'chart')).toContain('#######')
})

test('a shift over midnight stands on both days', async () => {
  const desk = await openDesk({ now: '2026-11-22 12:00' })
  await desk.ok('duty', 'on', '--name', '李敏', '--at', '昨天 20:00', '--until', '08:00')
  expect(await desk.list('duty', 'list', '--date', '2026-11-21')).toHaveLength(1)
  expect(await desk.list('duty', 'list', '--date', '2026-11-22')).toHaveLength(1)
  expect(await desk.list('duty', 'list', '--date', '2026-11-23')).toHaveLength(0)
})

test('an office without a duty list is told how to begin one', async () => {
  const desk = await openDesk()
  expect(await desk.run('duty', 'list')).toMatchObject({
    status: 0,
    out: '',
    err: 'no duty list is kept yet; sign on with `baoxiu duty on --name NAME`\n',
  })
  expect(await desk.ok('duty', 'list', '--json')).toBe('[]\n')
})

test.each([
  [['--from', '2026-11-01'], 'USAGE'],
  [['--from', '2026-11-01', '--to', '2026-11-02', '--week'], 'USAGE'],
  [['--from', '2026-11-02', '--to', '2026-11-01'], 'TIME_ORDER'],
])('%j is refused: %s', async (flags, code) => {
  const desk = await openDesk()
  expect(await desk.refused('duty', 'list', ...flags)).toMatchObject({ status: 2, code })
})

test('controls in a name are shown, not obeyed', async () => {
  const desk = await openDesk()
  await desk.ok('duty', 'on', '--name', '李\u001b[2J敏')
  const { out, err } = await desk.run('duty', 'list')
  expect(out + err).not.toContain('\u001b')
  expect(out).toContain('李\\x1b[2J敏')
})
