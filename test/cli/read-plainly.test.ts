import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { programFor } from '../../src/cli/program.ts'
import { readPlainly } from '../../src/cli/read-plainly.ts'
import { loaderOf, verbs } from '../../src/cli/verbs.ts'
import { flagName } from '../../src/kernel/verb.ts'
import type { Verb } from '../../src/kernel/verb.ts'

const all: Verb[] = []
for (const path of Object.keys(verbs)) {
  const verb = await loaderOf(path)?.()
  if (verb !== undefined) all.push(verb)
}

/** What commander makes of it; absent where it refuses. */
async function byCommander(verb: Verb, argv: readonly string[]): Promise<unknown> {
  let heard: unknown
  try {
    await programFor(verb, 'en', (typed, globals) => (heard = { typed, globals })).parseAsync([...argv], {
      from: 'user',
    })
  } catch {
    return undefined
  }
  return heard
}

const GLOBALS = [
  '--json',
  '--csv',
  '--yes',
  '-y',
  '--debug',
  '--no-input',
  '--db',
  '--actor',
  '--lang',
  '-o',
  '--output',
  '--headers',
  '--encoding',
  '--color',
  '--no-pager',
  '--quiet',
  '-q',
  '--verbose',
]
const VALUES = [
  '张三',
  '',
  'a b',
  '--json',
  '-2h',
  '-',
  '--',
  'en',
  'zh',
  'line',
  'x=y',
  '--name=x',
  '--at=-2h',
  '-5',
  '2026-11-22 08:05',
  '-ofile',
  '--lang=en',
  '--yes=1',
]

/** A command line of a verb, well-formed or nearly so. */
const calls = fc.constantFrom(...all).chain((verb) => {
  const own = Object.keys(verb.flags).map(flagName)
  const piece = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...(own.length === 0 ? GLOBALS : own)) },
    { weight: 2, arbitrary: fc.constantFrom(...VALUES) },
    { weight: 1, arbitrary: fc.constantFrom(...GLOBALS) },
  )
  const words = fc.tuple(
    fc.array(fc.constantFrom(...GLOBALS.slice(0, 6)), { maxLength: 1 }),
    fc.array(piece, { maxLength: 7 }),
  )
  return words.map(([before, after]) => ({ verb, argv: [...before, ...verb.path.split(' '), ...after] }))
})

describe('a call read without commander', () => {
  test('is the same as with it, whatever is typed', async () => {
    let read = 0
    await fc.assert(
      fc.asyncProperty(calls, async ({ verb, argv }) => {
        const plain = readPlainly(verb, argv)
        if (plain === undefined) return
        read += 1
        expect(plain).toEqual(await byCommander(verb, argv))
      }),
      { numRuns: 3000 },
    )
    expect(read).toBeGreaterThan(300)
  })

  test('every example in the help is read without it', () => {
    const longestFirst = all.toSorted((a, b) => b.path.length - a.path.length)
    const odd = all
      .flatMap(({ examples }) => examples.map(wordsOf))
      .filter((argv) => {
        const meant = longestFirst.find(({ path }) => path === argv.slice(0, path.split(' ').length).join(' '))
        return argv.length > 0 && (meant === undefined || readPlainly(meant, argv) === undefined)
      })
    expect(odd).toEqual([])
  })
})

/** A shell's words, as far as the examples go. */
function wordsOf(example: string): string[] {
  const words = example.match(/"[^"]*"|'[^']*'|[^\s"']+/g) ?? []
  const command = words.slice(1).map((word) => word.replace(/^["']|["']$/g, ''))
  const end = command.findIndex((word) => ['>', '|', '&&'].includes(word))
  return command.slice(0, end < 0 ? undefined : end)
}
