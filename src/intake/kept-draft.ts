import { z } from 'zod'
import { BACK } from '../kernel/asker.ts'
import type { Asker } from '../kernel/asker.ts'
import type { Ctx } from '../kernel/ctx.ts'
import { formWords as t } from '../kernel/messages/forms.ts'
import { say } from '../kernel/text.ts'
import { sayTime } from '../kernel/time-words.ts'
import { FAULT_CLASSES, INTAKES, SERVICES } from '../ticket/ticket.ts'
import type { CallGiven } from './assemble-call.ts'
import type { Answered, Draft, Form } from './log-draft.ts'

const text = z.string().optional()

const shape = z.object({
  given: z.object({
    name: text,
    address: text,
    phone: text,
    symptom: text,
    class: z.enum(FAULT_CLASSES).optional(),
    branch: text,
    taken_by: text,
    account: text,
    service: z.enum(SERVICES).optional(),
    intake: z.enum(INTAKES).optional(),
    note: text,
    reported_at: z.number().int(),
  }),
  answered: z.array(z.tuple([z.string(), z.string()])),
})

/** What a form that was left had: the call as far as it was told, and what was answered. */
export interface Kept {
  readonly given: Partial<CallGiven> & Pick<CallGiven, 'reported_at'>
  readonly answered: ReadonlyMap<Answered, string>
}

/** Kept after every answer, so that a lost terminal or a crash loses nothing. */
export async function keep({ ctx, answered }: Form, { given }: Draft): Promise<boolean> {
  return await ctx.draft.write({ given, answered: [...answered] })
}

/** The draft of this seat; absent where there is none. */
export async function readKept(ctx: Ctx): Promise<Kept | undefined> {
  const found = shape.safeParse(await ctx.draft.read())
  if (!found.success) return undefined
  const { given, answered } = found.data
  return { given, answered: new Map(answered as [Answered, string][]) }
}

/** Whoever only looked for somebody has left no call. */
export function isWorthAsking({ given, answered }: Kept): boolean {
  const isCall = [given.phone, given.name, given.symptom].some((value) => value !== undefined)
  return isCall || [...answered.keys()].some((key) => key !== 'who')
}

/** Asks whether to go on with what was left; absent: a new call. */
export async function chooseKept(ctx: Ctx, asker: Asker, kept: Kept): Promise<Kept | undefined> {
  const tell = (words: typeof t.goOn): string => say(words, ctx.language)
  const { given, answered } = kept
  const who = [given.name, given.phone ?? answered.get('who'), given.symptom]
  const what = [sayTime(given.reported_at, ctx, ctx.language), ...who.filter((word) => word !== undefined)]
  const chosen = await asker.key(tell(t.draftFound(what.join('  '))), [
    { key: 'c', word: tell(t.goOn), value: true },
    { key: 'n', word: tell(t.anew), value: false },
  ])
  return chosen === true || chosen === BACK ? kept : undefined
}
