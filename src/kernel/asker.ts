import type { Text } from './text.ts'

/** The answer of whoever wants the question before this one again. */
export const BACK = Symbol('back')
export type Back = typeof BACK

/** One of several answers, given with a single key. */
export interface Choice<T> {
  /** The key, as it is shown: `1`, `c`. `Enter` is the key of that name. */
  readonly key: string
  readonly word: string
  readonly value: T
}

export interface LineOptions {
  /** Stands there in grey; Enter takes it. */
  readonly suggestion?: string | undefined
  /** Nothing may be answered. */
  readonly blank?: boolean
  /** Nobody needs to press Enter after this. */
  readonly complete?: (typed: string) => boolean
  /** Hears of a line that was begun and left, back or out: it is not lost. */
  readonly left?: (typed: string) => void
}

export interface CommandOptions {
  /** Keys that act at once on an empty line. */
  readonly keys: readonly string[]
  /** Earlier lines, the latest last. */
  readonly history: readonly string[]
  /** What may stand in place of the last word: the whole line with it, and what to show where there are several. */
  complete(typed: string): Promise<Completion>
}

export interface Completion {
  /** The line as far as it is certain. */
  readonly line: string
  readonly choices: readonly string[]
}

/** What was given at the prompt of the desk. `interrupt` is Ctrl-C on an empty line, `end` is Ctrl-D or the end of input. */
export type CommandLine =
  | { readonly kind: 'line'; readonly line: string }
  | { readonly kind: 'key'; readonly key: string }
  | { readonly kind: 'interrupt' }
  | { readonly kind: 'end' }

/** How a person at a terminal is asked. Whoever breaks off (Ctrl-C, Ctrl-D, end of input) makes it throw `Cancelled`. */
export interface Asker {
  /** Something to read between the questions. */
  tell(lines: readonly string[]): Promise<void>
  line(question: string, options?: LineOptions): Promise<string | Back>
  key<T>(question: string, choices: readonly Choice<T>[]): Promise<T | Back>
  /** A command line, or one of the keys that act at once. */
  command(question: string, options: CommandOptions): Promise<CommandLine>
  /** Until this key is pressed, or somebody breaks off; nothing is drawn. */
  pressed(key: string): Promise<void>
}

/** The person at the terminal broke off: nothing was changed. `kept` says how to go on. */
export class Cancelled extends Error {
  readonly kept: readonly Text[]

  constructor(kept: readonly Text[] = []) {
    super('cancelled')
    this.name = 'Cancelled'
    this.kept = kept
  }
}

/** The answer to a question that stands alone: back means out. */
export async function alone<T>(answer: Promise<T | Back>): Promise<T> {
  const given = await answer
  if (given === BACK) throw new Cancelled()
  return given
}

/** One line to be asked for, under its name. */
export interface Question<K extends string> {
  readonly key: K
  readonly question: string
  readonly suggestion?: string | undefined
  /** Nothing may be answered. */
  readonly blank?: boolean
  /** Why an answer cannot be taken; absent: it can. */
  refuse?(answer: string): string | undefined
}

/** Asks one line after the other; back goes to the one before, with what was answered on offer. */
export async function askInOrder<K extends string>(
  asker: Asker,
  questions: readonly Question<K>[],
): Promise<Partial<Record<K, string>>> {
  const answers: Partial<Record<K, string>> = {}
  for (let step = 0; step < questions.length;) {
    const asked = questions[step]
    if (asked === undefined) throw new Cancelled()
    const { key, question, blank = false } = asked
    const answer = await asker.line(question, { suggestion: answers[key] ?? asked.suggestion, blank })
    const refused = answer === BACK ? undefined : asked.refuse?.(answer)
    if (refused !== undefined) await asker.tell([refused])
    else if (answer !== BACK) answers[key] = answer
    if (refused === undefined) step += answer === BACK ? -1 : 1
  }
  return answers
}
