import { describe, expect, test } from 'vitest'
import { verbs } from '../../src/cli/verbs.ts'
import { displayWidth } from '../../src/kernel/display.ts'
import { faultTable } from '../../src/kernel/faults.ts'
import { flagName } from '../../src/kernel/verb.ts'
import { openDesk } from '../desk.ts'

const PATHS = Object.keys(verbs)
const GLOBALS = [
  '--db',
  '--actor',
  '--lang',
  '--json',
  '--csv',
  '--yes',
  '--no-input',
  '--output',
  '--encoding',
  '--headers',
]

describe.each(PATHS)('%s', (path) => {
  test('is the command of its name, with examples of it and known faults', async () => {
    const verb = await verbs[path]?.()
    expect(verb?.path).toBe(path)
    expect([2, 3]).toContain(verb?.examples.length)
    const own = verb?.examples.filter((example) => example.startsWith(`baoxiu ${path}`)) ?? []
    expect(own).not.toEqual([])
    const typed = own.flatMap((example) => example.match(/ --[a-z-]+/g) ?? []).map((word) => word.trim())
    const known = [...Object.keys(verb?.flags ?? {}).map(flagName), ...GLOBALS]
    expect(typed.filter((word) => !known.includes(word))).toEqual([])
    const codes: string[] = faultTable().map(({ code }) => code)
    expect(verb?.faults.filter((code) => !codes.includes(code))).toEqual([])
    expect(Object.keys(verb?.flags ?? {}).filter((key) => !/^[a-z]+(_[a-z0-9]+)*$/.test(key))).toEqual([])
  })

  test('has a help in both languages that begins with an example, names every flag and fits the terminal', async () => {
    const verb = await verbs[path]?.()
    const flags = Object.keys(verb?.flags ?? {}).map(flagName)
    for (const [lang, first, last] of [
      ['en', 'Examples:', 'Exit status:'],
      ['zh-CN', '例：', '退出码'],
    ] as const) {
      const desk = await openDesk({ office: false, lang })
      const { status, out, err } = await desk.columns(100).run(...path.split(' '), '--help')
      expect([status, err]).toEqual([0, ''])
      expect(out.startsWith(`${first}\n  `)).toBe(true)
      expect(flags.filter((flag) => !out.includes(flag))).toEqual([])
      expect(out.split('\n\n').at(-1)?.startsWith(last)).toBe(true)
      // Examples are for copying: they stay on one line.
      const prose = out.split('\n').filter((line) => !line.startsWith('  baoxiu '))
      expect(prose.filter((line) => displayWidth(line) > 100)).toEqual([])
    }
  })
})

test('the help of all and of a group list their commands', async () => {
  const desk = await openDesk({ office: false })
  for (const argv of [['--help'], ['-h'], ['help']]) {
    const { status, out } = await desk.run(...argv)
    expect(status).toBe(0)
    expect(PATHS.filter((path) => !out.includes(path))).toEqual([])
  }
  const group = await desk.ok('office')
  expect(group).toContain('baoxiu office')
  expect(group).toMatch(/\n +show /)
  expect(group).toMatch(/\n +set /)
  expect(await desk.ok('help', 'office', 'set')).toBe(await desk.ok('office', 'set', '--help'))
})
