import { readFileSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { onPostgres } from '../pg-desk.ts'
import { openDesk } from '../desk.ts'

const ROWS = 'CG,城关分公司,urban,\r\nXZ,新庄分公司,township,7654321\r\n'
const ROWS_IN_WORDS = 'CG,城关分公司,城区,\r\nXZ,新庄分公司,乡镇,7654321\r\n'

describe('-o FILE', () => {
  test('a list is CSV for a spreadsheet: byte order mark, CRLF, readable for its owner only', async () => {
    const desk = await openDesk()
    const answer = await desk.run('branch', 'list', '-o', desk.path('branches.csv'))
    expect(answer).toMatchObject({ status: 0, out: '', err: '' })
    expect(readFileSync(desk.path('branches.csv'), 'utf8')).toBe(`\uFEFFcode,name,area,phone\r\n${ROWS}`)
    expect(statSync(desk.path('branches.csv')).mode & 0o777).toBe(0o600)
    expect(readdirSync(desk.folder).toSorted()).toEqual(onPostgres ? ['branches.csv'] : ['branches.csv', 'office.db'])
  })

  test.each([
    ['utf-8', Buffer.from(`代码,分公司名称,区域,联系电话\r\n${ROWS_IN_WORDS}`)],
    ['utf-8-bom', Buffer.from(`\uFEFF代码,分公司名称,区域,联系电话\r\n${ROWS_IN_WORDS}`)],
  ])('--encoding %s --headers zh', async (encoding, expected) => {
    const desk = await openDesk()
    await desk.ok('branch', 'list', '-o', desk.path('b.csv'), '--encoding', encoding, '--headers', 'zh')
    expect(readFileSync(desk.path('b.csv')).equals(expected)).toBe(true)
  })

  test('--encoding gb18030, in a file and on stdout; what has no place in it is refused, and no file is made', async () => {
    const desk = await openDesk()
    await desk.ok('branch', 'list', '-o', desk.path('b.csv'), '--encoding', 'gb18030')
    const text = new TextDecoder('gb18030', { fatal: true })
    expect(text.decode(readFileSync(desk.path('b.csv')))).toBe(`code,name,area,phone\r\n${ROWS}`)
    const answer = await desk.run('branch', 'list', '--csv', '--encoding', 'gb18030')
    expect(text.decode(answer.bytes)).toBe(`code,name,area,phone\n${ROWS.replaceAll('\r', '')}`)
    await desk.ok('branch', 'edit', 'CG', '--name', '城\uE5E5关')
    const refused = await desk.run('branch', 'list', '-o', desk.path('c.csv'), '--encoding', 'gb18030')
    expect([refused.status, refused.err.split('\n')[0]]).toEqual([
      2,
      'baoxiu: INVALID_VALUE: the character U+E5E5 has no place in GB18030; use --encoding utf-8',
    ])
    expect(readdirSync(desk.folder)).not.toContain('c.csv')
  })

  test('JSON and a single record go into the file as they are on stdout', async () => {
    const desk = await openDesk()
    for (const argv of [
      ['branch', 'list', '--json'],
      ['office', 'show', '--json'],
      ['office', 'show'],
    ]) {
      const shown = await desk.ok(...argv)
      expect(await desk.ok(...argv, '-o', desk.path('out'))).toBe('')
      expect(readFileSync(desk.path('out'), 'utf8')).toBe(shown)
    }
  })

  test('never through a link; the file that it leads to stays', async () => {
    const desk = await openDesk()
    writeFileSync(desk.path('theirs'), 'theirs')
    symlinkSync(desk.path('theirs'), desk.path('link'))
    expect(await desk.run('branch', 'list', '-o', desk.path('link'))).toMatchObject({
      status: 1,
      out: '',
      err: expect.stringContaining('CANNOT_WRITE') as unknown,
    })
    expect(readFileSync(desk.path('theirs'), 'utf8')).toBe('theirs')
  })
})

describe('CSV on stdout', () => {
  test('has neither mark nor CRLF; one record is one row', async () => {
    const desk = await openDesk()
    expect(await desk.ok('branch', 'list', '--csv')).toBe(`code,name,area,phone\n${ROWS.replaceAll('\r', '')}`)
    expect(await desk.ok('branch', 'edit', 'XZ', '--phone', '+8613800000000', '--csv')).toBe(
      "code,name,area,phone\nXZ,新庄分公司,township,'+8613800000000\n",
    )
  })
})

test('field names, codes and JSON are the same in both languages', async () => {
  const desk = await openDesk()
  const english = await desk.ok('office', 'show', '--json')
  expect(await desk.ok('office', 'show', '--json', '--lang', 'zh-CN')).toBe(english)
  const rows = await desk.ok('branch', 'list', '--csv')
  expect(await desk.ok('branch', 'list', '--csv', '--lang', 'zh-CN')).toBe(rows)
})
