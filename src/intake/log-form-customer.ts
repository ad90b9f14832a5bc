import { BACK } from '../kernel/asker.ts'
import type { Back, Choice } from '../kernel/asker.ts'
import { codeWords as w } from '../kernel/messages/codes.ts'
import { logFormWords as t } from '../kernel/messages/log-form.ts'
import { sayTime } from '../kernel/time-words.ts'
import { foldWidth } from '../kernel/width-folding.ts'
import { presentBranch } from '../office/moves-and-ends.ts'
import { ruleAt } from '../office/rules.ts'
import { phoneKeys } from '../ticket/same-customer.ts'
import { isUnrepaired } from '../ticket/rules.ts'
import type { Ticket } from '../ticket/ticket.ts'
import { callersBy, historyOf, isPhone, knownCustomers, phoneOnFile } from './find-customer.ts'
import type { Callers, KnownCustomer } from './find-customer.ts'
import type { Draft, Form, Step } from './log-draft.ts'

/** A mobile number is whole with its eleventh digit: nobody needs to press Enter. */
const isWholeMobile = (typed: string): boolean => /^1\d{10}$/.test(foldWidth(typed).trim())

/** Phone first: any part of what is known of a customer finds them, a whole number that nobody has is a new one. */
export const whoStep: Step = {
  isOpen: ({ who, candidates }) => who === undefined && candidates === undefined,
  async ask(form, draft) {
    for (;;) {
      const suggestion = form.answered.get('who')
      const left = (line: string): void => void form.answered.set('who', foldWidth(line).trim())
      const answer = await form.asker.line(form.tell(t.who), { suggestion, complete: isWholeMobile, left })
      if (answer === BACK) return BACK
      const typed = foldWidth(answer).trim()
      const again = typed === suggestion
      form.answered.set('who', typed)
      const phone = phoneKeys(typed).length > 0 && isPhone(typed) ? typed : undefined
      const found = await form.ctx.reading((db) => callersBy(db, typed))
      if (found.customers.length > 0 || phone !== undefined) {
        return await settle(form, { ...draft, given: { ...draft.given, phone } }, found, again)
      }
      await form.asker.tell([form.tell(t.notFound(typed))])
    }
  },
}

/** A number given as a flag is looked up without asking for it; whose it is only in part, is asked. */
export async function lookUp(form: Form, draft: Draft): Promise<Draft> {
  const { phone, account, name, address } = draft.given
  if (phone === undefined && account === undefined) return draft
  const known = await form.ctx.reading((db) => knownCustomers(db, phone, account))
  const byAccount = { customers: known, isWhole: true, areMore: false }
  const found =
    known.length > 0 || phone === undefined ? byAccount : await form.ctx.reading((db) => callersBy(db, phone))
  const fitting = found.customers.filter(
    (c) => (name ?? c.customer_name) === c.customer_name && (address ?? c.address) === c.address,
  )
  return await settle(form, draft, { ...found, customers: fitting }, !found.isWhole)
}

/** One customer is taken; of several one must be chosen, and of one too where it is to be `asked`. */
async function settle(form: Form, draft: Draft, found: Callers, asked: boolean): Promise<Draft> {
  const [only, another] = found.customers
  if (only === undefined) return await asNew(form, draft)
  if (another !== undefined || asked) return { ...draft, candidates: found }
  return await asKnown(form, draft, only)
}

async function asNew(form: Form, draft: Draft): Promise<Draft> {
  await form.asker.tell([form.tell(t.newCustomer(draft.given.phone ?? ''))])
  return { ...draft, who: 'new' }
}

/** What is known is taken over where the clerk gave nothing; open tickets and late repairs are told at once. */
async function asKnown(form: Form, draft: Draft, customer: KnownCustomer): Promise<Draft> {
  const { ctx, asker } = form
  const { given } = draft
  const { history, branch } = await ctx.reading(async (db) => ({
    history: await historyOf(db, customer),
    branch: await presentBranch(db, customer.branch),
  }))
  const open = history.filter(isUnrepaired)
  await asker.tell([
    cardOf(form, customer),
    ...open.map((ticket) => openLine(form, ticket, customer)),
    ...repairLines(form, draft, history, customer),
  ])
  return {
    ...draft,
    who: 'known',
    open,
    given: {
      ...given,
      phone: phoneOnFile(given.phone, customer),
      name: given.name ?? customer.customer_name,
      address: given.address ?? customer.address,
      branch: given.branch ?? branch,
      account: given.account ?? customer.account_no ?? undefined,
    },
  }
}

function cardOf({ branches, tell }: Form, customer: KnownCustomer): string {
  const branch = branches.find(({ code }) => code === customer.branch)?.name ?? customer.branch
  const account = customer.account_no === null ? [] : [tell(t.accountOf(customer.account_no))]
  return ['  ' + customer.customer_name, customer.address, customer.phone, branch, ...account].join('  ')
}

/** Who it is, where it is not the customer: several may share a phone. */
const nameIfOther = (ticket: Ticket, { customer_name }: KnownCustomer): string =>
  ticket.customer_name === customer_name ? '' : `${ticket.customer_name}  `

function openLine({ ctx, tell }: Form, ticket: Ticket, customer: KnownCustomer): string {
  const what = `${nameIfOther(ticket, customer)}${tell(w.fault_class[ticket.fault_class])}  ${ticket.symptom}`
  const chased = ticket.chases === 0 ? '' : `  ${tell(t.chases(ticket.chases))}`
  return `  ${tell(t.openTicket(ticket.ticket_no, what, sayTime(ticket.reported_at, ctx, ctx.language)))}${chased}`
}

/** Repairs that this report may show not to have lasted (3.2): which class it is, is not known yet. */
function repairLines(
  { ctx, office, tell }: Form,
  { given }: Draft,
  history: readonly Ticket[],
  customer: KnownCustomer,
): string[] {
  const window = ruleAt(office.rules, 'repeat_days', given.reported_at).value * 86_400
  return history.flatMap((ticket) => {
    const { repaired_at } = ticket
    const isRecent =
      repaired_at !== null && repaired_at <= given.reported_at && given.reported_at <= repaired_at + window
    if (!isRecent) return []
    const done = `${tell(w.fault_class[ticket.fault_class])}  ${ticket.resolution ?? ''}`.trim()
    const at = sayTime(repaired_at, ctx, ctx.language)
    const what = nameIfOther(ticket, customer) + done
    return [`  ${tell(t.repairedLately(ticket.ticket_no, what, at, ticket.repaired_by ?? ''))}`]
  })
}

/** Another household on a phone that is known: only the phone stays. */
export async function asAnother(form: Form, draft: Draft): Promise<Draft> {
  const { phone } = draft.given
  for (const key of ['name', 'address', 'branch'] as const) form.answered.delete(key)
  const given = { ...draft.given, name: undefined, address: undefined, branch: undefined, account: undefined }
  await form.asker.tell([form.tell(t.anotherOnPhone(phone ?? ''))])
  return { given, open: [], who: 'new' }
}

const SHOWN = 9

export const whichStep: Step = {
  isOpen: ({ who, candidates }) => who === undefined && candidates !== undefined,
  async ask(form, draft) {
    const { asker, tell } = form
    const { customers = [], areMore = false } = draft.candidates ?? {}
    const shown = customers.slice(0, SHOWN)
    await asker.tell([
      ...shown.map((customer, index) => `${index + 1}${cardOf(form, customer)}`),
      ...(customers.length > SHOWN ? [`  ${tell(t.moreThanShown(customers.length, areMore, SHOWN))}`] : []),
    ])
    const choices: Choice<KnownCustomer | 'new'>[] = shown.map((value, index) => ({
      key: String(index + 1),
      word: '',
      value,
    }))
    if (draft.given.phone !== undefined) choices.push({ key: '0', word: tell(t.anotherOne), value: 'new' })
    const chosen = await asker.key(`${tell(t.which)} 1–${shown.length}`, choices)
    if (chosen === BACK) return BACK
    return chosen === 'new' ? await asNew(form, draft) : await asKnown(form, draft, chosen)
  },
}

const ANOTHER = 'another'

/** A caller who asks about an open ticket is no new report (3.2). */
export const chaseStep: Step = {
  isOpen: ({ open, chase }) => open.length > 0 && chase === undefined,
  async ask(form, draft): Promise<Draft | Back> {
    const { asker, tell } = form
    const letters = draft.open.length === 1 ? ['c'] : draft.open.slice(0, SHOWN).map((_, index) => String(index + 1))
    const choices: Choice<string>[] = letters.map((key, index) => {
      const no = draft.open[index]?.ticket_no ?? ''
      return { key, word: tell(t.chaseOf(no)), value: no }
    })
    const chosen = await asker.key(tell(t.chaseInstead), [
      ...choices,
      { key: 'n', word: tell(t.newReport), value: '' },
      { key: '0', word: tell(t.anotherHousehold), value: ANOTHER },
    ])
    if (chosen === BACK) return BACK
    if (chosen === ANOTHER) return await asAnother(form, draft)
    return chosen === ''
      ? { ...draft, open: [] }
      : { ...draft, chase: { ticket_no: chosen, note: undefined, isNoted: false } }
  },
}

/** What the caller said this time. */
export const chaseNoteStep: Step = {
  isOpen: ({ chase }) => chase?.isNoted === false,
  async ask({ asker, answered, tell }, draft) {
    const left = (line: string): void => void answered.set('note', line.trim())
    const note = await asker.line(tell(t.chaseNote), { blank: true, suggestion: answered.get('note'), left })
    if (note === BACK || draft.chase === undefined) return BACK
    answered.set('note', note)
    return { ...draft, chase: { ...draft.chase, note: note === '' ? undefined : note, isNoted: true } }
  },
}
