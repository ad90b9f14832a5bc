import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, onTestFinished, test } from 'vitest'
import { faultTable } from '../../src/kernel/faults.ts'
import { binary } from '../binary.ts'
import { openDesk } from '../desk.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** What a call tells, but for the phone. */
const A_CALL = '--name 张三 --address 建设路5号 --symptom 无信号 --class line --branch CG --taken-by 小刘'.split(' ')

/** Every written form of several phones, of a time, of a column's separator: what regular expressions with Chinese decide. */
const PHONES = [
  '13800001234、7012345',
  '13800001234，7012345',
  '13800001234；7012345',
  '１３８００００１２３４／7012345',
  '+86 138-0000-1234',
]
const TIMES = [
  '昨天下午3点20分',
  '今天 8:05',
  '昨晚8点',
  '11月21日上午9点',
  '2026年11月20日 15时20分',
  '２０２６－１１－２０ 08：05',
]
const BOOKS = [
  '报修时间，用户姓名，联系电话，地址，故障现象，分公司\n2026年11月3日 下午3点20分，张三，13800001234、7012345，建设路5号，无信号，城关分公司\n',
  '报修日期\t报修时间\t姓名\t电话\t住址\t故障描述\t分公司\n11月3日\t上午8时5分\t张三\t13800001234；7012345\t建设路5号\t雪花\tCG\n〃\t〃\t李四\t7054321\t同上\t〃\tCG\n',
]

describe('what is built answers as the source does', () => {
  test.each(PHONES)('a phone written %s', async (phone) => {
    await expectSame('log', ...A_CALL, '--phone', phone, '--reported-at', '2026-11-22 08:00', '--json')
    await expectSame('list', '--phone', '7012345', '--json')
  })

  test.each(TIMES)('a time written %s', async (time) => {
    await expectSame('log', ...A_CALL, '--phone', '13800001234', '--reported-at', time, '--json')
  })

  test.each(BOOKS)('a book of Chinese words and separators: %s', async (text) => {
    const folder = temporaryFolder()
    const file = join(folder, 'book.csv')
    writeFileSync(file, text)
    const rejects = join(folder, 'rejects.csv')
    await expectSame('import', 'tickets', file, '--year', '2026', '--dry-run', '--rejects', rejects, '--json')
    await expectSame('import', 'tickets', file, '--year', '2026', '--dry-run', '--rejects', rejects, '--lang', 'zh-CN')
  })
})

/** Runs the same words by the source in this process and by the built program, each on an office of its own. */
async function expectSame(...argv: string[]): Promise<void> {
  const [inSource, built] = [await openDesk(), await openDesk()]
  const ours = await inSource.run(...argv)
  const { status, stdout, stderr } = await binary(argv, { env: { ...built.env } })
  const plain = (text: string): string => text.replaceAll(inSource.folder, '').replaceAll(built.folder, '')
  expect({ status, out: plain(stdout), err: plain(stderr) }).toEqual({
    status: ours.status,
    out: plain(ours.out),
    err: plain(ours.err),
  })
}

describe('a program that cannot run says which command mends it', () => {
  test('not built', () => {
    const folder = temporaryFolder()
    cpSync(join(ROOT, 'bin'), join(folder, 'bin'), { recursive: true })
    cpSync(join(ROOT, 'package.json'), join(folder, 'package.json'))
    const next = faultTable().find(({ code }) => code === 'NOT_BUILT')?.next
    expect(started(folder, { LANG: 'C' })).toMatchObject({
      status: 1,
      stdout: '',
      stderr: expect.stringContaining(next?.en ?? '?') as string,
    })
    expect(started(folder, { LANG: 'zh_CN.UTF-8' }).stderr).toContain(next?.zh)
    const { error } = JSON.parse(started(folder, { LANG: 'C' }, '--json').stderr) as { error: object }
    expect(error).toMatchObject({ code: 'NOT_BUILT', hint: next?.en })
  })

  test.each([
    ['is not there', 'cannot'],
    ['was built for another Node', 'NODE_MODULE_VERSION'],
  ])('a driver that %s', (_, flaw) => {
    const folder = temporaryFolder()
    const program = temporaryFolder()
    for (const part of ['bin', 'dist', 'package.json'])
      cpSync(join(ROOT, part), join(program, part), { recursive: true })
    if (flaw === 'NODE_MODULE_VERSION') breakDriver(program)
    const next = faultTable().find(({ code }) => code === 'DRIVER_MISSING')?.next
    const env = { LANG: 'C', BAOXIU_DB: join(folder, 'office.db') }
    const init = ['init', '--office-code', 'KF', '--office-name', '客户部']
    const said = started(program, env, ...init)
    expect(said).toMatchObject({ status: 1, stdout: '' })
    expect(said.stderr).toMatch(/^baoxiu: DRIVER_MISSING: /)
    expect(said.stderr).toContain(next?.en)
    expect(started(program, { ...env, LANG: 'zh_CN.UTF-8' }, ...init).stderr).toContain(next?.zh)
  })
})

/** A package whose compiled half says what Node says of one for another Node. */
function breakDriver(program: string): void {
  for (const name of ['better-sqlite3', 'better-sqlite3-node20']) {
    const folder = join(program, 'node_modules', name)
    mkdirSync(folder, { recursive: true })
    const said = 'The module was compiled against a different Node.js version using NODE_MODULE_VERSION 115'
    const thrown = `Object.assign(new Error(${JSON.stringify(said)}), { code: 'ERR_DLOPEN_FAILED' })`
    writeFileSync(join(folder, 'index.js'), `module.exports = class { constructor() { throw ${thrown} } }`)
  }
}

function started(folder: string, env: Record<string, string>, ...argv: string[]) {
  const words = [join(folder, 'bin', 'baoxiu.js'), ...argv]
  return spawnSync(process.execPath, words, { env: { HOME: folder, ...env }, encoding: 'utf8' })
}

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'built-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

test('a package carries the program and nothing that only builds it', () => {
  const said = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { cwd: ROOT, encoding: 'utf8' })
  const [{ files }] = JSON.parse(said) as [{ files: { path: string }[] }]
  const paths = files.map(({ path }) => path)
  expect(paths).toEqual(expect.arrayContaining(['bin/baoxiu.js', 'dist/main.js', 'README.md', 'package.json']))
  expect(paths.filter((path) => /^(?:src|test|fixtures)\/|\.ts$|\.map$/.test(path))).toEqual([])
})
