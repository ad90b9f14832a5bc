import { readBranches } from '../../office/queries.ts'
import { formWords as t } from '../../kernel/messages/forms.ts'
import type { Judged } from '../../ticket/rules.ts'
import { answerTo } from './form.ts'
import type { Form, FormPlan, Question } from './form.ts'
import { deskPeople, lateNow, maintainersFor, onDutyNow, shared, ticketsIn } from './known.ts'
import { keys, line, when } from './questions.ts'
import { whichTickets } from './ticket-question.ts'

const OPEN = { filter: { unrepaired: true }, order: 'deadline' } as const

const maintainer = (key: string, tickets: string, text: typeof t.to, blank = false): Question =>
  line({
    key,
    text,
    blank,
    offers: (form) => maintainersFor(form, tickets),
    suggestion: async (form) => shared(await ticketsIn(form, tickets), (ticket) => ticket.assigned_to),
  })

/** Art. 2.1. */
export function assignForm(tickets: string): FormPlan {
  const waiting = { ...OPEN, isOffered: (ticket: Judged) => ticket.assigned_to === null }
  return {
    questions: [
      whichTickets({ key: tickets, about: waiting, none: t.noneToSend }),
      line({ key: 'to', text: t.to, offers: (form) => maintainersFor(form, tickets) }),
    ],
  }
}

/** Art. 2.6: the reason, and the appointment where one must be. */
export function holdForm(tickets: string): FormPlan {
  const mustMeet = (form: Form): boolean =>
    ['absent', 'customer-request', 'no-access'].includes(answerTo(form, 'reason') ?? '') ||
    form.verb.flags['appointment']?.required === true
  return {
    questions: [
      whichTickets({ key: tickets, about: OPEN, none: t.noneOpen }),
      keys('reason', t.holdReason),
      line({ key: 'appointment', text: t.appointment, isOpen: mustMeet }),
      line({ key: 'appointment', text: t.appointmentIfAny, blank: true, isOpen: (form) => !mustMeet(form) }),
      maintainer('by', tickets, t.calledBy, true),
      line({ key: 'note', text: t.note, blank: true }),
    ],
  }
}

/** Art. 2.4. */
export function approveForm(tickets: string): FormPlan {
  const about = { filter: { awaitingApproval: true }, order: 'waiting' } as const
  return {
    questions: [
      whichTickets({ key: tickets, about, none: t.noneToApprove }),
      line({ key: 'deadline', text: t.deadline }),
      line({ key: 'by', text: t.approvedBy }),
      line({ key: 'note', text: t.note, blank: true }),
    ],
  }
}

/** Art. 2.2, 2.3: who, when, what was done. */
export function repairForm(tickets: string): FormPlan {
  return {
    questions: [
      whichTickets({ key: tickets, about: OPEN, none: t.noneOpen }),
      maintainer('by', tickets, t.repairedBy),
      when('at', t.repairedAt, (form) => lateNow(form, tickets)),
      line({ key: 'resolution', text: t.resolution }),
    ],
  }
}

/** A customer who asks again. */
export function chaseForm(tickets: string): FormPlan {
  return {
    questions: [
      whichTickets({ key: tickets, about: OPEN, none: t.noneOpen }),
      line({ key: 'note', text: t.note, blank: true }),
      line({ key: 'taken_by', text: t.chasedTo, offers: deskPeople, suggestion: onDutyNow, blank: true }),
    ],
  }
}

/** Art. 2.9: what waits for a township is read out. */
export function notifyForm(tickets: string, townships: ReadonlySet<string>): FormPlan {
  const about = {
    filter: { unrepaired: true },
    order: 'waiting',
    isOffered: ({ intake, handover_no, branch }: Judged) =>
      intake === 'desk' && handover_no === null && townships.has(branch),
  } as const
  return {
    questions: [
      whichTickets({ key: tickets, about, none: t.noneToNotify }),
      line({ key: 'to', text: t.notifiedTo, offers: (form) => maintainersFor(form, tickets) }),
      when('at', t.notifiedAt),
    ],
  }
}

export async function townshipsOf({ ctx }: Pick<Form, 'ctx'>): Promise<ReadonlySet<string>> {
  const branches = await ctx.reading(readBranches)
  return new Set(branches.filter(({ area }) => area === 'township').map(({ code }) => code))
}
