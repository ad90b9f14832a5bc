import { nearest } from './nearest.ts'
import type { Text, Word } from './text.ts'
import { foldWord } from './word-folding.ts'

/** What each closed word means in both languages. */
export type ChoiceWords<C extends string = string> = Readonly<Record<C, Word>>

/**
 * The one place that reads a closed word: its code, its word in either language, another usual word for it, or a part of
 * at least two signs that only one of them has. Absent where it is none of these, or more than one.
 */
export function readChoice<C extends string>(
  typed: string,
  choices: readonly C[],
  words?: Partial<ChoiceWords<C>>,
): C | undefined {
  const exact = choices.find((code) => code === typed)
  // What has no words is a name of the computer's, and written as it is.
  if (exact !== undefined || words === undefined) return exact
  const folded = foldWord(typed)
  if (folded === '') return undefined
  const whole = choices.filter((code) => formsOf(code, words[code]).includes(folded))
  if (whole.length > 0) return whole.length === 1 ? whole[0] : undefined
  const isPart = /^\p{Script=Han}{2,}$/u.test(folded)
  const partly = isPart ? choices.filter((code) => foldWord(words[code]?.zh ?? '').includes(folded)) : []
  return partly.length === 1 ? partly[0] : undefined
}

/** Everything that stands for a code, folded. */
export function formsOf(code: string, word: Word | undefined): string[] {
  const spelled = word === undefined ? [] : [word.en, word.zh, ...(word.also?.split(' ') ?? [])]
  return [code, ...spelled].map(foldWord)
}

/** The choices as people read them: `线路（line）` or `line`. */
export function choiceNames(choices: readonly string[], words: Partial<ChoiceWords> = {}): Text[] {
  return choices.map((code) => {
    const zh = words[code]?.zh ?? code
    return { en: code, zh: zh === code ? code : `${zh}（${code}）` }
  })
}

/** The choice that somebody may have meant. */
export function nearestChoice(typed: string, choices: readonly string[], words: Partial<ChoiceWords> = {}): string[] {
  const spelled = choices.flatMap((code) => [code, words[code]?.zh ?? code, words[code]?.en ?? code])
  return nearest(typed, [...new Set(spelled)], 1)
}
