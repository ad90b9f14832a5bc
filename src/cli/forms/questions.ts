import { BACK } from '../../kernel/asker.ts'
import { formWords as t } from '../../kernel/messages/forms.ts'
import { asIs } from '../../kernel/text.ts'
import type { Text } from '../../kernel/text.ts'
import { foldWidth } from '../../kernel/width-folding.ts'
import type { Form, Question } from './form.ts'

type IsOpen = Question['isOpen']

interface LineQuestion {
  readonly key: string
  readonly text: Text
  /** Stands there in grey; Enter takes it. */
  suggestion?(form: Form): Promise<string | undefined>
  /** Told before, each with a number that stands for it. */
  offers?(form: Form): Promise<readonly string[]>
  /** Nothing may be answered. */
  readonly blank?: boolean
  readonly isOpen?: IsOpen
}

/** A line of text; a number alone is the one of those on offer. */
export function line({ key, text, suggestion, offers, blank = false, isOpen }: LineQuestion): Question {
  return {
    key,
    ...(isOpen && { isOpen }),
    async ask(form) {
      const { asker, offered } = form
      const list = (await offers?.(form)) ?? []
      if (list.length > 0) await asker.tell([`  ${numbered(list)}`])
      const known = offered.get(key)?.[0] ?? (await suggestion?.(form))
      const answer = await asker.line(form.tell(text), {
        ...(known !== undefined && { suggestion: known }),
        blank,
        left: (typed) => offered.set(key, [typed]),
      })
      if (answer === BACK) return BACK
      const chosen = pick(list, answer)
      return chosen.trim() === '' ? [] : [chosen]
    },
  }
}

/** `1 无信号  2 雪花`. */
export const numbered = (list: readonly string[]): string =>
  list.map((word, index) => `${index + 1} ${word}`).join('  ')

/** The word that a number stands for; anything else as it was typed. */
export function pick(list: readonly string[], typed: string): string {
  const number = /^[1-9]$/.exec(foldWidth(typed).trim())
  return (number === null ? undefined : list[Number(number[0]) - 1]) ?? typed
}

/** One key for each choice of the option. */
export function keys(key: string, text: Text, isOpen?: IsOpen): Question {
  return {
    key,
    ...(isOpen && { isOpen }),
    async ask({ asker, tell, verb }) {
      const { choices = [], words } = verb.flags[key] ?? {}
      const chosen = await asker.key(
        tell(text),
        choices.map((value, index) => ({ key: String(index + 1), word: tell(words?.[value] ?? asIs(value)), value })),
      )
      return chosen === BACK ? BACK : [chosen]
    },
  }
}

/** When it happened: Enter is now. `hint` says what "now" would mean. */
export function when(
  key: string,
  text: Text,
  hint?: (form: Form) => Promise<Text | undefined>,
  isOpen?: IsOpen,
): Question {
  return {
    key,
    ...(isOpen && { isOpen }),
    async ask(form) {
      const { asker, offered, tell } = form
      const warning = await hint?.(form)
      if (warning !== undefined) await asker.tell([tell(warning)])
      const [known] = offered.get(key) ?? []
      const answer = await asker.line(tell(t.orNow(text)), {
        blank: true,
        ...(known !== undefined && { suggestion: known }),
      })
      if (answer === BACK) return BACK
      return answer.trim() === '' ? [] : [answer]
    },
  }
}
