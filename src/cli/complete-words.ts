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

/** What may stand in the place of the last word: words that are known, or any file or folder. */
export interface Completion {
  readonly words: readonly Candidate[]
  readonly paths?: 'file' | 'folder'
}

const NOTHING: Completion = { words: [] }

interface Place {
  readonly verb: Verb
  readonly current: string
  readonly look: Look
  readonly clock: Clock
  readonly language: Language
}

/** What may stand there, given the words before it. */
export async function completeWords(
  words: readonly string[],
  look: Look,
  clock: Clock,
  language: Language,
): Promise<Completion> {
  const before = words.slice(0, -1)
  const [name, current] = flagAndValue(words.at(-1) ?? '', before.at(-1) ?? '')
  const path = pathOf(before)
  const verb = path === undefined ? undefined : await loaderOf(path)?.()
  // `--branch=C` is one word of the shell.
  const prefix = words.at(-1) === current ? '' : `${name}=`
  const found = await valueOf(name, verb && { verb, current, look, clock, language })
  if (found !== undefined) return { ...found, words: found.words.map((one) => ({ ...one, word: prefix + one.word })) }
  if (verb === undefined) return { words: commandsAfter(before).filter(({ word }) => word.startsWith(current)) }
  if (current.startsWith('-')) {
    const own = flagsOf(verb).map(({ name, flag }) => ({ word: name, about: say(flag.help, language) }))
    return { words: [...own, ...plain([...SHARED.keys()])].filter(({ word }) => word.startsWith(current)) }
  }
  const operands = Object.entries(verb.operands)
  const operand = operands[Math.min(operandsIn(before, verb), operands.length - 1)]
  return operand === undefined ? NOTHING : valuesOf(operand[0], operand[1], { verb, current, look, clock, language })
}

/** The flag whose value is being typed, and what is typed of it. */
function flagAndValue(last: string, previous: string): [name: string, value: string] {
  const inline = /^(--[a-z][a-z-]*)=(.*)$/s.exec(last)
  return inline === null ? [previous, last] : [inline[1] ?? '', inline[2] ?? '']
}

/** The values of a flag; absent where it is none, or takes none. */
async function valueOf(name: string, place: Place | undefined): Promise<Completion | undefined> {
  const shared = SHARED.get(name)
  if (shared !== undefined) {
    if (PATHS.has(name)) return { words: [], paths: 'file' }
    return { words: place === undefined ? [] : plain(shared).filter(({ word }) => word.startsWith(place.current)) }
  }
  if (place === undefined) return undefined
  const valued = flagsOf(place.verb).find((known) => known.name === name && known.flag.placeholder !== undefined)
  return valued === undefined ? undefined : valuesOf(valued.key, valued.flag, place)
}

const PATHS = new Set(['--db', '--output', '-o'])

function flagsOf(verb: Verb): { name: string; key: string; flag: Flag<unknown> }[] {
  return Object.entries(verb.flags).map(([key, flag]) => ({ name: flagName(key), key, flag }))
}

const plain = (words: readonly string[]): Candidate[] => words.map((word) => ({ word, about: '' }))

async function valuesOf(key: string, flag: Flag<unknown>, place: Place): Promise<Completion> {
  const { choices, placeholder = '' } = flag
  if (choices !== undefined) return { words: choicesLike(choices, flag.words ?? {}, place) }
  if (placeholder === 'FILE') return { words: [], paths: 'file' }
  if (placeholder === 'DIR') return { words: [], paths: 'folder' }
  const found = candidatesOf(key, placeholder, place.verb.path, place.clock)
  return found === undefined ? NOTHING : { words: fitting(await place.look(found), place.current) }
}

/** By the word itself, or by what it means in either language. */
function choicesLike(
  choices: readonly string[],
  words: Readonly<Record<string, Text>>,
  { current, language }: Place,
): Candidate[] {
  const begun = choiceCandidates(choices, words, language).filter(({ word }) => word.startsWith(current))
  if (begun.length > 0) return begun
  const all = choices.map((word) => {
    const meaning = words[word]
    return {
      word,
      about: meaning === undefined ? '' : say(meaning, language),
      short: meaning === undefined ? [] : [meaning.zh, meaning.en],
    }
  })
  const meant = all.filter(({ short }) => short.some((form) => form.startsWith(current)))
  return meant.length === 1 ? meant : fitting(all, current)
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
