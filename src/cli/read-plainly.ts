import { ENCODINGS } from '../kernel/gb18030.ts'
import { flagName } from '../kernel/verb.ts'
import type { Verb } from '../kernel/verb.ts'
import { GENERAL_CHOICES } from './general-choices.ts'
import type { Globals } from './globals.ts'
import type { Typed } from './read-given.ts'

interface Words {
  readonly typed: Typed
  readonly globals: Globals
}

/** An option of the verb or of all commands. */
interface Known {
  readonly key: string
  readonly isGlobal: boolean
  readonly takesValue: boolean
  readonly many: boolean
  readonly choices?: readonly string[]
}

const SWITCHES = ['json', 'csv', 'yes', 'debug', 'quiet', 'verbose']
/** `--no-input` is `input: false`. */
const NEGATED = ['input', 'pager']
const VALUES: Readonly<Record<string, readonly string[] | undefined>> = {
  db: undefined,
  actor: undefined,
  output: undefined,
  lang: GENERAL_CHOICES.lang.choices,
  encoding: ENCODINGS,
  headers: GENERAL_CHOICES.headers.choices,
  color: GENERAL_CHOICES.color.choices,
}
const SHORT: Readonly<Record<string, string>> = { '-o': '--output', '-y': '--yes', '-q': '--quiet' }

/**
 * Reads a well-formed call; absent where anything at all is odd, so that commander judges it and names the mistake. It
 * takes too long to load for a call that is being logged. Both are held to one another by a property test.
 */
export function readPlainly(verb: Verb, argv: readonly string[]): Words | undefined {
  const known = knownTo(verb)
  const words: string[] = []
  const given = new Map<Known, string[]>()
  for (let index = 0; index < argv.length; index += 1) {
    const word = argv[index] ?? ''
    if (!/^-./.test(word)) {
      words.push(word)
      continue
    }
    const [name, inline] = split(SHORT[word] ?? word)
    const option = known.get(name)
    if (option === undefined || (!option.takesValue && inline !== undefined)) return undefined
    const value = option.takesValue ? (inline ?? argv[(index += 1)]) : ''
    // A value that looks like an option: which of the two it is, is not ours to say.
    if (value === undefined || /^-./.test(value) || option.choices?.includes(value) === false) return undefined
    given.set(option, option.many ? [...(given.get(option) ?? []), value] : [value])
  }
  const operands = operandsOf(verb, words)
  if (operands === undefined) return undefined
  const values = (isGlobal: boolean, key: string): readonly string[] =>
    [...given].find(([option]) => option.isGlobal === isGlobal && option.key === key)?.[1] ?? []
  const flags = Object.keys(verb.flags).map((key): [string, readonly string[]] => [key, values(false, key)])
  return { typed: new Map([...operands, ...flags]), globals: globalsOf((key) => values(true, key)) }
}

/** `--note=a=b` → `--note`, `a=b`. */
function split(word: string): [string, string | undefined] {
  const at = word.startsWith('--') ? word.indexOf('=') : -1
  return at < 0 ? [word, undefined] : [word.slice(0, at), word.slice(at + 1)]
}

function knownTo(verb: Verb): Map<string, Known> {
  const known = new Map<string, Known>()
  for (const key of SWITCHES) known.set(`--${key}`, { key, isGlobal: true, takesValue: false, many: false })
  for (const key of NEGATED)
    known.set(`--no-${key}`, { key: `no_${key}`, isGlobal: true, takesValue: false, many: false })
  for (const [key, choices] of Object.entries(VALUES)) {
    known.set(`--${key}`, { key, isGlobal: true, takesValue: true, many: false, ...(choices && { choices }) })
  }
  for (const [key, { placeholder, many }] of Object.entries(verb.flags)) {
    known.set(flagName(key), { key, isGlobal: false, takesValue: placeholder !== undefined, many })
  }
  return known
}

/** The words after the command's own, one for each operand; the last may take several. */
function operandsOf(verb: Verb, words: readonly string[]): [string, readonly string[]][] | undefined {
  const path = words.length === 0 ? [] : verb.path.split(' ')
  if (path.some((word, index) => words[index] !== word)) return undefined
  const rest = words.slice(path.length)
  const operands = Object.entries(verb.operands)
  const takesMore = operands.at(-1)?.[1].many === true
  if (rest.length > operands.length && !takesMore) return undefined
  return operands.map(([key, { many }], index) => [key, rest.slice(index, many ? undefined : index + 1)])
}

function globalsOf(values: (key: string) => readonly string[]): Globals {
  const texts = Object.keys(VALUES).flatMap((key) => values(key).map((value) => [key, value]))
  const switches = SWITCHES.map((key) => [key, values(key).length > 0])
  const negated = NEGATED.map((key) => [key, values(`no_${key}`).length === 0])
  return Object.fromEntries([...texts, ...switches, ...negated]) as Globals
}
