import { describe, expect, test } from 'vitest'
import { People } from '../../src/books/people.ts'
import type { Branch, Staff } from '../../src/office/office.ts'

const branches: Branch[] = [
  { code: 'CG', name: '城关分公司', area: 'urban', phone: null },
  { code: 'XZ', name: '新庄分公司', area: 'township', phone: null },
]
const staff: Staff[] = [
  { branch: 'CG', name: '王伟', retired_at: null },
  { branch: 'XZ', name: '王伟', retired_at: null },
  { branch: 'XZ', name: '赵敏', retired_at: 1 },
  { branch: 'CG', name: '李强', retired_at: null },
]

describe('looking up', () => {
  const people = new People(branches, staff, false)

  test.each([
    ['CG', 'CG'],
    ['cg', 'CG'],
    ['ＣＧ', 'CG'],
    ['新庄分公司', 'XZ'],
    ['新庄 分公司', 'XZ'],
  ])('branch %s', (cell, code) => {
    expect(people.branchOf(cell)).toBe(code)
  })

  test.each([
    ['王伟', 'XZ', '王伟'],
    ['王　伟', 'CG', '王伟'],
    ['李强', 'XZ', '李强'],
    ['赵敏', 'XZ', '赵敏'],
  ])('maintainer %s of %s', (cell, branch, name) => {
    expect(people.maintainerOf(cell, branch)).toBe(name)
  })

  test('an unknown one is refused with the nearest names', () => {
    expect(people.branchOf('城管分公司')).toMatchObject({ en: expect.stringContaining('nearest: 城关分公司') })
    expect(people.maintainerOf('王维', 'CG')).toMatchObject({ en: expect.stringContaining('nearest: 王伟') })
  })
})

describe('with --create-missing', () => {
  test('whoever a row that is imported names is made, once; whoever only refused rows name is not', () => {
    const people = new People(branches, staff, true)
    const made = people.branchOf('东湖分公司')
    expect([made, people.branchOf('东湖分公司'), people.branchOf('DH'), people.areaOf('B1')]).toEqual([
      'B1',
      'B1',
      'DH',
      'township',
    ])
    expect(people.maintainerOf('钱 海', 'B1')).toBe('钱海')
    people.use('CG', '王伟', null)
    expect([people.createdBranches, people.createdStaff]).toEqual([[], []])
    people.use('B1', null, '钱海')
    people.use('B1', null, '钱海')
    expect(people.createdBranches).toEqual([{ code: 'B1', name: '东湖分公司', area: 'township', phone: null }])
    expect(people.createdStaff).toEqual([{ branch: 'B1', name: '钱海', retired_at: null }])
  })
})
