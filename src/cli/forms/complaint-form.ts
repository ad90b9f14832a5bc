import { BACK } from '../../kernel/asker.ts'
import { formWords as t } from '../../kernel/messages/forms.ts'
import { readBranches } from '../../office/queries.ts'
import type { Form, FormPlan, Question } from './form.ts'
import { maintainersFor } from './known.ts'
import { keys, line, when } from './questions.ts'
import { whichTickets } from './ticket-question.ts'

const ABOUT = { filter: { unrepaired: true }, search: {}, order: 'newest' } as const

const withoutTicket = ({ answers }: Form): boolean => (answers.get('ticket') ?? []).length === 0

/** Art. 3.3: to whom, about which ticket or branch, what was said. */
export const complaintForm: FormPlan = {
  isWanted: (answers) =>
    ['channel', 'content'].some((key) => !answers.has(key)) || !(answers.has('ticket') || answers.has('branch')),
  questions: [
    keys('channel', t.channel),
    whichTickets({
      key: 'ticket',
      about: ABOUT,
      none: t.noneOpen,
      text: t.ofTicket,
      blank: true,
      isOpen: ({ answers }) => !answers.has('branch'),
    }),
    branchQuestion('branch', withoutTicket),
    line({
      key: 'maintainer',
      text: t.ofMaintainer,
      blank: true,
      isOpen: withoutTicket,
      offers: (form) => maintainersFor(form, 'ticket'),
    }),
    line({ key: 'content', text: t.content }),
    line({ key: 'complainant', text: t.complainant, blank: true }),
    when('received_at', t.receivedAt),
  ],
}

/** A branch by its number in the list, its name or its code. */
function branchQuestion(key: string, isOpen: NonNullable<Question['isOpen']>): Question {
  return {
    key,
    isOpen,
    async ask(form) {
      const branches = await form.ctx.reading(readBranches)
      const question = line({ key, text: t.ofBranch, offers: async () => branches.slice(0, 9).map(({ name }) => name) })
      const answer = await question.ask(form)
      if (answer === BACK) return BACK
      return answer.map((typed) => branches.find(({ name }) => name === typed)?.code ?? typed)
    },
  }
}
