import { expect, test } from 'vitest'
import { openDesk } from '../desk.ts'
import type { Desk } from '../desk.ts'

async function log(desk: Desk, at: string, ...more: string[]): Promise<string> {
  const call = [
    '--name',
    '张三',
    '--address',
    '建设路5号',
    '--phone',
    '13800001234',
    '--symptom',
    '无信号',
    '--class',
    'line',
    '--branch',
    'CG',
  ]
  return String((await desk.json('log', ...call, '--taken-by', '李敏', '--reported-at', at, ...more))['ticket_no'])
}

test('the gaps of a day, to the second, and their sum', async () => {
  const desk = await openDesk({ now: '2026-11-23 00:00' })
  await desk.ok('duty', 'on', '--name', '李敏', '--at', '2026-11-22 00:00', '--until', '2026-11-22 08:00')
  await desk.ok('duty', 'on', '--name', '王芳', '--at', '2026-11-22 08:00:30', '--until', '2026-11-22 22:30')
  const { status, out, err } = await desk.run(
    'duty',
    'coverage',
    '--from',
    '2026-11-22',
    '--to',
    '2026-11-22',
    '--json',
  )
  expect(status).toBe(0)
  expect(JSON.parse(out)).toEqual([
    {
      from: '2026-11-22T08:00:00+08:00',
      to: '2026-11-22T08:00:30+08:00',
      minutes: 0.5,
      calls: 0,
      ticket_nos: null,
      call_list: [],
    },
    {
      from: '2026-11-22T22:30:00+08:00',
      to: '2026-11-23T00:00:00+08:00',
      minutes: 90,
      calls: 0,
      ticket_nos: null,
      call_list: [],
    },
  ])
  expect(err).toBe(
    '2026-11-22 00:00 to 2026-11-23 00:00: on duty 93.71 %; 2 gaps, 1 h 30.5 min in all; 0 calls meanwhile\n',
  )
})

test('a call that came while nobody was on duty stands beside the gap', async () => {
  const desk = await openDesk({ now: '2026-11-22 12:00' })
  await desk.ok('duty', 'on', '--name', '李敏', '--at', '00:00', '--until', '08:00')
  await desk.ok('duty', 'on', '--name', '王芳', '--at', '10:00')
  await log(desk, '07:59:59')
  const meanwhile = [await log(desk, '08:00'), await log(desk, '09:59:59')]
  await log(desk, '10:00')
  await log(desk, '09:00', '--intake', 'branch', '--branch', 'XZ')
  const gone = await log(desk, '09:30')
  await desk.ok('void', gone, '--reason', '误录')
  const [gap, ...rest] = await desk.list('duty', 'coverage', '--from', '今天', '--to', '今天')
  expect(rest).toEqual([])
  expect(gap).toMatchObject({ minutes: 120, calls: 2, ticket_nos: meanwhile.join(' ') })
  expect(gap?.['call_list']).toEqual([
    { ticket_no: meanwhile[0], reported_at: '2026-11-22T08:00:00+08:00', taken_by: '李敏' },
    { ticket_no: meanwhile[1], reported_at: '2026-11-22T09:59:59+08:00', taken_by: '李敏' },
  ])
  const table = await desk.columns(80).run('duty', 'coverage', '--from', '今天', '--to', '今天')
  expect(table.out).toContain(meanwhile[1])
  expect(table.err).toContain('2 calls meanwhile')
})

test('more than ten calls: their number, the first ten in the table, all in JSON', async () => {
  const desk = await openDesk({ now: '2026-11-22 12:00' })
  for (let minute = 10; minute < 22; minute += 1) await log(desk, `08:${minute}`)
  const [gap] = await desk.list('duty', 'coverage', '--from', '今天', '--to', '今天')
  expect(gap).toMatchObject({ calls: 12, ticket_nos: expect.stringMatching(/-0010 …$/) as string })
  expect(gap?.['call_list']).toHaveLength(12)
})

test('no gaps: said on stderr, an empty list, exit 0', async () => {
  const desk = await openDesk()
  await desk.ok('duty', 'on', '--name', '李敏', '--at', '2026-11-20 00:00')
  await desk.ok('duty', 'off', '--name', '李敏', '--at', '2026-11-20 12:00')
  await desk.ok('duty', 'on', '--name', '王芳', '--at', '2026-11-20 12:00', '--until', '2026-11-21 00:00')
  expect(await desk.run('duty', 'coverage', '--from', '2026-11-20', '--to', '2026-11-20')).toMatchObject({
    status: 0,
    out: '',
    err: 'no gaps\n2026-11-20 00:00 to 2026-11-21 00:00: on duty 100.00 %; 0 gaps\n',
  })
})

test('today counts up to now, whoever is still on too; a void shift does not', async () => {
  const desk = await openDesk({ now: '2026-11-22 06:00' })
  await desk.ok('duty', 'on', '--name', '王芳', '--at', '00:00', '--until', '03:00')
  await desk.ok('duty', 'void', '1', '--reason', '记错')
  await desk.ok('duty', 'on', '--name', '李敏', '--at', '04:30')
  expect(await desk.list('duty', 'coverage', '--from', '2026-11-22', '--to', '2026-11-30')).toMatchObject([
    { to: '2026-11-22T04:30:00+08:00', minutes: 270 },
  ])
})

test('somebody on duty for more than a day may have forgotten to sign off', async () => {
  const desk = await openDesk({ now: '2026-11-22 09:00', lang: 'zh-CN' })
  await desk.ok('duty', 'on', '--name', '李敏', '--at', '2026-11-21 08:59')
  const { err } = await desk.run('duty', 'coverage', '--from', '2026-11-22', '--to', '2026-11-22')
  expect(err).toContain('李敏 自 2026-11-21 08:59 起连续在班 24 小时：是否忘记签退？')
})

test.each([
  ['2026-11-23', '2026-11-22', 'TIME_ORDER'],
  ['2026-11-23', '2026-11-23', 'TIME_ORDER'],
  ['2026-11-31', '2026-12-01', 'INVALID_VALUE'],
])('--from %s --to %s is refused: %s', async (from, to, code) => {
  const desk = await openDesk()
  expect(await desk.refused('duty', 'coverage', '--from', from, '--to', to)).toMatchObject({ status: 2, code })
})

test('both days are asked for', async () => {
  const desk = await openDesk()
  expect((await desk.refused('duty', 'coverage')).message).toBe('missing --from, --to')
})
