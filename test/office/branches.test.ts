import { describe, expect, test } from 'vitest'
import { openDesk } from '../desk.ts'

describe('branch add', () => {
  test('prints the branch; its code in upper case', async () => {
    const desk = await openDesk({ branches: false })
    expect(await desk.json('branch', 'add', 'cg', '城关分公司', '--area', 'urban')).toEqual({
      code: 'CG',
      name: '城关分公司',
      area: 'urban',
      phone: null,
    })
    expect(
      await desk.json('branch', 'add', 'XZ', '新庄分公司', '--area', 'township', '--phone', '0371-7654321'),
    ).toMatchObject({
      area: 'township',
      phone: '0371-7654321',
    })
    expect(desk.rows(`select subject, tbl, before from journal where verb = 'branch add'`)).toEqual([
      { subject: 'CG', tbl: 'branch', before: null },
      { subject: 'XZ', tbl: 'branch', before: null },
    ])
  })

  test.each([
    [['CG', '别的', '--area', 'urban'], 4, 'IN_USE', 'a branch CG exists already'],
    [['cg', '别的', '--area', 'urban'], 4, 'IN_USE', 'a branch CG exists already'],
    [['DC', '城关分公司', '--area', 'urban'], 4, 'IN_USE', 'a branch 城关分公司 exists already'],
    // A cell of a book may hold either: no name may be another's code.
    [['DC', 'CG', '--area', 'urban'], 4, 'IN_USE', 'a branch CG exists already'],
    [['D-C', '东城', '--area', 'urban'], 2, 'INVALID_VALUE', 'CODE "D-C" is not a code: 1 to 8 letters or digits'],
    [
      ['TOOLONG12', '东城', '--area', 'urban'],
      2,
      'INVALID_VALUE',
      'CODE "TOOLONG12" is not a code: 1 to 8 letters or digits',
    ],
    [['DC', '\t', '--area', 'urban'], 2, 'INVALID_VALUE', 'NAME is blank'],
    [
      ['DC', '东城', '--area', 'urbn'],
      2,
      'INVALID_VALUE',
      '--area "urbn" is not one of urban | township; did you mean urban?',
    ],
    [['DC', '东城'], 2, 'USAGE', 'missing --area'],
    [[], 2, 'USAGE', 'missing CODE, NAME, --area'],
  ])('%j is refused', async (argv, status, code, message) => {
    const desk = await openDesk()
    expect(await desk.refused('branch', 'add', ...argv)).toMatchObject({ status, code, message })
    expect(await desk.list('branch', 'list')).toHaveLength(2)
  })
})

describe('branch edit', () => {
  test('changes what is given, by code or name, and nothing else', async () => {
    const desk = await openDesk()
    expect(await desk.json('branch', 'edit', 'XZ', '--phone', '7654322')).toEqual({
      code: 'XZ',
      name: '新庄分公司',
      area: 'township',
      phone: '7654322',
    })
    expect(await desk.json('branch', 'edit', '新庄分公司', '--name', '新庄维护站', '--area', 'urban')).toEqual({
      code: 'XZ',
      name: '新庄维护站',
      area: 'urban',
      phone: '7654322',
    })
    expect(desk.rows(`select before, after from journal where verb = 'branch edit' order by entry limit 1`)).toEqual([
      {
        before: '{"code":"XZ","name":"新庄分公司","area":"township","phone":"7654321"}',
        after: '{"code":"XZ","name":"新庄分公司","area":"township","phone":"7654322"}',
      },
    ])
  })

  test('its own name again is no other’s', async () => {
    const desk = await openDesk()
    await desk.ok('branch', 'edit', 'XZ', '--name', '新庄分公司')
  })

  test.each([
    [['XX', '--name', 'x'], 4, 'BRANCH_UNKNOWN', 'no branch "XX"; nearest: XZ'],
    [['XZ', '--name', '城关分公司'], 4, 'IN_USE', 'a branch 城关分公司 exists already'],
    [['XZ', '--name', 'CG'], 4, 'IN_USE', 'a branch CG exists already'],
    [['XZ'], 2, 'USAGE', 'nothing to change was given'],
    [
      ['XZ', '--area', 'rural'],
      2,
      'INVALID_VALUE',
      '--area "rural" is not one of urban | township; did you mean urban?',
    ],
    [[], 2, 'USAGE', 'missing CODE'],
  ])('%j is refused', async (argv, status, code, message) => {
    const desk = await openDesk()
    const before = await desk.list('branch', 'list')
    expect(await desk.refused('branch', 'edit', ...argv)).toMatchObject({ status, code, message })
    expect(await desk.list('branch', 'list')).toEqual(before)
  })
})

describe('branch list', () => {
  test('in the order of their codes', async () => {
    const desk = await openDesk()
    expect(await desk.list('branch', 'list')).toEqual([
      { code: 'CG', name: '城关分公司', area: 'urban', phone: null },
      { code: 'XZ', name: '新庄分公司', area: 'township', phone: '7654321' },
    ])
  })

  test('an office without any says so on stderr, and exits 0', async () => {
    const desk = await openDesk({ branches: false })
    expect(await desk.run('branch', 'list')).toMatchObject({ status: 0, out: '', err: 'no branches yet\n' })
    expect(await desk.ok('branch', 'list', '--json')).toBe('[]\n')
    expect(await desk.ok('branch', 'list', '--csv')).toBe('code,name,area,phone\n')
  })

  test('as CSV, as lines for a pipe, and as a table', async () => {
    const desk = await openDesk({ lang: 'zh-CN' })
    expect(await desk.ok('branch', 'list', '--csv')).toBe(
      'code,name,area,phone\nCG,城关分公司,urban,\nXZ,新庄分公司,township,7654321\n',
    )
    expect(await desk.ok('branch', 'list')).toBe(
      '代码\t分公司名称\t区域\t联系电话\nCG\t城关分公司\t城区\t\nXZ\t新庄分公司\t乡镇\t7654321\n',
    )
    expect(await desk.columns(80).ok('branch', 'list')).toMatch(
      /^代码 +分公司名称 +区域 +联系电话\nCG +城关分公司 +城区\nXZ +新庄分公司 +乡镇 +7654321\n$/,
    )
  })
})
