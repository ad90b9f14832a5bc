/** The languages of help, prompts, messages, tables and papers. Field names, codes and JSON never change. */
export const LANGUAGES = ['en', 'zh-CN'] as const
export type Language = (typeof LANGUAGES)[number]

/** One sentence in every language: a missing translation does not compile. */
export interface Text {
  readonly en: string
  readonly zh: string
}

/** A closed word, with further usual words for the same thing, separated by spaces. */
export interface Word extends Text {
  readonly also?: string
}

export function say(text: Text, language: Language): string {
  return language === 'zh-CN' ? text.zh : text.en
}

/** A word that is the same in every language: a name, a code, a number, something that the user typed. */
export function asIs(word: string): Text {
  return { en: word, zh: word }
}

/** Several sentences as one, each language with its own separator. */
export function joined(texts: readonly Text[], between: Text = { en: ', ', zh: '、' }): Text {
  return { en: texts.map((t) => t.en).join(between.en), zh: texts.map((t) => t.zh).join(between.zh) }
}
