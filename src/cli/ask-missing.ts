import { BACK, Cancelled } from '../kernel/asker.ts'
import type { Asker, Back } from '../kernel/asker.ts'
import type { Ctx } from '../kernel/ctx.ts'
import { Fault } from '../kernel/faults.ts'
import { say } from '../kernel/text.ts'
import type { Verb } from '../kernel/verb.ts'
import { openQuestions } from './read-given.ts'
import type { Named, Typed } from './read-given.ts'

/** Asks for what is open, one question after the other; an answer may open another. What cannot be read is asked again. */
export async function askFor(verb: Verb, typed: Typed, asker: Asker, ctx: Ctx): Promise<Typed> {
  const answers = new Map(typed)
  const asked: string[] = []
  for (;;) {
    const wanted = openQuestions(verb, answers, asked.length > 0).find(({ key }) => !asked.includes(key))
    if (wanted === undefined) return answers
    const answer = await askOne(wanted, answers, asker, ctx)
    if (answer !== BACK) {
      asked.push(wanted.key)
      answers.set(wanted.key, answer)
      continue
    }
    const before = asked.pop()
    if (before === undefined) throw new Cancelled()
    answers.delete(before)
  }
}

async function askOne(
  { flag, label }: Named,
  answers: Typed,
  asker: Asker,
  ctx: Ctx,
): Promise<readonly string[] | Back> {
  const { choices, asked } = flag
  const lead = (await asked?.before?.(ctx, answers)) ?? []
  if (lead.length > 0) await asker.tell(lead.map((text) => say(text, ctx.language)))
  const question = `${say(asked?.question ?? flag.help, ctx.language)} (${label})`
  if (choices !== undefined && choices.length < 10) {
    const keys = choices.map((value, index) => {
      const word = flag.words?.[value]
      return { key: String(index + 1), word: word === undefined ? value : say(word, ctx.language), value }
    })
    const chosen = await asker.key(question, keys)
    return chosen === BACK ? BACK : [chosen]
  }
  for (;;) {
    const answer = await asker.line(`${question}:`, { blank: asked?.blank === true })
    if (answer === BACK) return BACK
    if (answer === '') return []
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
