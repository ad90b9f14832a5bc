import type { ReadDb } from '../kernel/db.ts'
import type { Flag } from '../kernel/flags.ts'
import { ENCODINGS } from '../kernel/gb18030.ts'
import type { Clock } from '../kernel/moment.ts'
import { say } from '../kernel/text.ts'
import type { Language, Text } from '../kernel/text.ts'
import { flagName } from '../kernel/verb.ts'
import type { Verb } from '../kernel/verb.ts'
import { candidatesOf } from './completion-candidates.ts'
import type { Candidate } from './completion-candidates.ts'
import { GENERAL_CHOICES } from './general-choices.ts'
import { loaderOf, verbs } from './verbs.ts'

/** Reads the office; answers nothing where there is none. */
export type Look = (work: (db: ReadDb) => Promise<Candidate[]>) => Promise<Candidate[]>

const SHARED = new Map<string, readonly string[] | undefined>([
  ['--db', []],
  ['--actor', []],
  ['--lang', GENERAL_CHOICES.lang.choices],
  ['--json', undefined],
  ['--csv', undefined],
  ['--output', []],
  ['-o', []],
  ['--encoding', ENCODINGS],
  ['--headers', GENERAL_CHOICES.headers.choices],
  ['--color', GENERAL_CHOICES.color.choices],
  ['--no-pager', undefined],
  ['--quiet', undefined],
  ['--verbose', undefined],
  ['--no-input', undefined],
  ['--yes', undefined],
  ['--help', undefined],
])

/** What may stand in the place of the last word, given those before it. */
export async function completeWords(
  words: readonly string[],
  look: Look,
  clock: Clock,
  language: Language,
): Promise<Candidate[]> {
  const current = words.at(-1) ?? ''
  const before = words.slice(0, -1)
  const path = pathOf(before)
  const verb = path === undefined ? undefined : await loaderOf(path)?.()
  if (verb === undefined) return commandsAfter(before).filter(({ word }) => word.startsWith(current))
  const previous = before.at(-1) ?? ''
  const shared = SHARED.get(previous)
  if (shared !== undefined) return plain(shared).filter(({ word }) => word.startsWith(current))
  const flags = Object.entries(verb.flags).map(([key, flag]) => ({ name: flagName(key), key, flag }))
  const valued = flags.find(({ name, flag }) => name === previous && flag.placeholder !== undefined)
  if (valued !== undefined) return valuesOf(valued.key, valued.flag, verb, current, look, clock, language)
  if (current.startsWith('-')) {
    const own = flags.map(({ name, flag }) => ({ word: name, about: say(flag.help, language) }))
    return [...own, ...plain([...SHARED.keys()])].filter(({ word }) => word.startsWith(current))
  }
  const operands = Object.entries(verb.operands)
  const place = Math.min(operandsIn(before, verb), operands.length - 1)
  const operand = operands[place]
  return operand === undefined ? [] : valuesOf(operand[0], operand[1], verb, current, look, clock, language)
}

const plain = (words: readonly string[]): Candidate[] => words.map((word) => ({ word, about: '' }))

async function valuesOf(
  key: string,
  flag: Flag<unknown>,
  verb: Verb,
  current: string,
  look: Look,
  clock: Clock,
  language: Language,
): Promise<Candidate[]> {
  const { choices, words } = flag
  if (choices !== undefined) {
    return choiceCandidates(choices, words ?? {}, language).filter(({ word }) => word.startsWith(current))
  }
  const found = candidatesOf(key, flag.placeholder ?? '', verb.path, clock)
  if (found === undefined) return []
  return fitting(await look(found), current)
}

/** The codes, and where the reader's language has other words for them, those too. */
function choiceCandidates(
  choices: readonly string[],
  words: Readonly<Record<string, Text>>,
  language: Language,
): Candidate[] {
  return choices.flatMap((word) => {
    const meaning = words[word]
    const spelled = meaning === undefined ? '' : say(meaning, language)
    const code = { word, about: spelled }
    return spelled === '' || spelled === word || /\s/.test(spelled) ? [code] : [code, { word: spelled, about: word }]
  })
}

/**
 * Words that begin as typed, else short forms that do. What only contains it is taken where it is one: a shell would put
 * what several have in common in the place of the word.
 */
function fitting(all: readonly Candidate[], current: string): Candidate[] {
  const begun = all.filter(({ word }) => word.startsWith(current))
  if (begun.length > 0) return begun
  const short = all.flatMap(({ short = [], about }) => {
    const word = short.find((form) => form.startsWith(current))
    return word === undefined ? [] : [{ word, about }]
  })
  if (short.length > 1) return short
  const near = all.filter(
    ({ word, about, short = [] }) =>
      word.includes(current) || about.includes(current) || short.some((form) => form.startsWith(current)),
  )
  return near.length === 1 ? near : short
}

/** The command that the words before the cursor name, as far as they do. */
function pathOf(before: readonly string[]): string | undefined {
  const [first = '', second = ''] = wordsOnly(before)
  return [`${first} ${second}`, first].find((path) => loaderOf(path) !== undefined)
}

function wordsOnly(words: readonly string[]): string[] {
  return words.filter((word, index) => !word.startsWith('-') && SHARED.get(words[index - 1] ?? '') === undefined)
}

function commandsAfter(before: readonly string[]): Candidate[] {
  const [group] = wordsOnly(before)
  const next = Object.keys(verbs).flatMap((path) => {
    const [first = '', second] = path.split(' ')
    if (group === undefined) return [first]
    return first === group && second !== undefined ? [second] : []
  })
  return plain([...new Set(next)])
}

/** How many operands stand there already. */
function operandsIn(before: readonly string[], verb: Verb): number {
  const takesValue = (word: string): boolean =>
    SHARED.get(word) !== undefined ||
    Object.entries(verb.flags).some(([key, flag]) => flagName(key) === word && flag.placeholder !== undefined)
  const words = before.filter((word, index) => !word.startsWith('-') && !takesValue(before[index - 1] ?? ''))
  return words.length - verb.path.split(' ').length
}
