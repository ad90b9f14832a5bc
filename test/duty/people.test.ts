import { expect, test } from 'vitest'
import { knownSpelling, nameKey, nearMisses } from '../../src/duty/people.ts'

const seen = ['李敏', '王芳', 'Ann Lee']

test.each([
  ['李敏', '李敏'],
  [' 李 敏 ', '李敏'],
  ['李　敏', '李敏'],
  ['ANN LEE', 'Ann Lee'],
  ['Ａｎｎ Lee', 'Ann Lee'],
  [' 张三 ', '张三'],
])('%j is written as before: %s', (typed, spelling) => {
  expect(knownSpelling(typed, seen)).toBe(spelling)
})

test('blanks that were once typed around a name are nobody’s spelling', () => {
  expect(knownSpelling('李敏', [' 李敏 '])).toBe('李敏')
})

test('near misses are of new names only', () => {
  expect(nearMisses('李敏', ['李敏', '李敏2'])).toEqual([])
  expect(nearMisses('李民', seen)).toEqual(['李敏'])
  expect(nearMisses('欧阳明', seen)).toEqual([])
})

test('two names that differ in more than blanks, width and case stay two', () => {
  expect(nameKey('李敏')).not.toBe(nameKey('李敏2'))
})
