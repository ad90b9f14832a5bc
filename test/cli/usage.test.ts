import { describe, expect, test } from 'vitest'
import manifest from '../../package.json' with { type: 'json' }
import { openDesk } from '../desk.ts'

describe('what is typed wrong is refused with exit status 2', () => {
  test.each([
    [['lsit'], 'no command "lsit"; did you mean list'],
    [['constructor'], 'no command "constructor"'],
    [['toString', '--help'], 'no command "toString"'],
    [['help', 'toString'], 'no command "toString"'],
    [['help', '__proto__'], 'no command "__proto__"'],
    [['help', 'constructor', 'list'], 'no command "constructor list"'],
    [['office', 'shwo'], 'no command "office shwo"; did you mean office show'],
    [['office', 'show', 'more'], 'more words than the command takes; put text with spaces in quotes'],
    [['office', 'show', '--jsno'], 'no option --jsno; did you mean --json?'],
    [['office', 'show', '--db'], '--db needs a value'],
    [['branch', 'list', '--lang', 'fr'], '--lang "fr" is not one of en | zh-CN'],
    [['branch', 'list', '--encoding', 'gbk'], '--encoding "gbk" is not one of utf-8-bom | utf-8 | gb18030'],
    [['branch', 'list', '--headers', 'de'], '--headers "de" is not one of en | zh'],
    [['branch', 'list', '--output', ''], '--output is blank'],
    [['branch', 'list', '--actor', ' '], '--actor is blank'],
    [
      ['branch', 'list', '--actor', 'a\uFFFD'],
      '--actor holds characters that cannot be stored (a NUL, or bytes that are not UTF-8)',
    ],
  ])('%j', async (argv, sentence) => {
    const desk = await openDesk()
    const { status, out, err } = await desk.run(...argv)
    expect([status, out]).toEqual([2, ''])
    expect(err).toMatch(/^baoxiu: (USAGE|INVALID_VALUE): /)
    expect(err).toContain(sentence)
    expect(err.split('\n')).toHaveLength(3)
  })

  test('in Chinese', async () => {
    const desk = await openDesk({ lang: 'zh-CN' })
    const said = async (...argv: string[]): Promise<string | undefined> => (await desk.run(...argv)).err.split('\n')[0]
    expect(await said('lsit')).toContain('baoxiu: USAGE: 没有命令“lsit”；是不是 list')
    expect(await said('branch', 'list', '--jsno')).toBe('baoxiu: USAGE: 没有选项 --jsno；是不是 --json？')
    expect(await said('branch', 'list', '--db')).toBe('baoxiu: USAGE: --db 后面要有值')
    expect(await said('branch', 'list', '--headers', 'de')).toBe('baoxiu: USAGE: --headers “de”不在可选值之内：en | zh')
    expect(await said('branch', 'list', 'x')).toBe('baoxiu: USAGE: 多写了词，内容有空格要加引号')
  })

  test('two forms at once', async () => {
    const desk = await openDesk()
    expect(await desk.refused('branch', 'list', '--csv')).toMatchObject({
      status: 2,
      message: '--json and --csv exclude each other',
    })
  })

  test('with --json it is one line, the last on stderr', async () => {
    const desk = await openDesk()
    const { err } = await desk.run('branch', 'edit', 'QQ', '--name', '\x1b\u202e', '--json')
    expect(JSON.parse(err)).toEqual({
      error: {
        code: 'BRANCH_UNKNOWN',
        message: 'no branch "QQ"',
        hint: 'see `baoxiu branch list`; a new one: `baoxiu branch add CODE NAME --area urban|township`',
      },
    })
    expect(err.split('\n')).toHaveLength(2)
  })

  test('what was typed cannot move the cursor of whoever reads the message', async () => {
    const desk = await openDesk()
    const { err } = await desk.run('branch', 'edit', '\x1b[2J\u202e', '--name', 'x')
    expect(err).toContain('no branch "\\x1b[2J\\u202e"')
  })
})

describe('a change is not made where its answer could not be printed', () => {
  test.each([
    [['--json', '--csv'], 'USAGE'],
    [['-o', ''], 'INVALID_VALUE'],
    [['-o', '/nowhere/branch.csv'], 'CANNOT_WRITE'],
    [['-o', '/dev/null'], 'CANNOT_WRITE'],
  ])('%j', async (flags, code) => {
    const desk = await openDesk()
    const { status, err } = await desk.run('branch', 'add', 'DC', '东城分公司', '--area', 'urban', ...flags)
    expect(status).not.toBe(0)
    expect(err).toContain(code)
    expect(await desk.list('branch', 'list')).toHaveLength(2)
  })
})

describe('the database', () => {
  test('that is missing: DB_MISSING, and none is made', async () => {
    const desk = await openDesk({ office: false })
    expect(await desk.refused('branch', 'list')).toMatchObject({
      status: 4,
      code: 'DB_MISSING',
      message: `there is no office at ${desk.file}`,
      hint: 'create the office with `baoxiu init`, or name its file with --db',
    })
  })

  test('--db, else $BAOXIU_DB, else the data folder', async () => {
    const desk = await openDesk()
    const names = ['--office-code', 'AB', '--office-name', 'x']
    await desk.ok('init', ...names, '--db', desk.path('other.db'))
    expect(await desk.json('office', 'show', '--db', desk.path('other.db'))).toMatchObject({ office_code: 'AB' })
    expect(await desk.json('office', 'show')).toMatchObject({ office_code: 'KF' })
    desk.env['BAOXIU_DB'] = ''
    expect((await desk.refused('office', 'show')).message).toBe(`there is no office at ${desk.path('data/office.db')}`)
    await desk.ok('init', ...names)
    expect(await desk.json('office', 'show')).toMatchObject({ office_code: 'AB' })
  })
})

describe('the language', () => {
  const spoken = async (env: Record<string, string>, ...flags: string[]): Promise<string> => {
    const desk = await openDesk({ branches: false })
    Object.assign(desk.env, env)
    return (await desk.run('branch', 'list', ...flags)).err === '还没有分公司\n' ? 'zh' : 'en'
  }

  test.each([
    [{ LANG: 'C' }, 'en'],
    [{ LANG: 'zh_CN.UTF-8' }, 'zh'],
    [{ LANG: 'en_US.UTF-8', LC_MESSAGES: 'zh_CN.UTF-8' }, 'zh'],
    [{ LC_ALL: 'C', LC_MESSAGES: 'zh_CN.UTF-8' }, 'en'],
    [{ LANG: 'zh_CN.UTF-8', BAOXIU_LANG: 'en' }, 'en'],
    [{ LANG: 'C', BAOXIU_LANG: 'zh-CN' }, 'zh'],
    [{ LANG: '', BAOXIU_LANG: '' }, 'en'],
  ])('%j: %s', async (env, expected) => {
    expect(await spoken(env)).toBe(expected)
  })

  test('--lang is stronger than all', async () => {
    expect(await spoken({ BAOXIU_LANG: 'en' }, '--lang', 'zh-CN')).toBe('zh')
    expect(await spoken({ BAOXIU_LANG: 'zh-CN' }, '--lang=en')).toBe('en')
  })
})

describe('the clock', () => {
  test.each(['', 'noon', '2026-02-30 08:00', '2026-11-22'])('$BAOXIU_NOW %j', async (now) => {
    const desk = await openDesk()
    desk.env['BAOXIU_NOW'] = now
    const { status, err } = await desk.run('office', 'show')
    // Empty is as if it were not there.
    expect([status, err.includes(`$BAOXIU_NOW "${now}" is not a time`)]).toEqual(now === '' ? [0, false] : [2, true])
  })
})

test('--version, and nothing else', async () => {
  const desk = await openDesk({ office: false })
  for (const argv of [['--version'], ['-V'], ['branch', 'list', '--version']]) {
    expect(await desk.run(...argv)).toMatchObject({ status: 0, out: `${manifest.version}\n`, err: '' })
  }
})
