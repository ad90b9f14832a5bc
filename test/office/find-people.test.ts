import { describe, expect, test } from 'vitest'
import { Fault } from '../../src/kernel/faults.ts'
import { findBranch, findMaintainer } from '../../src/office/find-people.ts'
import type { Branch, Staff } from '../../src/office/office.ts'

const branch = (code: string, name: string): Branch => ({ code, name, area: 'urban', phone: null })
const branches = [branch('CG', '城关分公司'), branch('XZ', '新庄分公司'), branch('cg', '小城关')]

const person = (where: string, name: string, retired_at: number | null = null): Staff => ({
  branch: where,
  name,
  retired_at,
})
const staff = [
  person('CG', '王伟'),
  person('XZ', '王伟'),
  person('CG', '李强'),
  person('XZ', '赵敏'),
  person('CG', '钱进', 1000),
  person('CG', '孙丽'),
  person('XZ', '孙丽', 1000),
]

function refusal(find: () => unknown): string {
  try {
    return JSON.stringify(find())
  } catch (error) {
    if (error instanceof Fault) return `${error.code}: ${error.what.en}`
    throw error
  }
}

describe('findBranch', () => {
  test.each([
    ['CG', 'CG'],
    ['cg', 'cg'],
    ['xz', 'XZ'],
    ['新庄分公司', 'XZ'],
  ])('%s is %s', (typed, code) => {
    expect(findBranch(branches, typed).code).toBe(code)
  })

  test.each([
    // Two branches differ by their case only: neither is guessed.
    ['Cg', 'BRANCH_UNKNOWN: no branch "Cg"; nearest: CG, cg'],
    ['新庄', 'BRANCH_UNKNOWN: no branch "新庄"; nearest: 新庄分公司'],
    ['天津', 'BRANCH_UNKNOWN: no branch "天津"'],
    ['', 'BRANCH_UNKNOWN: no branch ""'],
  ])('%j is refused, with the nearest', (typed, expected) => {
    expect(refusal(() => findBranch(branches, typed))).toBe(expected)
  })
})

describe('findMaintainer', () => {
  test.each([
    ['王伟', 'CG', 'CG'],
    ['王伟', 'XZ', 'XZ'],
    // A unique name elsewhere helps out.
    ['赵敏', 'CG', 'XZ'],
    // The other of that name is retired.
    ['孙丽', 'XZ', 'CG'],
  ])('%s for branch %s is the one of %s', (typed, where, expected) => {
    expect(findMaintainer(staff, typed, where)).toMatchObject({ name: typed, branch: expected })
  })

  test.each([
    ['王伟', 'DC', 'STAFF_UNKNOWN: branch DC has no maintainer "王伟", and several elsewhere have that name (CG, XZ)'],
    ['王玮', 'CG', 'STAFF_UNKNOWN: no maintainer "王玮" in branch CG or elsewhere; nearest: 王伟'],
    ['钱进', 'CG', 'STAFF_UNKNOWN: no maintainer "钱进" in branch CG or elsewhere'],
  ])('%s for branch %s: %s', (typed, where, expected) => {
    expect(refusal(() => findMaintainer(staff, typed, where))).toBe(expected)
  })

  test('an old repair may be of somebody who is retired', () => {
    expect(findMaintainer(staff, '钱进', 'CG', true)).toEqual(person('CG', '钱进', 1000))
    expect(findMaintainer(staff, '孙丽', 'XZ', true).branch).toBe('XZ')
  })
})
