import { BACK, Cancelled } from '../kernel/asker.ts'
import type { Asker } from '../kernel/asker.ts'
import { readableTime } from '../kernel/calendar.ts'
import type { Ctx } from '../kernel/ctx.ts'
import { codeWords as w } from '../kernel/messages/codes.ts'
import { logFormWords as t } from '../kernel/messages/log-form.ts'
import { say } from '../kernel/text.ts'
import type { Text } from '../kernel/text.ts'
import { sayTime } from '../kernel/time-words.ts'
import { foldWidth } from '../kernel/width-folding.ts'
import { onDutyAt } from '../duty/queries.ts'
import { readBranchEnds } from '../office/moves-and-ends.ts'
import { readBranches, readOffice } from '../office/queries.ts'
import { latestSubject } from '../store/journal.ts'
import { readTicket } from '../ticket/queries.ts'
import { deadlineOf } from '../ticket/rules.ts'
import { FAULT_CLASSES } from '../ticket/ticket.ts'
import type { CallGiven } from './assemble-call.ts'
import { commandOf, isDialled } from './log-command.ts'
import type { Draft, Form, Step } from './log-draft.ts'
import { asAnother, chaseNoteStep, chaseStep, lookUp, whichStep, whoStep } from './log-form-customer.ts'
import { chooseKept, isWorthAsking, keep, readKept } from './kept-draft.ts'
import type { Kept } from './kept-draft.ts'
import { usualSymptoms } from './symptoms.ts'

/** Asks for what is missing, in the order in which people speak on the phone. Nothing is locked while the clerk types. */
export async function fillForm(
  ctx: Ctx,
  asker: Asker,
  { continue: isContinued, ...given }: CallGiven & { readonly continue: boolean },
): Promise<Draft> {
  const kept = await keptBefore(ctx, asker, isContinued)
  const form = await openForm(ctx, asker, kept)
  let draft: Draft = { given: await withTaker(ctx, { ...given, ...present(kept?.given ?? {}) }), open: [] }
  const { taken_by, reported_at } = draft.given
  await asker.tell([form.tell(t.title(readableTime(ctx.zone, reported_at), taken_by)), form.tell(t.keys)])
  draft = await lookUp(form, draft)
  const past: Draft[] = []
  try {
    for (;;) {
      const step = stepsOf(draft).find((one) => one.isOpen(draft))
      if (step === undefined) return draft
      const next = await step.ask(form, draft)
      if (next !== BACK) past.push(draft)
      const before = next === BACK ? past.pop() : next
      if (before === undefined) throw new Cancelled()
      draft = before
      await keep(form, draft)
    }
  } catch (error) {
    throw error instanceof Cancelled ? new Cancelled(await wordsToGoOn(form, draft)) : error
  }
}

/** With what was left before where that is wanted; a plain `log` asks. */
async function keptBefore(ctx: Ctx, asker: Asker, isContinued: boolean): Promise<Kept | undefined> {
  const kept = await readKept(ctx)
  if (kept === undefined || isContinued) return kept
  if (!isWorthAsking(kept)) return undefined
  return await chooseKept(ctx, asker, kept)
}

/** Only what was told: the rest is still to be asked. */
function present(given: Partial<CallGiven>): Partial<CallGiven> {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
}

/** Nothing that was typed is lost: a draft has it; where none can be kept, a command does, and what no flag takes beside it. */
async function wordsToGoOn(form: Form, draft: Draft): Promise<Text[]> {
  if (form.answered.size === 0) return []
  if (await keep(form, draft)) return [t.goOn('baoxiu log --continue')]
  const who = form.answered.get('who') ?? ''
  const hasNoFlag = who !== '' && draft.who === undefined && !isDialled(who)
  return [...(hasNoFlag ? [t.lookedFor(who)] : []), t.goOn(commandOf(draft, form))]
}

async function openForm(ctx: Ctx, asker: Asker, kept: Kept | undefined): Promise<Form> {
  const { office, branches, ended, symptoms } = await ctx.reading(async (db) => ({
    office: await readOffice(db),
    branches: await readBranches(db),
    ended: new Set((await readBranchEnds(db)).map(({ branch }) => branch)),
    symptoms: await usualSymptoms(db, ctx.now),
  }))
  return {
    ctx,
    asker,
    office,
    branches,
    openBranches: branches.filter(({ code }) => !ended.has(code)),
    symptoms,
    answered: new Map(kept?.answered),
    tell: (text) => say(text, ctx.language),
  }
}

/** A person at the same seat goes on taking calls for so long without being asked who it is. */
const SITTING_SECONDS = 2 * 3600

/** Whoever is alone on duty takes the call; else whoever logged the last one at this seat, not long ago. */
async function withTaker(ctx: Ctx, given: CallGiven): Promise<CallGiven> {
  if (given.taken_by !== undefined) return given
  const taken_by = await ctx.reading(async (db) => {
    const onDuty = await onDutyAt(db, given.reported_at)
    if (onDuty.length === 1) return onDuty[0]
    const last = await latestSubject(db, ctx.actor, 'log', ctx.now - SITTING_SECONDS)
    const taker = last === undefined ? undefined : (await readTicket(db, last))?.taken_by
    return onDuty.length === 0 || (taker !== undefined && onDuty.includes(taker)) ? taker : undefined
  })
  return { ...given, taken_by }
}

type TextKey = 'name' | 'address' | 'symptom' | 'taken_by'

function textStep(
  key: TextKey,
  question: Text,
  suggestion: (form: Form) => string | undefined = () => undefined,
): Step {
  return {
    isOpen: ({ given }) => given[key] === undefined,
    async ask(form, draft) {
      const answer = await form.asker.line(form.tell(question), {
        suggestion: form.answered.get(key) ?? suggestion(form),
        left: (line) => form.answered.set(key, line.trim()),
      })
      if (answer === BACK) return BACK
      form.answered.set(key, answer)
      return { ...draft, given: { ...draft.given, [key]: answer.trim() } }
    },
  }
}

const ANOTHER = '0'

/** The usual symptoms each have a key; on a known phone another household has one, too. */
const symptomStep: Step = {
  isOpen: ({ given }) => given.symptom === undefined,
  async ask(form, draft) {
    const { asker, answered, symptoms, tell } = form
    const offers = symptoms.map((word, index) => `${index + 1} ${word}`)
    const all = draft.who === 'known' ? [...offers, `${ANOTHER} ${tell(t.anotherHousehold)}`] : offers
    if (all.length > 0) await asker.tell([`  ${all.join('  ')}`])
    const answer = await asker.line(tell(t.symptom), {
      suggestion: answered.get('symptom'),
      left: (line) => answered.set('symptom', line.trim()),
    })
    if (answer === BACK) return BACK
    const typed = foldWidth(answer).trim()
    if (typed === ANOTHER && draft.who === 'known') return await asAnother(form, draft)
    const symptom = symptoms[Number(/^[1-9]$/.test(typed) ? typed : 0) - 1] ?? answer.trim()
    answered.set('symptom', symptom)
    return { ...draft, given: { ...draft.given, symptom } }
  },
}

/** One key where the branches have keys enough, else a code or name. */
const branchStep: Step = {
  isOpen: ({ given }) => given.branch === undefined,
  async ask({ asker, answered, openBranches: branches, tell }, draft) {
    const named = (branch: string): Draft => {
      answered.set('branch', branch)
      return { ...draft, given: { ...draft.given, branch } }
    }
    if (branches.length < 10) {
      const choices = branches.map(({ code, name }, index) => ({ key: String(index + 1), word: name, value: code }))
      const chosen = await asker.key(tell(t.branch), choices)
      return chosen === BACK ? BACK : named(chosen)
    }
    for (;;) {
      const typed = await asker.line(tell(t.branchLine))
      if (typed === BACK) return BACK
      const fitting = branches.filter(({ code, name }) => name.includes(typed) || code === typed.toUpperCase())
      const [only, another] = fitting
      if (only !== undefined && another === undefined) return named(only.code)
      const near = fitting.length > 0 ? fitting : branches
      await asker.tell([near.map(({ code, name }) => `${code} ${name}`).join('  ')])
    }
  },
}

const classStep: Step = {
  isOpen: ({ given }) => given.class === undefined,
  async ask({ asker, answered, office, ctx, tell }, draft) {
    const { reported_at } = draft.given
    const choices = FAULT_CLASSES.map((fault_class, index) => {
      const { deadline } = deadlineOf({ fault_class, reported_at, approved_deadline: null }, office.rules)
      const word = tell(w.fault_class[fault_class])
      const by = deadline === undefined ? undefined : sayTime(deadline, ctx, ctx.language)
      const told = by === undefined ? t.classApproval(word) : t.classBy(word, by)
      return { key: String(index + 1), word: tell(told), value: fault_class }
    })
    const chosen = await asker.key(tell(t.faultClass), choices)
    if (chosen === BACK) return BACK
    answered.set('class', chosen)
    return { ...draft, given: { ...draft.given, class: chosen } }
  },
}

const takerStep = textStep('taken_by', t.takenBy, ({ ctx }) => ctx.actor)
const CUSTOMER = [whoStep, whichStep, chaseStep]
const REPORT = [textStep('name', t.name), textStep('address', t.address), branchStep, symptomStep, takerStep, classStep]

/** A chase needs to know what was said and who took the call, and nothing more. */
function stepsOf(draft: Draft): readonly Step[] {
  return draft.chase === undefined ? [...CUSTOMER, ...REPORT] : [chaseNoteStep, takerStep]
}
