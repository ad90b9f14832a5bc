import { formWords as t } from '../../kernel/messages/forms.ts'
import { repairWords } from '../../kernel/messages/repair.ts'
import type { Judged } from '../../ticket/rules.ts'
import { answerTo } from './form.ts'
import type { Answers, Form, FormPlan } from './form.ts'
import { lateNow, maintainersFor, shared, ticketsIn } from './known.ts'
import { line, when } from './questions.ts'
import { whichTickets } from './ticket-question.ts'

const ABOUT = { filter: { slipOut: true }, search: {}, order: 'oldest' } as const
const SIGNATURES = ['customer_signed', 'maintainer_signed']

const isEmpty = (answers: Answers, key: string): boolean => (answers.get(key) ?? []).length === 0

/**
 * Art. 2.5: slips that came back, one after the other: the number, the repair where it is not known yet, the signatures
 * with Enter.
 */
export function closeForm(tickets: string): FormPlan {
  /** The slips that are being recorded. */
  let slips: readonly Judged[] = []
  const readSlips = async (form: Form): Promise<void> => {
    slips = (await ticketsIn(form, tickets)).filter((ticket) => ticket.closed_at === null)
    const lines = slips.map((x) => form.tell(repairWords.slipOf(x.ticket_no, x.customer_name, x.address)))
    if (!isEmpty(form.answers, tickets)) await form.asker.tell(lines)
  }
  const unrepaired = (): boolean => slips.some((ticket) => ticket.repaired_at === null)
  const signed = ({ answers }: Form): boolean => slips.length > 0 && isEmpty(answers, 'no_slip')
  const repairer = async (form: Form): Promise<string | undefined> =>
    answerTo(form, 'by') ?? shared(slips, (ticket) => ticket.repaired_by ?? ticket.assigned_to)
  return {
    again: true,
    isWanted: (answers) =>
      isEmpty(answers, tickets) || (isEmpty(answers, 'no_slip') && SIGNATURES.some((key) => isEmpty(answers, key))),
    questions: [
      whichTickets({ key: tickets, about: ABOUT, none: t.noneOut, blank: true, known: readSlips }),
      line({
        key: 'by',
        text: t.repairedBy,
        isOpen: unrepaired,
        offers: (form) => maintainersFor(form, tickets),
        suggestion: repairer,
      }),
      when('repaired_at', t.repairedAt, (form) => lateNow(form, tickets), unrepaired),
      line({ key: 'resolution', text: t.resolution, isOpen: unrepaired }),
      line({
        key: 'customer_signed',
        text: t.customerSigned,
        isOpen: signed,
        suggestion: async () => shared(slips, (ticket) => ticket.customer_name),
      }),
      line({ key: 'maintainer_signed', text: t.maintainerSigned, isOpen: signed, suggestion: repairer }),
    ],
  }
}
