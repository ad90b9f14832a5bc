import type { Ctx } from '../../kernel/ctx.ts'
import type { Verb } from '../../kernel/verb.ts'
import type { FormPlan } from './form.ts'

/** What stands first after the command: a ticket, several, a fine. */
const operandOf = (verb: Verb): string => Object.keys(verb.operands)[0] ?? ''

type Open = (verb: Verb, ctx: Ctx) => Promise<FormPlan>

const FORMS: Readonly<Record<string, Open>> = {
  assign: async (verb) => (await import('./repair-forms.ts')).assignForm(operandOf(verb)),
  hold: async (verb) => (await import('./repair-forms.ts')).holdForm(operandOf(verb)),
  approve: async (verb) => (await import('./repair-forms.ts')).approveForm(operandOf(verb)),
  repair: async (verb) => (await import('./repair-forms.ts')).repairForm(operandOf(verb)),
  chase: async (verb) => (await import('./repair-forms.ts')).chaseForm(operandOf(verb)),
  notify: async (verb, ctx) => {
    const { notifyForm, townshipsOf } = await import('./repair-forms.ts')
    return notifyForm(operandOf(verb), await townshipsOf({ ctx }))
  },
  close: async (verb) => (await import('./close-form.ts')).closeForm(operandOf(verb)),
  'complaint add': async () => (await import('./complaint-form.ts')).complaintForm,
  'fines confirm': async (verb) => (await import('./fine-forms.ts')).confirmForm(operandOf(verb)),
  'fines dismiss': async (verb) => (await import('./fine-forms.ts')).dismissForm(operandOf(verb)),
  'handover sign': async () => (await import('./desk-forms.ts')).signForm,
  'duty on': async () => (await import('./desk-forms.ts')).onForm,
  'duty off': async () => (await import('./desk-forms.ts')).offForm,
  search: async () => (await import('./desk-forms.ts')).searchForm,
}

/** The form of a command, where it has one of its own. */
export async function formFor(verb: Verb, ctx: Ctx): Promise<FormPlan | undefined> {
  return Object.hasOwn(FORMS, verb.path) ? await FORMS[verb.path]?.(verb, ctx) : undefined
}
