import { describe, expect, test } from 'vitest'
import { Fault } from '../../src/kernel/faults.ts'
import { SHANGHAI } from '../../src/kernel/zone.ts'
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

const TODAY = { at: 2000, zone: SHANGHAI }

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
    expect(findMaintainer(staff, typed, where, TODAY)).toMatchObject({ name: typed, branch: expected })
  })

  test.each([
    ['王伟', 'DC', 'STAFF_UNKNOWN: branch DC has no maintainer "王伟", and several elsewhere have that name (CG, XZ)'],
    ['王玮', 'CG', 'STAFF_UNKNOWN: no maintainer "王玮" in branch CG or elsewhere; nearest: 王伟'],
    ['钱进', 'CG', 'STAFF_LEFT: 钱进 of CG left on 1970-01-01'],
    ['周立', 'CG', 'STAFF_UNKNOWN: no maintainer "周立" in branch CG or elsewhere'],
  ])('%s for branch %s: %s', (typed, where, expected) => {
    expect(refusal(() => findMaintainer(staff, typed, where, TODAY))).toBe(expected)
  })

  test('desk 4: what was done up to the day may be of somebody who has left', () => {
    expect(findMaintainer(staff, '钱进', 'CG', { at: 1000, zone: SHANGHAI })).toEqual(person('CG', '钱进', 1000))
    expect(findMaintainer(staff, '孙丽', 'XZ').branch).toBe('XZ')
  })
})
