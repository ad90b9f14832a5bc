import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { breaches, houseRules } from './conventions/house-rules.ts'
import { OWNER } from './conventions/bans.ts'
import { parseSource } from './conventions/source.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

const files = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|js)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length))

describe('the house', () => {
  const sources = ['src', 'bin'].flatMap(files).map((path) => parseSource(path, readFileSync(join(ROOT, path), 'utf8')))

  test('has sources to look at', () => {
    expect(sources.map((s) => s.path)).toContain('src/cli/run.ts')
    expect(sources.map((s) => s.path)).toContain('bin/baoxiu.js')
  })

  test.each(houseRules.map((rule) => [rule.name, rule] as const))('keeps: %s', (_, rule) => {
    expect(breaches(sources, [rule])).toEqual([])
  })

  test('its top level is fixed: settings of tools live in package.json or test/conventions', () => {
    const ours = readdirSync(ROOT).filter((name) => !name.startsWith('.') && !['node_modules', 'dist'].includes(name))
    const named = [
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'bin',
      'fixtures',
      'package-lock.json',
      'package.json',
      'src',
      'test',
      'tsconfig.json',
    ]
    expect(ours.filter((name) => !named.includes(name))).toEqual([])
  })

  test('every table that has an owner exists', () => {
    const said = sources.flatMap((s) => s.literals)
    const created = said.flatMap(({ text }) =>
      [...text.matchAll(/create (?:temp |temporary )?table (\w+)/g)].map((m) => m[1]),
    )
    expect(Object.keys(OWNER).filter((table) => !created.includes(table))).toEqual([])
  })
})

/** For each rule a file that breaks it, and the line that must be named. */
const BAD: readonly (readonly [rule: string, path: string, text: string])[] = [
  ['order of rooms', 'src/ticket/late.ts', "import { x } from '../fines/rules.ts'"],
  ['order of rooms', 'src/ticket/late.ts', "import type { X } from '../fines/rules.ts'"],
  ['order of rooms', 'src/ticket/late.ts', "import { type X } from '../fines/rules.ts'"],
  ['order of rooms', 'src/ticket/late.ts', "export { x } from '../fines/rules.ts'"],
  ['order of rooms', 'src/ticket/late.ts', "const x = await import('../fines/rules.ts')"],
  ['order of rooms', 'src/ticket/late.ts', "type X = import('../fines/rules.ts').X"],
  ['order of rooms', 'src/kernel/db.ts', "import type { Store } from '../store/store.ts'"],
  ['order of rooms', 'src/cli/run.ts', "import { openDesk } from '../../test/desk.ts'"],
  ['literal imports', 'src/cli/run.ts', 'const load = (path: string) => import(`../${path}.ts`)'],
  ['named folders', 'src/helpers/late.ts', 'export const x = 1'],
  ['named folders', 'src/late.ts', 'export const x = 1'],
  ['named folders', 'src/ticket/inner/late.ts', 'export const x = 1'],
  ['real names', 'src/ticket/utils.ts', 'export const x = 1'],
  ['real names', 'src/ticket/index.ts', 'export const x = 1'],
  ['real names', 'src/ticket/ticket.ts', "export * from './late.ts'"],
  ['real names', 'src/ticket/ticket.ts', "export { late } from './late.ts'"],
  ['kernel without I/O', 'src/kernel/text.ts', "import { readFileSync } from 'node:fs'"],
  ['a server on demand', 'src/store/engine.ts', "import { openServer } from './postgres/open-server.ts'"],
  ['a server on demand', 'src/report/check.ts', "const x = await import('../store/postgres/catalogue.ts')"],
  ['a server on demand', 'src/store/store.ts', "const x = await import('pg')"],
  ['date-fns by its parts', 'src/books/dates.ts', "import { addDays } from 'date-fns'"],
  ['date-fns by its parts', 'src/books/dates.ts', "const { addDays } = await import('date-fns')"],
  ['light start', 'src/cli/main.ts', "import { z } from 'zod'"],
  ['one door to the process', 'src/ticket/late.ts', "const zone = process.env['TZ']"],
  ['one door to the process', 'src/ticket/late.ts', 'const { env } = process'],
  ['one door to the process', 'src/ticket/late.ts', "import { env } from 'node:process'"],
  ['one door to the process', 'src/cli/run.ts', "console.error('x')"],
  ['one door to the process', 'src/cli/run.ts', 'globalThis.process.umask(0)'],
  ['one clock', 'src/ticket/late.ts', 'const now = new Date()'],
  ['one clock', 'src/ticket/late.ts', 'const now = new Date'],
  ['one clock', 'src/ticket/late.ts', 'const now = Date.now()'],
  ['one clock', 'src/ticket/late.ts', 'const now = [1].map(Date.now)'],
  ['no process.exit', 'src/cli/main.ts', 'process.exit(1)'],
  ['no process.exit', 'bin/baoxiu.js', 'process.exit(await main())'],
  ['engine words in store alone', 'src/report/check.ts', "await db.all('PRAGMA integrity_check')"],
  ['engine words in store alone', 'src/report/check.ts', "driver.pragma('integrity_check')"],
  ['engine words in store alone', 'src/books/import.ts', "await db.run('BEGIN IMMEDIATE')"],
  ['engine words in store alone', 'src/report/backup.ts', 'await db.run(`vacuum into ${file}`)'],
  ['engine words in store alone', 'src/report/check.ts', "const TABLES = 'select name from sqlite_master'"],
  [
    'one writer for each table',
    'src/intake/log-call.ts',
    'const PUT = `\n  insert into ticket (ticket_no) values ($1)`',
  ],
  ['one writer for each table', 'src/repair/close.ts', "const SET = 'update ticket set closed_at = $1'"],
  ['one writer for each table', 'src/fines/undo.ts', "const DROP = 'delete from journal'"],
  ['one writer for each table', 'src/books/undo.ts', "const DROP = 'with old as (select 1) delete from ticket'"],
  [
    'every table has an owner',
    'src/store/migrations/schema-2.ts',
    'export const SCHEMA_2 = `create table nobody (a text) strict;`',
  ],
  ['no LIKE', 'src/report/list.ts', 'const FIND = `select 1 from ticket where phone like $1`'],
  ['no LIKE', 'src/report/list.ts', "const part = 'and name LIKE \\'%x\\''"],
  ['no dates in SQL', 'src/report/list.ts', "const DAYS = `select strftime('%Y', reported_at) from ticket`"],
  ['no dates in SQL', 'src/report/list.ts', "const DAYS = `select date (reported_at, 'unixepoch') from ticket`"],
  ['no text in renderers', 'src/cli/render-table.ts', "await out.write('no rows')"],
  ['no text in renderers', 'src/cli/render-table.ts', 'await out.write(`共${rows.length}条`)'],
  ['no text in renderers', 'src/cli/prompt.ts', "await ask('Are you sure?')"],
  ['texts in kernel/messages', 'src/ticket/late.ts', "const late = { en: 'late', zh: '超时' }"],
]

/** What looks like a breach and is none. */
const GOOD: readonly (readonly [path: string, text: string])[] = [
  ['src/fines/rules.ts', "import { x } from '../ticket/late.ts'\nimport { y } from './ledger.ts'"],
  ['src/cli/parse.ts', "import manifest from '../../package.json' with { type: 'json' }"],
  ['src/cli/main.ts', "const load = () => import('zod')\nprocess.umask(0o077)\nconst now = Date.now()"],
  ['src/ticket/late.ts', '// process.exit() cuts pipes; never new Date() here\nconst day = new Date(0)'],
  ['src/ticket/late.ts', 'const x = { process: 1 }\nconst y = x.process'],
  ['src/ticket/ticket.ts', "export { late } from './late.ts'\nexport const own = 1"],
  ['src/store/engine.ts', "const x = await import('./postgres/open-server.ts')"],
  ['src/store/store.ts', "driver.pragma('user_version')\ndriver.exec('begin immediate')"],
  ['src/ticket/queries.ts', 'const PUT = `insert into ticket (a) values ($1) on conflict (a) do update set a = $1`'],
  ['src/report/list.ts', 'const READ = `select update_count from ticket where date = $1 and time_of = $2`'],
  ['src/report/list.ts', "const help = 'prints a list like `baoxiu list`'"],
  ['src/books/refusal.ts', 'const told = { en: `${a}: ${b.en}`, zh: `${a}：${b.zh}` }'],
  ['src/cli/render-table.ts', "const colAligns = 'bottom-left'"],
]

describe('the rules themselves', () => {
  test.each(BAD)('%s: found in %s: %s', (name, path, text) => {
    const rule = houseRules.filter((r) => r.name === name)
    const found = breaches([parseSource(path, text)], rule)
    expect(found).toHaveLength(1)
    expect(found[0]).toMatch(new RegExp(`^${path}:\\d+: .+ \\(${name}: .{20,}\\)$`))
  })

  test.each(GOOD)('nothing is wrong with %s: %s', (path, text) => {
    expect(breaches([parseSource(path, text)])).toEqual([])
  })

  test('every rule has been seen to fail', () => {
    expect(houseRules.map((r) => r.name).filter((name) => !BAD.some(([known]) => known === name))).toEqual([])
  })

  test('the line of the breach is named', () => {
    expect(breaches([parseSource('src/ticket/late.ts', '\n\nconst now = Date.now()')])[0]).toMatch(
      /^src\/ticket\/late\.ts:3: /,
    )
  })

  test('light start follows static imports, and no others', () => {
    const main = parseSource('src/cli/main.ts', "import { a } from './a.ts'\nconst b = () => import('./b.ts')")
    const heavy = (path: string) => parseSource(path, "import { z } from 'zod'")
    const found = breaches([main, heavy('src/cli/a.ts'), heavy('src/cli/b.ts')])
    expect(found.map((line) => line.split(':')[0])).toEqual(['src/cli/a.ts'])
  })
})
