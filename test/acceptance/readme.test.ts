import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, it } from 'vitest'
import { verbs } from '../../src/cli/verbs.ts'
import { faultTable } from '../../src/kernel/faults.ts'
import { BINARY } from '../binary.ts'

const README = fileURLToPath(new URL('../../README.md', import.meta.url))
const FIXTURES = fileURLToPath(new URL('../../fixtures', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'readme-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

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

/** Runs every command of every block in one shell, with the real binary; answers the blocks as they really are. */
function replay(blocks: readonly string[]): string[] {
  symlinkSync(FIXTURES, join(folder, 'fixtures'))
  const commands = blocks.flatMap((block) => [...commandsOf(block), MARK])
  const script = commands.map((command) =>
    command === MARK ? `printf '${MARK}'` : `printf '%s\\n' ${quoted(`$ ${command}`)}\n{ ${command}\n} 2>&1`,
  )
  const prelude = ['set -u', `baoxiu() { ${quoted(process.execPath)} ${quoted(BINARY)} "$@"; }`]
  const env = {
    PATH: process.env['PATH'],
    HOME: folder,
    LANG: 'C',
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

const MEANINGS: Readonly<Record<number, string>> = {
  0: 'done (an empty list too)',
  1: 'failure: disk, damage, a bug',
  2: 'usage or invalid value',
  3: 'some rows were refused',
  4: 'not found, or not allowed in this state',
  5: 'database busy',
  130: 'interrupted (Ctrl-C)',
  143: 'terminated',
}

async function commandRows(): Promise<string[]> {
  const commands = await Promise.all(Object.values(verbs).map(async (load) => await load()))
  return commands.map((verb) => `| \`${verb.path}\` | ${verb.summary.en} |`)
}

function statusRows(): string[] {
  const codes = (status: number): string =>
    faultTable()
      .filter((fault) => fault.status === status)
      .map((fault) => `\`${fault.code}\``)
      .join(' ')
  return Object.entries(MEANINGS).map(([status, meaning]) => `| ${status} | ${meaning} | ${codes(Number(status))} |`)
}

/** The rows below a table's head, replaced. */
function withRows(readme: string, head: string, rows: readonly string[]): string {
  const lines = readme.split('\n')
  const first = lines.indexOf(head) + 2
  const behind = lines.findIndex((line, index) => index >= first && line === '')
  return [...lines.slice(0, first), ...rows, ...lines.slice(behind)].join('\n')
}

/** For whoever changes an output: `README_UPDATE=1 npm test` rewrites the README; look at the difference before you commit it. */
it('the README tells the truth: every example, every command, every exit status', async () => {
  const readme = readFileSync(README, 'utf8')
  const blocks = blocksOf(readme)
  expect(blocks.length).toBeGreaterThan(3)
  const real = replay(blocks)
  let index = 0
  const examples = readme.replace(BLOCK, () => `\`\`\`console\n${real[index++] ?? ''}\`\`\``)
  const commands = withRows(examples, '| command | what it does |', await commandRows())
  const truth = withRows(commands, '| status | meaning | codes |', statusRows())
  if (process.env['README_UPDATE'] === '1') writeFileSync(README, truth)
  expect(readFileSync(README, 'utf8')).toBe(truth)
})
