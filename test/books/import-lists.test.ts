import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { encodeGb18030 } from '../../src/kernel/gb18030.ts'
import { openDesk } from '../desk.ts'
import type { Desk } from '../desk.ts'

function file(desk: Desk, name: string, content: string | Uint8Array): string {
  writeFileSync(desk.path(name), content)
  return desk.path(name)
}

/** The `--json` of a call that refused some rows. */
async function partly(desk: Desk, ...argv: string[]): Promise<unknown> {
  const { status, out } = await desk.run(...argv, '--json')
  expect(status).toBe(3)
  return JSON.parse(out)
}

describe('import branches', () => {
  test('what branch list writes, in either language, into an empty office', async () => {
    const [desk, other] = [await openDesk(), await openDesk({ branches: false })]
    await desk.ok('branch', 'add', 'B3', '=东街 ', '--area', 'urban', '--phone', '+86 523')
    await desk.ok('branch', 'list', '-o', desk.path('branches.csv'))
    await desk.ok('branch', 'list', '--headers', 'zh', '-o', desk.path('分公司.csv'))
    expect(await other.json('import', 'branches', desk.path('branches.csv'))).toMatchObject({
      import_id: 'KF-I-20261122-01',
      book: 'branches',
      rows_read: 3,
      imported: 3,
      duplicates: 0,
      rejected: 0,
    })
    expect(await other.ok('branch', 'list', '--csv')).toBe(await desk.ok('branch', 'list', '--csv'))
    expect(await other.json('import', 'branches', desk.path('分公司.csv'))).toMatchObject({
      import_id: null,
      imported: 0,
      duplicates: 3,
    })
    expect(await other.list('import', 'list')).toMatchObject([{ kind: 'branches', imported: 3 }])
    await other.ok('check', '--full')
  })

  test('a list of their own, in GB18030, with a title; dry run first', async () => {
    const desk = await openDesk()
    const list = encodeGb18030(
      '各分公司一览表,,,\n代码,名称,区域,联系电话,经理\n\ndj,东街分公司,城区,7651111,刘\nLZ,柳庄分公司,乡镇,,\n',
    )
    const path = file(desk, '一览.csv', list)
    const dry = await desk.run('import', 'branches', path, '--dry-run', '--json')
    expect(JSON.parse(dry.out)).toMatchObject({ encoding: 'gb18030', header_line: 2, imported: 2, dry_run: true })
    expect(dry.err).toContain('not imported: 经理')
    expect(await desk.list('branch', 'list')).toHaveLength(2)
    await desk.ok('import', 'branches', path)
    expect(await desk.list('branch', 'list')).toMatchObject([
      { code: 'CG' },
      { code: 'DJ', name: '东街分公司', area: 'urban', phone: '7651111' },
      { code: 'LZ', area: 'township', phone: null },
      { code: 'XZ' },
    ])
  })

  test('refused rows, their reasons and the way back through the rejects file', async () => {
    const desk = await openDesk()
    const rows = [
      'code,name,area,phone',
      'CG,城关分公司,urban,',
      'CG,城关,urban,',
      'D-1,东街,urban,',
      'DJ,东街,郊区,',
      'LZ,新庄分公司,township,',
      'MM,,urban,',
      'DJ,东街,urban,,7',
      'NN,南门,urban,',
      'NN,南门,urban,',
    ]
    const path = file(desk, 'b.csv', rows.join('\n'))
    expect(await partly(desk, 'import', 'branches', path)).toMatchObject({
      rows_read: 9,
      imported: 1,
      duplicates: 2,
      rejected: 6,
      rejects_file: `${path}.rejects.csv`,
    })
    const rejects = readFileSync(`${path}.rejects.csv`, 'utf8')
    expect(rejects.trimEnd().split('\r\n').slice(1)).toEqual([
      'CG,城关,urban,,3,"code ""CG"" is known with other content; change it with `baoxiu branch edit CG`",b',
      'D-1,东街,urban,,4,"code ""D-1"" is no code: one to eight letters or digits",b',
      'DJ,东街,郊区,,5,"area ""郊区"" is no area; write urban or township",b',
      expect.stringMatching(/^LZ,新庄分公司,township,,6,.*新庄分公司.*,b$/),
      'MM,,urban,,7,name: is missing,b',
      'DJ,东街,urban,,8,more cells than the header has,b,7',
    ])
    const [head, , , bad] = rejects.split('\r\n')
    const corrected = file(desk, 'b2.csv', `${head}\r\n${bad?.replace('郊区', '城区')}\r\n`)
    expect(await desk.json('import', 'branches', corrected)).toMatchObject({ imported: 1, unmapped_columns: [] })
    await desk.ok('check', '--full')
  })

  test('all or nothing with --strict', async () => {
    const desk = await openDesk()
    const path = file(desk, 'b.csv', 'code,name,area\nDJ,东街,urban\nLZ,柳庄,?\n')
    const refused = await desk.refused('import', 'branches', path, '--strict')
    expect(refused).toMatchObject({ status: 3, code: 'ROWS_REFUSED' })
    expect(await desk.list('branch', 'list')).toHaveLength(2)
    expect(existsSync(`${path}.rejects.csv`)).toBe(true)
  })

  test.each([
    ['nothing that is known', 'a,b,c\n1,2,3\n'],
    ['no area', 'code,name\nDJ,东街\n'],
  ])('a file with %s is refused, with the headings that it needs', async (_, content) => {
    const desk = await openDesk()
    const refused = await desk.refused('import', 'branches', file(desk, 'b.csv', content))
    expect(refused).toMatchObject({ status: 2, code: 'INVALID_VALUE' })
    expect(refused.message).toContain('code, name, area')
  })

  test('from stdin refused rows need a file', async () => {
    const desk = await openDesk()
    desk.stdin = 'code,name,area\nDJ,东街,?\n'
    expect(await desk.refused('import', 'branches', '-')).toMatchObject({ code: 'USAGE' })
    expect(await partly(desk, 'import', 'branches', '-', '--rejects', desk.path('r.csv'))).toMatchObject({
      book: 'stdin',
      rejects_file: desk.path('r.csv'),
    })
  })
})

describe('import staff', () => {
  test('what staff list writes, with those who left', async () => {
    const [desk, other] = [await openDesk(), await openDesk()]
    await desk.ok('staff', 'add', '钱七', '--branch', 'XZ')
    await desk.ok('staff', 'add', '孙八', '--branch', 'XZ')
    await desk.ok('staff', 'retire', '孙八', '--branch', 'XZ')
    await desk.ok('staff', 'list', '--headers', 'zh', '-o', desk.path('staff.csv'))
    expect(await other.json('import', 'staff', desk.path('staff.csv'))).toMatchObject({ imported: 2, duplicates: 3 })
    expect(await other.ok('staff', 'list', '--csv')).toBe(await desk.ok('staff', 'list', '--csv'))
    await other.ok('check', '--full')
  })

  test('branches by name or code; whoever is known otherwise is refused', async () => {
    const desk = await openDesk()
    await desk.ok('staff', 'retire', '李强', '--branch', 'CG')
    const list = '姓名,分公司\n钱七,新庄分公司\n孙八,xz\n王伟,CG\n李强,CG\n周九,西门\n'
    const path = file(desk, 'staff.csv', list)
    expect(await partly(desk, 'import', 'staff', path)).toMatchObject({ imported: 2, duplicates: 1, rejected: 2 })
    const rejects = readFileSync(`${path}.rejects.csv`, 'utf8')
    expect(rejects).toContain('has left CG')
    expect(rejects).toMatch(/周九,西门,6,.*西门/)
    const xz = await desk.list('staff', 'list', '--branch', 'XZ')
    expect(xz.map((member) => member['name'])).toEqual(['孙八', '赵敏', '钱七'])
  })
})

test('lists are not undone as a whole', async () => {
  const desk = await openDesk()
  const { import_id } = await desk.json('import', 'staff', file(desk, 's.csv', 'branch,name\nCG,周九\n'))
  const refused = await desk.refused('import', 'undo', String(import_id))
  expect(refused).toMatchObject({ code: 'IMPORT_IN_USE' })
  expect(refused.hint).toContain('baoxiu staff retire')
})
