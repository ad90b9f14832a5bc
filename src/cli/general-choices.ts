import { readChoice } from '../kernel/choices.ts'
import type { ChoiceWords } from '../kernel/choices.ts'
import { codeWords } from '../kernel/messages/codes.ts'
import { LANGUAGES } from '../kernel/text.ts'

interface General {
  readonly choices: readonly string[]
  readonly words: ChoiceWords
}

/** The general options that take one of a few words. */
export const GENERAL_CHOICES: Readonly<Record<'lang' | 'headers' | 'color', General>> = {
  lang: { choices: LANGUAGES, words: codeWords.language },
  headers: { choices: ['en', 'zh'], words: codeWords.header_language },
  color: { choices: ['auto', 'always', 'never'], words: codeWords.when },
}

/** The same call with words of people (`--lang 中文`) as the codes they stand for; what is none is left to be judged. */
export function inCodes(argv: readonly string[]): string[] {
  const end = argv.indexOf('--')
  return argv.map((word, index) => {
    if (end >= 0 && index > end) return word
    const [, name, value = ''] = /^--(\w+)=(.*)$/s.exec(word) ?? []
    if (name !== undefined) return `--${name}=${codeOf(`--${name}`, value)}`
    return codeOf(argv[index - 1] ?? '', word)
  })
}

function codeOf(option: string, typed: string): string {
  const general = Object.entries(GENERAL_CHOICES).find(([name]) => `--${name}` === option)?.[1]
  return general === undefined ? typed : (readChoice(typed, general.choices, general.words) ?? typed)
}
