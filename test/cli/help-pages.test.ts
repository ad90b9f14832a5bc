import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { topics } from '../../src/cli/help-topics.ts'
import { loaderOf, verbs } from '../../src/cli/verbs.ts'
import { displayWidth } from '../../src/kernel/display.ts'
import { guidePage } from '../../src/kernel/messages/help-guide.ts'
import { environmentPage, postgresPage, printingPage, windowsPage } from '../../src/kernel/messages/help-pages.ts'
import { flagName } from '../../src/kernel/verb.ts'
import manifest from '../../package.json' with { type: 'json' }
import { openDesk } from '../desk.ts'
import { needs } from '../faults/needs.ts'

const PAGES = [guidePage, environmentPage, printingPage, windowsPage, postgresPage]
/** The page for `man` is for the package. */
const TOPICS = [...topics.keys()].filter((topic) => topic !== 'man')

describe.each(TOPICS)('help %s', (topic) => {
  test('says something in both languages, and its prose fits the window', async () => {
    for (const lang of ['en', 'zh-CN'] as const) {
      for (const columns of [60, 100]) {
        const desk = await openDesk({ office: false, lang })
        const out = await desk.columns(columns).ok('help', topic)
        expect(out.length).toBeGreaterThan(200)
        // What is to be typed stays in one line.
        const prose = out.split('\n').filter((line) => !/^ {2}\S/.test(line))
        expect(prose.filter((line) => displayWidth(line) > columns)).toEqual([])
      }
    }
  })

  test('is named by `help help`', async () => {
    const desk = await openDesk({ office: false })
    expect(await desk.ok('help', 'help')).toMatch(new RegExp(`^  ${topic} `, 'm'))
  })
})

test('every command of a page is one that there is, with options that it has', async () => {
  const typed = PAGES.flat().flatMap((part) => (part.kind === 'entry' ? [part.word] : []))
  const commands = typed.filter((word) => word.startsWith('baoxiu ')).map((word) => word.split(' ').slice(1))
  expect(commands.length).toBeGreaterThan(15)
  for (const argv of commands) {
    const path = [argv.slice(0, 2).join(' '), argv[0] ?? ''].find((one) => loaderOf(one) !== undefined)
    if (path === undefined && LATER.includes(argv.slice(0, 2).join(' '))) continue
    expect([argv, path]).toEqual([argv, expect.any(String)])
    const verb = await verbs[path ?? '']?.()
    const known = [...Object.keys(verb?.flags ?? {}).map(flagName), '-o']
    expect(argv.filter((word) => /^--?[a-z]/.test(word) && !known.includes(word))).toEqual([])
  }
})

/** Commands of the contract that a page may tell of before they stand in the program. */
const LATER = ['office copy', 'doctor']

test('version and the help of a group are found under every usual name', async () => {
  const desk = await openDesk({ office: false })
  for (const word of ['version', '--version', '-V', '-v']) expect(await desk.ok(word)).toBe(`${manifest.version}\n`)
  expect(await desk.ok('fines', 'help')).toBe(await desk.ok('help', 'fines'))
  expect(await desk.ok('fines')).toBe(await desk.ok('help', 'fines'))
  expect(await desk.ok('help', 'fines', 'confirm')).toBe(await desk.ok('fines', 'confirm', '--help'))
  expect(await desk.run('help', 'nonsense')).toMatchObject({ status: 2 })
  // A word of text is no question for the version.
  expect(await desk.run('search', 'version')).not.toMatchObject({ out: `${manifest.version}\n` })
})

test('the help of a command names the general options that mean something to it', async () => {
  const desk = await openDesk({ office: false })
  const named = async (...argv: string[]): Promise<string> =>
    /General options: ([^;]*);/.exec(await desk.columns(200).ok(...argv, '--help'))?.[1] ?? ''
  expect(await named('list')).toContain('--csv')
  expect(await named('log')).not.toContain('--csv')
  expect(await named('log')).toContain('--no-input')
  expect(await named('list')).not.toContain('--no-input')
  expect(await named('repair')).toContain('-y')
  expect(await named('show')).not.toContain('-y')
  expect(await named('completion')).not.toContain('--db')
  expect(await named('init')).toContain('--db')
  for (const path of Object.keys(verbs)) expect(await named(...path.split(' '))).toContain('--json')
})

test('the manual is one that `man` reads without a complaint, with every command in it', async (context) => {
  needs(context, 'groff')
  const desk = await openDesk({ office: false })
  for (const lang of ['en', 'zh-CN']) {
    writeFileSync(desk.path('baoxiu.1'), await desk.ok('help', 'man', '--lang', lang))
    const told = execFileSync('bash', ['-c', `groff -k -man -Tutf8 -ww -Wbreak -z ${desk.path('baoxiu.1')} 2>&1`], {
      encoding: 'utf8',
    })
    expect(told).toBe('')
  }
  const text = await desk.ok('help', 'man', '--lang', 'en')
  expect(Object.keys(verbs).filter((path) => !text.includes(`.SS ${path.replaceAll('-', '\\-')}`))).toEqual([])
})
