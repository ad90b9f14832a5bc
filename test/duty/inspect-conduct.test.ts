import { expect, test } from 'vitest'
import { openDesk } from '../desk.ts'

test('a check with what was not kept, in the order of the code', async () => {
  const desk = await openDesk()
  const check = await desk.json(
    'conduct',
    'inspect',
    '--staff',
    '李敏',
    '--by',
    '王主任',
    '--fail',
    'voice',
    '--fail',
    '工牌=未佩戴',
    '--at',
    '08:30',
  )
  expect(check).toEqual({
    inspection_no: 'KF-J-20261122-01',
    staff: '李敏',
    inspected_by: '王主任',
    inspected_at: '2026-11-22T08:30:00+08:00',
    entered_at: '2026-11-22T09:00:00+08:00',
    failed: 'badge, voice',
    note: null,
    void_at: null,
    void_reason: null,
    failures: [
      { item: 'badge', article: '4.3', note: '未佩戴' },
      { item: 'voice', article: '4.5', note: null },
    ],
  })
})

test('without --fail everything was kept; numbers go on by day', async () => {
  const desk = await openDesk()
  expect(await desk.json('conduct', 'inspect', '--staff', '李敏', '--by', '王主任')).toMatchObject({
    failed: null,
    failures: [],
  })
  expect(await desk.json('conduct', 'inspect', '--staff', '李敏', '--by', '王主任')).toMatchObject({
    inspection_no: 'KF-J-20261122-02',
  })
  expect(
    await desk.json('conduct', 'inspect', '--staff', '李敏', '--by', '王主任', '--at', '昨天 10:00'),
  ).toMatchObject({ inspection_no: 'KF-J-20261121-01' })
})

test('the person is written as on the duty list; a near miss is pointed out', async () => {
  const desk = await openDesk()
  await desk.ok('duty', 'on', '--name', '李敏')
  expect(await desk.json('conduct', 'inspect', '--staff', '李 敏', '--by', '王主任')).toMatchObject({ staff: '李敏' })
  expect((await desk.run('conduct', 'inspect', '--staff', '李民', '--by', '王主任')).err).toBe(
    '李民 was not seen before; near: 李敏\n',
  )
})

test.each([
  [['--staff', '李敏', '--by', '王主任', '--fail', '胸牌'], 'INVALID_VALUE', 'no item "胸牌"; nearest: 工牌'],
  [
    ['--staff', '李敏', '--by', '王主任', '--fail', 'zip', '--fail', 'zip'],
    'INVALID_VALUE',
    '--fail zip is given twice',
  ],
  [
    ['--staff', '李敏', '--by', '王主任', '--at', '09:01'],
    'TIME_ORDER',
    '--at 2026-11-22 09:01 lies in the future; it is 2026-11-22 09:00 now',
  ],
  [['--staff', '李敏'], 'USAGE', 'missing --by'],
  [['--by', '王主任'], 'USAGE', 'missing --staff'],
])('%j is refused: %s', async (flags, code, message) => {
  const desk = await openDesk()
  expect(await desk.refused('conduct', 'inspect', ...flags)).toMatchObject({ status: 2, code, message })
  expect(desk.rows('select inspection_no from inspection')).toEqual([])
})

test('conduct list: by month and person, void ones marked', async () => {
  const desk = await openDesk()
  await desk.ok('conduct', 'inspect', '--staff', '李敏', '--by', '王主任', '--at', '2026-10-31 23:59:59')
  await desk.ok('conduct', 'inspect', '--staff', '李敏', '--by', '王主任', '--at', '2026-11-01 00:00')
  await desk.ok('conduct', 'inspect', '--staff', '王芳', '--by', '王主任', '--fail', 'zip')
  expect(await desk.list('conduct', 'list')).toHaveLength(3)
  expect(await desk.list('conduct', 'list', '--month', '2026-10')).toMatchObject([
    { inspection_no: 'KF-J-20261031-01' },
  ])
  expect(await desk.json('conduct', 'void', 'kf-j-20261122-01', '--reason', '记错人')).toMatchObject({
    void_reason: '记错人',
    failed: 'zip',
  })
  expect(await desk.list('conduct', 'list', '--staff', '王 芳')).toMatchObject([
    { void_at: '2026-11-22T09:00:00+08:00' },
  ])
  expect((await desk.run('conduct', 'void', 'KF-J-20261122-01', '--reason', 'x')).err).toBe(
    'KF-J-20261122-01 was void already\n',
  )
  expect(await desk.refused('conduct', 'void', 'KF-J-20261122-09', '--reason', 'x')).toMatchObject({
    status: 4,
    code: 'INSPECTION_UNKNOWN',
  })
  expect((await desk.run('conduct', 'list', '--month', '2026-09')).err).toBe('no checks in 2026-09\n')
})

test('the journal tells of every row, so that a full check can replay it', async () => {
  const desk = await openDesk()
  await desk.ok('conduct', 'inspect', '--staff', '李敏', '--by', '王主任', '--fail', 'zip=松', '--fail', 'badge')
  await desk.ok('duty', 'on', '--name', '李敏', '--at', '08:00')
  await desk.ok('duty', 'off', '--name', '李敏')
  await desk.ok('duty', 'void', '1', '--reason', '记错人')
  await desk.ok('conduct', 'void', 'KF-J-20261122-01', '--reason', '记错人')
  expect(await desk.list('check', '--full')).toEqual([])
})
