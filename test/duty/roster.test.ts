import { expect, test } from 'vitest'
import { hoursOf, namesIn, readNamedShift } from '../../src/duty/roster.ts'
import { whyRoster as why } from '../../src/kernel/messages/duty-import.ts'

const H = 3600
const NAMED = new Map([['早班', { from: 8 * H, to: 16 * H }]])

test.each([
  ['8:00-16:00', 8, 16],
  ['08:00—16:00', 8, 16],
  ['８：００－１６：００', 8, 16],
  ['8-16', 8, 16],
  ['8点至16点', 8, 16],
  ['8時到16時', 8, 16],
  ['8点半~16点', 8.5, 16],
  ['上午8点-下午4点', 8, 16],
  ['16:00-24:00', 16, 24],
  ['16:00-0:00', 16, 24],
  ['20:00-8:00', 20, 32],
  ['20:00-次日8:00', 20, 32],
  ['8:00-次日8:00', 8, 32],
  ['8:00-8:00', 8, 32],
  ['0:00-24:00', 0, 24],
  ['早班（8:30-16:30）', 8.5, 16.5],
  ['1班 8:00-16:00', 8, 16],
  ['班1 8:00-16:00', 8, 16],
  ['早班', 8, 16],
  ['早 班', 8, 16],
  ['早班（正常）', 8, 16],
])('%s', (cell, from, to) => {
  expect(hoursOf(cell, NAMED)).toEqual({ from: from * H, to: to * H })
})

test.each([
  ['夜班', why.hoursUnknown],
  ['8:00', why.hoursUnknown],
  ['', why.hoursUnknown],
  ['8:00-次日9:00', why.longerThanADay],
  ['8:70-16:00', { zh: '不是钟点' }],
  ['25-26', { zh: '不是钟点' }],
])('%j is refused, never guessed', (cell, reason) => {
  expect(hoursOf(cell, NAMED)).toMatchObject(reason)
})

test.each(['休', '休息', '轮休', '輪休', ' 请假 '])('%s is no shift', (cell) => {
  expect(hoursOf(cell, NAMED)).toBe('rest')
})

test.each([
  ['早班=08:00-16:00', { name: '早班', hours: { from: 8 * H, to: 16 * H } }],
  ['夜班＝20:00-8:00', { name: '夜班', hours: { from: 20 * H, to: 32 * H } }],
  ['早班', why.notNamed],
  ['早班=早', why.notNamed],
  ['=8-16', why.notNamed],
  ['早班=8:00-次日9:00', why.longerThanADay],
])('--shift %s', (typed, read) => {
  expect(readNamedShift(typed)).toEqual(read)
})

test.each([
  ['李敏', ['李敏']],
  [' 李敏、王芳 ', ['李敏', '王芳']],
  ['李敏，王芳；赵云/Ann Lee', ['李敏', '王芳', '赵云', 'Ann Lee']],
  ['李 敏', ['李 敏']],
  ['李敏 王芳', why.severalNames],
  [' 、 ', why.noName],
])('names in %j', (cell, names) => {
  expect(namesIn(cell)).toEqual(names)
})
