import { expect, test } from 'vitest'
import { openDesk } from '../desk.ts'

test('duty on and off: the shift, as the contract tells times', async () => {
  const desk = await openDesk()
  expect(await desk.json('duty', 'on', '--name', '李敏', '--at', '08:00')).toEqual({
    shift_no: 1,
    name: '李敏',
    on_at: '2026-11-22T08:00:00+08:00',
    off_at: null,
    minutes: null,
    entered_at: '2026-11-22T09:00:00+08:00',
    source: null,
    void_at: null,
    void_reason: null,
  })
  const off = await desk.at('2026-11-22 16:30').json('duty', 'off', '--name', '李敏')
  expect(off).toMatchObject({ shift_no: 1, off_at: '2026-11-22T16:30:00+08:00', minutes: 510 })
})

test('signing on while another is on is a handover of the desk, and says so', async () => {
  const desk = await openDesk()
  await desk.ok('duty', 'on', '--name', '李敏', '--at', '01:00')
  const { status, err } = await desk.run('duty', 'on', '--name', '王芳')
  expect([status, err]).toEqual([0, 'also on duty: 李敏, since 2026-11-22 01:00\n'])
  const off = await desk.run('duty', 'off', '--name', '李敏')
  expect([off.status, off.err]).toEqual([0, ''])
})

test('whoever leaves the desk empty, and whoever finds it so, is told (art. 1.1)', async () => {
  const desk = await openDesk({ lang: 'zh-CN' })
  expect((await desk.run('duty', 'on', '--name', '李敏', '--at', '06:00')).err).toBe('')
  expect((await desk.run('duty', 'off', '--name', '李敏', '--at', '08:00')).err).toBe('现在无人值班（1.1）\n')
  const { err } = await desk.run('duty', 'on', '--name', '王芳', '--at', '08:20')
  expect(err).toBe('2026-11-22 08:00 至 2026-11-22 08:20 无人值班（20 分）\n')
})

test('a shift that follows at once leaves no gap', async () => {
  const desk = await openDesk()
  await desk.ok('duty', 'on', '--name', '李敏', '--at', '06:00', '--until', '08:00')
  expect((await desk.run('duty', 'on', '--name', '王芳', '--at', '08:00')).err).toBe('')
})

test('on twice, off without on, times out of order: refused with a sentence', async () => {
  const desk = await openDesk()
  await desk.ok('duty', 'on', '--name', '李敏', '--at', '06:00')
  expect(await desk.refused('duty', 'on', '--name', '李敏')).toMatchObject({
    status: 4,
    code: 'ALREADY_ON_DUTY',
    message: '李敏 is on duty already, since 2026-11-22 06:00',
  })
  expect(await desk.refused('duty', 'off', '--name', '王芳')).toMatchObject({
    status: 4,
    code: 'NOT_ON_DUTY',
    message: '王芳 is not on duty; on duty: 李敏',
  })
  expect(await desk.refused('duty', 'off', '--name', '李敏', '--at', '06:00')).toMatchObject({
    status: 2,
    code: 'TIME_ORDER',
    message: '--at 2026-11-22 06:00 is not after the shift began, 2026-11-22 06:00',
  })
  expect(await desk.refused('duty', 'on', '--name', '赵云', '--at', '09:01')).toMatchObject({
    status: 2,
    code: 'TIME_ORDER',
  })
  expect(await desk.refused('duty', 'on', '--name', '赵云', '--at', '08:00', '--until', '07:00')).toMatchObject({
    code: 'TIME_ORDER',
  })
  expect(desk.rows('select name from shift')).toEqual([{ name: '李敏' }])
})

test('nobody sits at the desk twice: a shift over another of the same person is refused, of another person not', async () => {
  const desk = await openDesk()
  await desk.ok('duty', 'on', '--name', '李敏', '--at', '02:00', '--until', '04:00')
  expect(await desk.refused('duty', 'on', '--name', '李敏', '--at', '03:00')).toMatchObject({
    code: 'TIME_ORDER',
    message: '李敏 was on duty from 2026-11-22 02:00 to 2026-11-22 04:00 (shift 1); that overlaps',
  })
  expect(await desk.refused('duty', 'on', '--name', '李敏', '--at', '01:00')).toMatchObject({ code: 'TIME_ORDER' })
  await desk.ok('duty', 'on', '--name', '李敏', '--at', '01:00', '--until', '02:00')
  await desk.ok('duty', 'on', '--name', '王芳', '--at', '03:00')
})

test('a name is written as before; one that was never seen is told the near ones', async () => {
  const desk = await openDesk()
  await desk.ok('duty', 'on', '--name', '李敏', '--at', '02:00', '--until', '04:00')
  expect(await desk.json('duty', 'on', '--name', ' 李　敏', '--at', '05:00', '--until', '06:00')).toMatchObject({
    name: '李敏',
  })
  const { status, err } = await desk.run('duty', 'on', '--name', '李民', '--at', '06:00', '--until', '07:00')
  expect([status, err]).toEqual([0, '李民 was not seen before; near: 李敏\n'])
})

test('without --name nothing is guessed; the names seen before are offered', async () => {
  const desk = await openDesk()
  expect((await desk.refused('duty', 'off')).message).toBe('missing --name')
  await desk.ok('duty', 'on', '--name', '李敏')
  await desk.ok('conduct', 'inspect', '--staff', '王芳', '--by', '王主任', '--at', '03:00')
  expect(await desk.refused('duty', 'off')).toMatchObject({
    status: 2,
    code: 'USAGE',
    message: 'missing --name; seen before: 李敏, 王芳',
  })
})

test('a void shift keeps its number and counts no more; the right one may take its place', async () => {
  const desk = await openDesk()
  await desk.ok('duty', 'on', '--name', '李敏', '--at', '02:00', '--until', '08:00')
  expect(await desk.json('duty', 'void', '1', '--reason', '记错人')).toMatchObject({
    shift_no: 1,
    void_reason: '记错人',
  })
  expect(await desk.json('duty', 'on', '--name', '李敏', '--at', '02:00')).toMatchObject({ shift_no: 2 })
  expect((await desk.run('duty', 'void', '1', '--reason', 'again')).err).toBe('shift 1 was void already\n')
  expect(await desk.refused('duty', 'void', '9', '--reason', 'x')).toMatchObject({ status: 4, code: 'SHIFT_UNKNOWN' })
  expect(await desk.list('duty', 'list')).toMatchObject([{ shift_no: 2 }])
})

test('every change stands in the journal with its before and after', async () => {
  const desk = await openDesk()
  await desk.ok('duty', 'on', '--name', '李敏')
  await desk.at('2026-11-22 10:00').ok('duty', 'off', '--name', '李敏')
  await desk.ok('duty', 'void', '1', '--reason', '记错人')
  const lines = desk.rows(
    `select verb, subject, reason, before is null as new from journal where tbl = 'shift' order by entry`,
  )
  expect(lines).toEqual([
    { verb: 'duty on', subject: '李敏', reason: null, new: 1 },
    { verb: 'duty off', subject: '李敏', reason: null, new: 0 },
    { verb: 'duty void', subject: '李敏', reason: '记错人', new: 0 },
  ])
})
