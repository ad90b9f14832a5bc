import type { Command } from 'commander'
import { asIs } from '../kernel/text.ts'
import { Fault } from '../kernel/faults.ts'
import { cliWords as t } from '../kernel/messages/cli.ts'
import { flagWords } from '../kernel/messages/flags.ts'
import { nearest } from '../kernel/nearest.ts'
import type { Verb } from '../kernel/verb.ts'
import manifest from '../../package.json' with { type: 'json' }
import { languageBefore } from './office-language.ts'
import type { Globals } from './globals.ts'
import type { Typed } from './read-given.ts'
import { readPlainly } from './read-plainly.ts'
import { BARE, isGroup, loaderOf, verbs } from './verbs.ts'
import type { World } from './world.ts'

/** A command that is understood, with what was given to it. */
export interface Call {
  readonly kind: 'call'
  readonly verb: Verb
  readonly typed: Typed
  readonly globals: Globals
}

export type Parsed =
  | Call
  /** Help or version was printed. */
  | { kind: 'said'; status: number }

const VALUED = ['--db', '--actor', '--lang', '-o', '--output', '--encoding', '--headers', '--color']

/** Finds the command that is meant, loads only that one, and reads its words and options as text. */
export async function parse(argv: readonly string[], world: World): Promise<Parsed> {
  const words = wordsOf(argv)
  if (asksForVersion(argv, words)) return await tell(world, `${manifest.version}\n`)
  const path = pathOf(words)
  if (path === undefined || asksForHelp(argv)) {
    const { helpFor } = await import('./help.ts')
    return await tell(world, await helpFor(words, path, await languageBefore(argv, world), world))
  }
  const load = loaderOf(path)
  if (load === undefined) throw new Fault('BUG', asIs(path))
  const verb = await load()
  const plain = readPlainly(verb, argv)
  if (plain !== undefined) return { kind: 'call', verb, ...plain }
  const { programFor } = await import('./program.ts')
  const language = await languageBefore(argv, world)
  let parsed: Parsed | undefined
  const program = programFor(verb, language, (typed, globals) => (parsed = { kind: 'call', verb, typed, globals }))
  await parseWith(program, words.length === 0 ? [BARE, ...argv] : argv, verb.path)
  if (parsed === undefined) throw new Fault('USAGE', t.unknownCommand(words.join(' '), []))
  return parsed
}

async function tell(world: World, text: string): Promise<Parsed> {
  await world.out.write(text)
  return { kind: 'said', status: 0 }
}

async function parseWith(program: Command, argv: readonly string[], path: string): Promise<void> {
  try {
    await program.parseAsync([...argv], { from: 'user' })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && String(error.code).startsWith('commander.'))) throw error
    throw new Fault('USAGE', usageOf(String(error.code), error.message), t.seeHelp(path))
  }
}

const NOT_A_CHOICE = /'(\S+)[^']*' argument '(.*)' is invalid\. Allowed choices are (.*)\.$/

/** Commander's sentence in both languages. */
function usageOf(code: string, message: string): ReturnType<typeof asIs> {
  const word = /'([^']*)'/.exec(message)?.[1] ?? ''
  const meant = /Did you mean (.*)\?/.exec(message)?.[1]
  switch (code) {
    case 'commander.unknownOption':
      return t.unknownOption(word, meant)
    case 'commander.optionMissingArgument':
      return t.optionNeedsValue(word.replace(/ <.*$/, ''))
    case 'commander.excessArguments':
      return t.tooManyWords
    case 'commander.invalidArgument': {
      const [, option = '', typed = '', choices = ''] = NOT_A_CHOICE.exec(message) ?? []
      return flagWords.notOneOf(option, typed, choices.split(', ').map(asIs), [])
    }
    default:
      return asIs(message.replace(/^error: /, ''))
  }
}

function asksForVersion(argv: readonly string[], words: readonly string[]): boolean {
  return (
    has(argv, '--version') || argv[0] === '-V' || argv[0] === '-v' || (words[0] === 'version' && words.length === 1)
  )
}

function asksForHelp(argv: readonly string[]): boolean {
  return has(argv, '--help') || has(argv, '-h')
}

/** Is the option given? What follows `--` is none. */
function has(argv: readonly string[], option: string): boolean {
  const [at, end] = [argv.indexOf(option), argv.indexOf('--')]
  return at >= 0 && (end < 0 || at < end)
}

function wordsOf(argv: readonly string[]): string[] {
  const words: string[] = []
  for (const [index, word] of argv.entries()) {
    if (word === '--') break
    if (!word.startsWith('-') && !VALUED.includes(argv[index - 1] ?? '')) words.push(word)
  }
  return words
}

/** The command meant: bare `baoxiu` is the board; absent: help of a group or of all. Unknown words name the nearest. */
function pathOf(words: readonly string[]): string | undefined {
  const [first, second] = words
  if (first === undefined) return BARE
  if (loaderOf(`${first} ${second}`) !== undefined) return `${first} ${second}`
  if (loaderOf(first) !== undefined) return first
  if (first === 'help') return undefined
  const candidates = isGroup(first)
    ? Object.keys(verbs).filter((path) => path.startsWith(`${first} `))
    : Object.keys(verbs)
  if (isGroup(first) && (second === undefined || second === 'help')) return undefined
  const typed = isGroup(first) ? `${first} ${second}` : first
  throw new Fault('USAGE', t.unknownCommand(typed, nearest(typed, candidates)))
}
