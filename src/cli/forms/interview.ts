import { z } from 'zod'
import { Cancelled } from '../../kernel/asker.ts'
import type { Asker } from '../../kernel/asker.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { formWords as t } from '../../kernel/messages/forms.ts'
import type { Verb } from '../../kernel/verb.ts'
import { askFor } from '../ask-missing.ts'
import { openQuestions } from '../read-given.ts'
import type { Typed } from '../read-given.ts'
import { fillIn, sayIn } from './form.ts'
import type { Answers, Form, FormPlan } from './form.ts'
import { formFor } from './forms.ts'

export interface Interview {
  /** What was given and what was answered. */
  readonly typed: Typed
  /** How many questions there were. */
  readonly asked: number
  /** It begins anew afterwards: a bundle of slips. */
  readonly again: boolean
}

/** What was answered before: on offer again. `round` counts from 0. */
interface Earlier {
  readonly offered: Typed
  readonly round: number
}

/** Asks a person for what the command needs and was not given; absent where a bundle has come to its end. */
export async function interview(
  verb: Verb,
  typed: Typed,
  asker: Asker,
  ctx: Ctx,
  { offered, round }: Earlier,
): Promise<Interview | undefined> {
  const plan = await formFor(verb, ctx)
  if (plan === undefined) return await generally(verb, typed, asker, ctx)
  const given = new Map([...typed].filter(([, words]) => words.length > 0))
  const kept = given.has(CONTINUE) ? await draftOf(ctx) : []
  const answers: Answers = new Map([...kept, ...given])
  if (kept.length === 0 && !isWanted(plan, verb, answers)) return { typed, asked: 0, again: false }
  const form: Form = { ctx, asker, verb, answers, offered: new Map(offered), tell: sayIn(ctx) }
  const first = plan.questions[0]?.key ?? ''
  const begins = plan.again === true && !given.has(first)
  if (begins && round === 0) await asker.tell([form.tell(t.slipsBack)])
  const asked = await fill(form, plan, begins && round > 0)
  if (asked === undefined || (begins && answers.get(first)?.length === 0)) return undefined
  return { typed: new Map([...typed.keys()].map((key) => [key, answers.get(key) ?? []])), asked, again: begins }
}

const CONTINUE = 'continue'

const isWanted = (plan: FormPlan, verb: Verb, answers: Answers): boolean =>
  plan.isWanted?.(answers) ?? openQuestions(verb, answers).length > 0

async function generally(verb: Verb, typed: Typed, asker: Asker, ctx: Ctx): Promise<Interview> {
  const open = openQuestions(verb, typed).length
  return { typed: open === 0 ? typed : await askFor(verb, typed, asker, ctx), asked: 0, again: false }
}

/** How many were asked; absent where whoever has done some leaves before the next. */
async function fill(form: Form, plan: FormPlan, hasBegun: boolean): Promise<number | undefined> {
  const isKept = CONTINUE in form.verb.flags
  const keep = async (): Promise<void> => {
    if (isKept) await form.ctx.draft.write(Object.fromEntries(form.answers))
  }
  try {
    return await fillIn(form, plan, keep)
  } catch (error) {
    if (!(error instanceof Cancelled)) throw error
    if (hasBegun && form.answers.size === 0) return undefined
    throw isKept && form.answers.size > 0 ? new Cancelled([t.goOnComplaint]) : error
  }
}

const draftShape = z.record(z.string(), z.array(z.string()))

/** What a form that was left before had answered. */
async function draftOf(ctx: Ctx): Promise<[string, readonly string[]][]> {
  const kept = draftShape.safeParse(await ctx.draft.read())
  return kept.success ? Object.entries(kept.data) : []
}
