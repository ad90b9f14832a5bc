import { expect, test } from 'vitest'
import { joinedBranches } from '../../src/office/joined-branches.ts'

const move = (maintainer: string, from: string, to: string) => ({ maintainer, from, to })
const merge = (from: string, to: string) => ({ maintainer: null, from, to })

test.each([
  ['nothing happened', [], 'CG', ['CG'], 'CG'],
  ['he moved', [move('王伟', 'CG', 'XZ')], 'CG', ['CG', 'XZ'], 'XZ'],
  ['asked where he is now', [move('王伟', 'CG', 'XZ')], 'XZ', ['CG', 'XZ'], 'XZ'],
  ['somebody else moved', [move('李强', 'CG', 'XZ')], 'CG', ['CG'], 'CG'],
  [
    'his branch was merged after he had come',
    [move('王伟', 'CG', 'XZ'), merge('XZ', 'DM')],
    'CG',
    ['CG', 'DM', 'XZ'],
    'DM',
  ],
  ['he moved back', [move('王伟', 'CG', 'XZ'), move('王伟', 'XZ', 'CG')], 'CG', ['CG', 'XZ'], 'CG'],
  ['another branch was merged elsewhere', [merge('QX', 'DM')], 'CG', ['CG'], 'CG'],
] as const)('%s', (_, joins, branch, branches, present) => {
  const joined = joinedBranches(joins, '王伟', branch)
  expect([joined.branches.toSorted(), joined.present]).toEqual([branches, present])
})

test('the branch itself goes on only where it was merged', () => {
  expect(joinedBranches([move('王伟', 'CG', 'XZ')], null, 'CG').branches).toEqual(['CG'])
  expect(joinedBranches([merge('CG', 'XZ')], null, 'CG').present).toBe('XZ')
})
