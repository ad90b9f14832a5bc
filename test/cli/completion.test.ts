import { execFileSync } from 'node:child_process'
import { beforeEach, describe, expect, test } from 'vitest'
import { BINARY } from '../binary.ts'
import { openDesk } from '../desk.ts'
import type { Desk } from '../desk.ts'
import { needs } from '../faults/needs.ts'

let desk: Desk

beforeEach(async () => {
  desk = await openDesk({ lang: 'zh-CN' })
  const call = [
    '--phone',
    '13800001234',
    '--address',
    '南街',
    '--symptom',
    '无信号',
    '--class',
    'line',
    '--taken-by',
    '小刘',
  ]
  await desk.ok('log', '--name', '张三', '--branch', 'CG', ...call)
  await desk.ok('log', '--name', '李四', '--branch', 'XZ', ...call)
  await desk.ok('repair', '1', '--by', '王伟', '--resolution', '好')
})

const words = async (...typed: string[]): Promise<string[]> => {
  const out = await desk.ok('completion', 'words', '--', ...typed)
  return out
    .split('\n')
    .slice(0, -1)
    .map((line) => line.split('\t')[0] ?? '')
}

describe('what may stand there', () => {
  test.each([
    [['ch'], ['chase', 'check']],
    [['fines', 'su'], ['summary']],
    [['--json', 'handover', 'p'], ['print']],
    [['log', '--br'], ['--branch']],
    [
      ['log', '--class', ''],
      ['line', '线路', 'network', '一般网络', 'severe', '严重网络'],
    ],
    [
      ['log', '--branch', ''],
      ['CG', 'XZ'],
    ],
    [['log', '--branch', '新'], ['XZ']],
    [
      ['list', '--lang', ''],
      ['en', 'zh-CN'],
    ],
    [
      ['assign', 'KF-20261122-0002', '--to', ''],
      ['李强', '王伟', '赵敏'],
    ],
    [['assign', ''], ['KF-20261122-0002']],
    [['repair', '2', '李'], ['KF-20261122-0002']],
    [
      ['show', '00'],
      ['0002', '0001'],
    ],
    [
      ['show', '22-'],
      ['22-0002', '22-0001'],
    ],
    [['show', '1122-2'], ['KF-20261122-0002']],
    [
      ['show', 'KF-'],
      ['KF-20261122-0002', 'KF-20261122-0001'],
    ],
    // Neither begins so: a shell would put what both have in common in its place.
    [['show', '南街'], []],
    [
      ['show', '1122'],
      ['1122-0002', '1122-0001'],
    ],
    [['close', '--by', '王伟', '张'], ['KF-20261122-0001']],
    [['branch', 'add', ''], []],
    [['log', '--name', ''], []],
    [['nothing', ''], []],
    [
      ['show', 'constructor', '0'],
      ['0002', '0001'],
    ],
    [['--version'], []],
  ])('%j: %j', async (typed, expected) => {
    expect(await words(...typed)).toEqual(expected)
  })

  test('a candidate is told with what it is', async () => {
    expect(await desk.ok('completion', 'words', '--', 'assign', '')).toBe('KF-20261122-0002\t李四  南街  无信号\n')
    expect(await desk.ok('completion', 'words', '--', 'hold', '2', '--reason', 'ab')).toBe('absent\t家中无人\n')
  })

  test('commands are completed where there is no office', async () => {
    const nowhere = await openDesk({ office: false })
    expect(await nowhere.ok('completion', 'words', '--', 'boa')).toBe('board\n')
    expect(await nowhere.run('completion', 'words', '--', 'log', '--branch', '')).toMatchObject({
      status: 0,
      out: '',
      err: '',
    })
  })
})

/** The script in the shell itself, with `baoxiu` as a function. */
function inShell(shell: string, script: string): string {
  const program =
    shell === 'fish' ? `function baoxiu; node ${BINARY} $argv; end` : `baoxiu() { node '${BINARY}' "$@"; }`
  return execFileSync(shell, ['-c', `${program}\n${script}`], { env: { ...process.env, ...desk.env } }).toString()
}

test('bash completes a branch and a ticket', (context) => {
  needs(context, 'bash')
  const typed = (line: string) =>
    `COMP_WORDS=(${line}); COMP_CWORD=$((\${#COMP_WORDS[@]} - 1)); _baoxiu; echo "\${COMPREPLY[*]}"`
  const script = `source <(baoxiu completion bash); ${typed('baoxiu log --branch ""')}; ${typed('baoxiu assign 2')}; ${typed('baoxiu show 00')}`
  expect(inShell('bash', script)).toBe('CG XZ\nKF-20261122-0002\n0002 0001\n')
})

test('zsh takes the script', (context) => {
  needs(context, 'zsh')
  expect(inShell('zsh', 'compdef() { :; }; source <(baoxiu completion zsh); whence -w _baoxiu')).toBe(
    '_baoxiu: function\n',
  )
})

test('fish completes a branch', (context) => {
  needs(context, 'fish')
  expect(inShell('fish', "baoxiu completion fish | source; complete -C 'baoxiu log --branch '")).toContain(
    'CG\t城关分公司',
  )
})
