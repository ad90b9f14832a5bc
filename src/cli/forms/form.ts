import { BACK, Cancelled } from '../../kernel/asker.ts'
import type { Asker, Back } from '../../kernel/asker.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { Fault } from '../../kernel/faults.ts'
import { say } from '../../kernel/text.ts'
import type { Text } from '../../kernel/text.ts'
import type { Verb } from '../../kernel/verb.ts'

/** What was answered, under the names of the command's options; an empty list says that there is nothing to say. */
export type Answers = Map<string, readonly string[]>

/** A form while it is filled in. */
export interface Form {
  readonly ctx: Ctx
  readonly asker: Asker
  readonly verb: Verb
  readonly answers: Answers
  /** What was answered before, on offer again. */
  readonly offered: Answers
  tell(text: Text): string
}

export interface Question {
  /** The option or operand that it fills in. */
  readonly key: string
  isOpen?(form: Form): boolean
  ask(form: Form): Promise<readonly string[] | Back>
  /** Once it is known, answered or given. */
  known?(form: Form): Promise<void>
}

/** The questions of one command, in the order of the paper. */
export interface FormPlan {
  readonly questions: readonly Question[]
  /** Should it be opened, for what was given? Else: where something required is missing. */
  isWanted?(answers: Answers): boolean
  /** After one it begins anew, until nothing is answered to its first question. */
  readonly again?: boolean
}

/** Asks one question after the other; back takes up the one before. `changed` hears of every answer. */
export async function fillIn(form: Form, plan: FormPlan, changed: (form: Form) => Promise<void>): Promise<number> {
  const past: Question[] = []
  let asked = 0
  for (const { key, known } of plan.questions) if (form.answers.has(key)) await known?.(form)
  for (;;) {
    const next = plan.questions.find(({ key, isOpen }) => !form.answers.has(key) && (isOpen?.(form) ?? true))
    if (next === undefined) return asked
    const answer = await askUntilRead(form, next)
    asked += 1
    if (answer === BACK) await backFrom(form, past)
    else {
      form.answers.set(next.key, answer)
      past.push(next)
      await next.known?.(form)
    }
    await changed(form)
  }
}

async function backFrom({ answers, offered }: Form, past: Question[]): Promise<void> {
  const last = past.pop()
  if (last === undefined) throw new Cancelled()
  offered.set(last.key, answers.get(last.key) ?? [])
  answers.delete(last.key)
}

/** What the command would refuse is told at once, and asked for again. */
async function askUntilRead(form: Form, question: Question): Promise<readonly string[] | Back> {
  const { verb, asker, ctx } = form
  const flag = verb.operands[question.key] ?? verb.flags[question.key]
  for (;;) {
    const answer = await question.ask(form)
    if (answer === BACK || flag === undefined || answer.length === 0) return answer
    try {
      flag.read(answer, NO_LABEL, ctx)
      return answer
    } catch (error) {
      if (!(error instanceof Fault)) throw error
      form.offered.set(question.key, answer)
      await asker.tell([`  ${form.tell(error.what).trim()}`])
    }
  }
}

/** Whoever fills in a form knows the question, and no options. */
const NO_LABEL = ''

/** The one answer given so far. */
export function answerTo({ answers }: Pick<Form, 'answers'>, key: string): string | undefined {
  return answers.get(key)?.[0]
}

export function sayIn(ctx: Ctx): (text: Text) => string {
  return (text) => say(text, ctx.language)
}
