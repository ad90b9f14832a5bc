import { describe, expect, test } from 'vitest'
import { openDesk } from '../desk.ts'

describe('staff add', () => {
  test('prints the maintainer; one name may be in two branches', async () => {
    const desk = await openDesk()
    expect(await desk.json('staff', 'add', '王伟2', '--branch', 'CG')).toEqual({
      branch: 'CG',
      name: '王伟2',
      retired_at: null,
    })
    expect(await desk.json('staff', 'add', '王伟', '--branch', '新庄分公司')).toMatchObject({ branch: 'XZ' })
  })

  test.each([
    [
      ['王伟', '--branch', 'CG'],
      4,
      'IN_USE',
      '王伟 is a maintainer of CG already; two of one name are told apart in the name (王伟2)',
    ],
    [['孙丽', '--branch', 'CQ'], 4, 'BRANCH_UNKNOWN', 'no branch "CQ"; nearest: CG'],
    [['孙丽'], 2, 'USAGE', 'missing --branch'],
    [['', '--branch', 'CG'], 2, 'INVALID_VALUE', 'NAME is blank'],
    [
      ['\u202e\0', '--branch', 'CG'],
      2,
      'INVALID_VALUE',
      'NAME holds characters that cannot be stored (a NUL, or bytes that are not UTF-8)',
    ],
  ])('%j is refused', async (argv, status, code, message) => {
    const desk = await openDesk()
    expect(await desk.refused('staff', 'add', ...argv)).toMatchObject({ status, code, message })
    expect(await desk.list('staff', 'list')).toHaveLength(3)
  })

  test.each(["O'Neill", '"; drop table staff --', '𠮷田', 'a\\b', '%_', '\x1b[31m红', '=1+1'])(
    '%j is stored exactly',
    async (name) => {
      const desk = await openDesk()
      expect(await desk.json('staff', 'add', name, '--branch', 'CG')).toMatchObject({ name })
      expect((await desk.list('staff', 'list')).map((s) => s['name'])).toContain(name)
    },
  )
})

describe('staff retire', () => {
  test('keeps the name with the moment; again is a note; adding the name again takes it back', async () => {
    const desk = await openDesk()
    const retired = { branch: 'CG', name: '王伟', retired_at: '2026-11-22T09:00:00+08:00' }
    expect(await desk.json('staff', 'retire', '王伟', '--branch', 'CG')).toEqual(retired)
    const again = await desk.at('2026-11-23 09:00').run('staff', 'retire', '王伟', '--branch', 'CG', '--json')
    expect([again.status, JSON.parse(again.out), again.err]).toEqual([0, retired, '王伟 was retired already\n'])
    expect(await desk.list('staff', 'list')).toHaveLength(3)
    expect(await desk.json('staff', 'add', '王伟', '--branch', 'CG')).toMatchObject({ retired_at: null })
    expect(
      desk.rows(`select verb, before is null as fresh from journal where subject = '王伟' order by entry`),
    ).toEqual([
      { verb: 'staff add', fresh: 1 },
      { verb: 'staff retire', fresh: 0 },
      { verb: 'staff add', fresh: 0 },
    ])
  })

  test.each([
    // There is one elsewhere, but it was this branch that was named.
    [['赵敏', '--branch', 'CG'], 4, 'STAFF_UNKNOWN', 'branch CG has no maintainer "赵敏"'],
    [['王玮', '--branch', 'CG'], 4, 'STAFF_UNKNOWN', 'branch CG has no maintainer "王玮"; nearest: 王伟'],
    [['王伟', '--branch', 'DC'], 4, 'BRANCH_UNKNOWN', 'no branch "DC"'],
    [['王伟'], 2, 'USAGE', 'missing --branch'],
  ])('%j is refused', async (argv, status, code, message) => {
    const desk = await openDesk()
    expect(await desk.refused('staff', 'retire', ...argv)).toMatchObject({ status, code, message })
    expect((await desk.list('staff', 'list')).filter((s) => s['retired_at'] !== null)).toEqual([])
  })
})

describe('staff list', () => {
  test('everyone, or one branch by code or name', async () => {
    const desk = await openDesk()
    const names = async (...argv: string[]): Promise<unknown[]> =>
      (await desk.list('staff', 'list', ...argv)).map((s) => s['name'])
    expect(new Set(await names())).toEqual(new Set(['李强', '王伟', '赵敏']))
    expect(await names('--branch', 'XZ')).toEqual(['赵敏'])
    expect(await names('--branch', '新庄分公司')).toEqual(['赵敏'])
    expect(await desk.refused('staff', 'list', '--branch', 'X')).toMatchObject({ status: 4, code: 'BRANCH_UNKNOWN' })
  })

  test('nobody yet', async () => {
    const desk = await openDesk({ branches: false, lang: 'zh-CN' })
    expect(await desk.run('staff', 'list')).toMatchObject({ status: 0, out: '', err: '还没有维护人\n' })
  })

  test('stored controls are shown, not obeyed: in a pipe, in a table and in JSON; CSV runs no formula', async () => {
    const desk = await openDesk({ branches: false })
    await desk.ok('branch', 'add', 'CG', '城关分公司', '--area', 'urban')
    await desk.ok('staff', 'add', '\x1b[2J\x9b\u202e', '--branch', 'CG')
    await desk.ok('staff', 'add', '=1+1', '--branch', 'CG')
    expect(await desk.ok('staff', 'list')).toContain('CG\t\\x1b[2J\\x9b\\u202e\t\n')
    expect(await desk.columns(80).ok('staff', 'list')).toContain('\\x1b[2J\\x9b\\u202e')
    expect(await desk.columns(undefined).ok('staff', 'list', '--json')).toContain('"\\u001b[2J\\u009b\\u202e"')
    expect(await desk.ok('staff', 'list', '--csv')).toContain("CG,'=1+1,\n")
  })
})

test('staff: in Chinese', async () => {
  const desk = await openDesk({ lang: 'zh-CN' })
  expect((await desk.run('staff', 'add', '王伟', '--branch', 'CG')).err).toBe(
    'baoxiu: IN_USE: CG 已有维护人 王伟；同名者在姓名上区分（王伟2）\n  现有的请看 `baoxiu branch list`、`baoxiu staff list` 或 `baoxiu office show`\n',
  )
  expect((await desk.run('staff', 'retire', '王玮', '--branch', 'CG')).err).toContain(
    'STAFF_UNKNOWN: 分公司 CG 没有维护人“王玮”；相近的有：王伟\n',
  )
})
