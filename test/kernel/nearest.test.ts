import { expect, test } from 'vitest'
import { nearest } from '../../src/kernel/nearest.ts'

const COMMANDS = ['log', 'list', 'close', 'chase', 'handover print', 'handover sign']
const PEOPLE = ['王伟', '王伟2', '李强', '赵敏', '王小伟']

test.each([
  ['lsit', COMMANDS, ['list']],
  ['LIST', COMMANDS, ['list']],
  ['handover prnt', COMMANDS, ['handover print', 'handover sign']],
  ['xyzzy', COMMANDS, []],
  ['lis', ['branch list', 'complaint list', 'list'], ['list', 'branch list', 'complaint list']],
  ['王', PEOPLE, ['王伟', '王伟2', '王小伟']],
  ['王玮', PEOPLE, ['王伟']],
  ['小伟', PEOPLE, ['王小伟', '王伟']],
  // One letter of one letter is not near: nothing of it was meant.
  ['甲', ['乙', '丙'], []],
  ['', PEOPLE, []],
  ['王伟', [], []],
])('%j in %j: %j', (typed, candidates, expected) => {
  expect(nearest(typed, candidates)).toEqual(expected)
})

test('at most as many as asked, the best first', () => {
  expect(nearest('王', PEOPLE, 1)).toEqual(['王伟'])
})
