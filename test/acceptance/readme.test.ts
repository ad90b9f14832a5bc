import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, it } from 'vitest'
import { loaderOf } from '../../src/cli/verbs.ts'
import { topics } from '../../src/cli/help-topics.ts'
import { regulation } from '../../src/kernel/messages/regulation.ts'
import { flagName } from '../../src/kernel/verb.ts'
import { BINARY } from '../binary.ts'

const README = fileURLToPath(new URL('../../README.md', import.meta.url))
const FIXTURES = fileURLToPath(new URL('../../fixtures', import.meta.url))
const base = mkdtempSync(join(tmpdir(), 'readme-'))
afterAll(() => rmSync(base, { recursive: true, force: true }))

const MARK = '\u0001'
const BLOCK = /^```console\n([^]*?)^```$/gm

/** The `console` blocks of the README: `$ command` and what it prints, all in one story. */
function blocksOf(readme: string): string[] {
  return [...readme.matchAll(BLOCK)].map((match) => match[1] ?? '')
}

function commandsOf(block: string): string[] {
  return block
    .split('\n')
    .filter((line) => line.startsWith('$ '))
    .map((line) => line.slice(2))
}

/** Runs every command of every block in one shell of a new office, with the real binary; answers the blocks as they really are. */
function replay(blocks: readonly string[], locale: string): string[] {
  const folder = mkdtempSync(join(base, 'office-'))
  symlinkSync(FIXTURES, join(folder, 'fixtures'))
  const commands = blocks.flatMap((block) => [...commandsOf(block), MARK])
  const script = commands.map((command) =>
    command === MARK ? `printf '${MARK}'` : `printf '%s\\n' ${quoted(`$ ${command}`)}\n{ ${command}\n} 2>&1`,
  )
  const prelude = ['set -u', `baoxiu() { ${quoted(process.execPath)} ${quoted(BINARY)} "$@"; }`]
  const env = {
    PATH: process.env['PATH'],
    HOME: folder,
    LANG: locale,
    TZ: 'America/New_York',
    BAOXIU_ACTOR: 'xiaoliu',
    BAOXIU_DB: join(folder, 'office.db'),
    BAOXIU: BINARY,
  }
  const out = execFileSync('bash', ['-c', [...prelude, ...script].join('\n')], {
    cwd: folder,
    env,
    encoding: 'utf8',
    maxBuffer: 1 << 24,
  })
  return out.split(MARK).slice(0, -1)
}

const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`

/** The rows below a table's head, replaced. */
function withRows(readme: string, head: string, rows: readonly string[]): string {
  const lines = readme.split('\n')
  const first = lines.indexOf(head) + 2
  const behind = lines.findIndex((line, index) => index >= first && line === '')
  return [...lines.slice(0, first), ...rows, ...lines.slice(behind)].join('\n')
}

const readings = (language: 'en' | 'zh'): string[] =>
  regulation.readings.map(({ question, answer }) => `| ${question[language]} | ${answer[language]} |`)

/** A half of the README with its examples as they really are. */
function withExamples(half: string, locale: string): string {
  const blocks = blocksOf(half)
  expect(blocks.length).toBeGreaterThan(3)
  const real = replay(blocks, locale)
  let index = 0
  return half.replace(BLOCK, () => `\`\`\`console\n${real[index++] ?? ''}\`\`\``)
}

const ENGLISH = '\n# English\n'
const halves = (readme: string): [chinese: string, english: string] => {
  const at = readme.indexOf(ENGLISH)
  return [readme.slice(0, at), readme.slice(at)]
}

/** For whoever changes an output: `README_UPDATE=1 npm test` rewrites the README; look at the difference before you commit it. */
it('the README tells the truth in both languages: every example, every reading of the regulation', () => {
  const [chinese, english] = halves(readFileSync(README, 'utf8'))
  const truth =
    withRows(withExamples(chinese, 'zh_CN.UTF-8'), '| 问题 | 我们的理解 |', readings('zh')) +
    withRows(withExamples(english, 'C'), '| question | our reading |', readings('en'))
  if (process.env['README_UPDATE'] === '1') writeFileSync(README, truth)
  expect(readFileSync(README, 'utf8')).toBe(truth)
}, 240_000)

it('a newcomer who reads only Chinese has a printed batch after ten commands', () => {
  const [chinese] = halves(readFileSync(README, 'utf8'))
  const [first = ''] = blocksOf(chinese)
  const commands = commandsOf(first).filter((command) => command.startsWith('baoxiu '))
  const printed = commands.findIndex((command) => command.startsWith('baoxiu handover print'))
  expect(printed).toBeGreaterThan(0)
  expect(printed).toBeLessThan(10)
  expect(first).toContain('KF-20261120-AM-CG')
})

it('every command and every page of help that the README names is there', async () => {
  const readme = readFileSync(README, 'utf8')
  for (const topic of ['commands', 'options', 'exit-codes', 'guide'])
    expect(readme).toContain(`\`baoxiu help ${topic}\``)
  const pages = [...readme.matchAll(/`baoxiu help ([\w-]+)`/g)].map((match) => match[1] ?? '')
  expect(pages.filter((page) => !topics.has(page))).toEqual([])
  const typed = [...readme.matchAll(/^(?:\$ )?baoxiu (?!help|version)([^|>\n]*)|`baoxiu (?!help|version|`)([^`|]*)`/gm)]
  for (const argv of typed.map((match) => (match[1] ?? match[2] ?? '').split(' ').filter((word) => word !== ''))) {
    const words = argv.filter((word, index) => !word.startsWith('-') && argv[index - 1] !== '--db')
    const path = [words.slice(0, 2).join(' '), words[0] ?? ''].find((one) => loaderOf(one) !== undefined)
    if (/^[A-Z]/.test(words[0] ?? 'A')) continue
    expect([argv.join(' '), path]).toEqual([argv.join(' '), expect.any(String)])
    const verb = await loaderOf(path ?? '')?.()
    const known = [...Object.keys(verb?.flags ?? {}).map(flagName), ...GENERAL]
    expect(argv.filter((word) => /^--[a-z]/.test(word) && !known.includes(word))).toEqual([])
  }
})

const GENERAL = ['--json', '--csv', '--headers', '--encoding', '--db', '--help']

it('every picture that the README shows is there, and every one there is shown', () => {
  const shown = [...readFileSync(README, 'utf8').matchAll(/\((fixtures\/pictures\/[\w-]+\.svg)\)/g)].map(
    (match) => match[1] ?? '',
  )
  const there = readdirSync(join(FIXTURES, 'pictures')).map((name) => `fixtures/pictures/${name}`)
  expect(shown.toSorted()).toEqual(there.toSorted())
})
