import { BACK, Cancelled } from '../kernel/asker.ts'
import type { Asker, Back } from '../kernel/asker.ts'
import type { Ctx } from '../kernel/ctx.ts'
import { Fault } from '../kernel/faults.ts'
import type { Flag } from '../kernel/flags.ts'
import { say } from '../kernel/text.ts'
import type { Verb } from '../kernel/verb.ts'
import { missingFrom } from './read-given.ts'
import type { Typed } from './read-given.ts'

/** Asks for what must be given and was not, one question after the other; what cannot be read is asked again. */
export async function askFor(verb: Verb, typed: Typed, asker: Asker, ctx: Ctx): Promise<Typed> {
  const missing = missingFrom(verb, typed)
  const answers = new Map(typed)
  for (let step = 0; step < missing.length;) {
    const wanted = missing[step]
    if (wanted === undefined) break
    const answer = await askOne(wanted.flag, wanted.label, asker, ctx)
    if (answer === BACK && step === 0) throw new Cancelled()
    if (answer !== BACK) answers.set(wanted.key, answer)
    step += answer === BACK ? -1 : 1
  }
  return answers
}

async function askOne(flag: Flag<unknown>, label: string, asker: Asker, ctx: Ctx): Promise<readonly string[] | Back> {
  const { choices } = flag
  const question = `${say(flag.help, ctx.language)} (${label})`
  if (choices !== undefined && choices.length < 10) {
    const keys = choices.map((value, index) => {
      const word = flag.words?.[value]
      return { key: String(index + 1), word: word === undefined ? value : say(word, ctx.language), value }
    })
    const chosen = await asker.key(question, keys)
    return chosen === BACK ? BACK : [chosen]
  }
  for (;;) {
    const answer = await asker.line(`${question}:`)
    if (answer === BACK) return BACK
    const words = flag.many ? answer.split(/[\s,，、]+/).filter((word) => word !== '') : [answer]
    try {
      flag.read(words, label, ctx)
      return words
    } catch (error) {
      if (!(error instanceof Fault)) throw error
      await asker.tell([say(error.what, ctx.language)])
    }
  }
}
