import { BACK } from '../../kernel/asker.ts'
import { cut, displayWidth, padEnd, visible } from '../../kernel/display.ts'
import { formWords as t } from '../../kernel/messages/forms.ts'
import type { Text } from '../../kernel/text.ts'
import { leftWords } from '../../kernel/time-words.ts'
import type { Judged } from '../../ticket/rules.ts'
import { shortNumber } from '../../ticket/short-number.ts'
import { ticketsAbout, ticketsTyped } from './find-tickets.ts'
import type { About } from './find-tickets.ts'
import type { Form, Question } from './form.ts'

const SHOWN = 8

interface TicketQuestion {
  readonly key: string
  readonly about: About
  /** Said where there is none to offer. */
  readonly none: Text
  /** Asked in place of the usual words. */
  readonly text?: Text
  /** Nothing may be answered. */
  readonly blank?: boolean
  readonly isOpen?: Question['isOpen']
  readonly known?: Question['known']
}

/** Which tickets: those that it may be about are listed; a number, several, a phone, a name or an address will do. */
export function whichTickets({ key, about, none, text, blank = false, isOpen, known: told }: TicketQuestion): Question {
  return {
    key,
    ...(isOpen && { isOpen }),
    ...(told && { known: told }),
    async ask(form) {
      const { asker, ctx, offered, tell, verb } = form
      const takesMany = (verb.operands[key] ?? verb.flags[key])?.many === true
      await asker.tell(listing(await ticketsAbout(ctx, about), form, none))
      for (;;) {
        const known = offered.get(key)?.join(' ')
        const answer = await asker.line(tell(text ?? (takesMany ? t.whichTickets : t.whichTicket)), {
          blank,
          ...(known !== undefined && known !== '' && { suggestion: known }),
          left: (typed) => offered.set(key, [typed]),
        })
        if (answer === BACK) return BACK
        if (answer.trim() === '') return []
        const found = await ticketsTyped(ctx, answer, about)
        const isClear = found.length === 1 || (takesMany && found.length > 0 && found.length === wordsIn(answer))
        if (isClear) return found.map((ticket) => ticket.ticket_no)
        await asker.tell(listing(found, form, t.noneFound(answer)))
      }
    },
  }
}

const wordsIn = (typed: string): number => typed.trim().split(/[\s,，、;；]+/).length

/** A line for each: its short number, who, what, where, who was sent, how long there is. */
function listing(tickets: readonly Judged[], form: Form, none: Text): string[] {
  if (tickets.length === 0) return [`  ${form.tell(none)}`]
  const shown = tickets.slice(0, SHOWN)
  const numbers = shown.map((ticket) => shortNumber(ticket, form.ctx))
  const width = Math.max(...numbers.map((number) => displayWidth(number)))
  const room = Math.max(20, (form.ctx.out.columns ?? 80) - 2)
  const lines = shown.map((ticket, index) =>
    cut(`  ${padEnd(numbers[index] ?? '', width)}  ${inWords(ticket, form)}`, room),
  )
  const more = tickets.length - shown.length
  return more > 0 ? [...lines, `  ${form.tell(t.moreTickets(more))}`] : lines
}

function inWords(ticket: Judged, { ctx }: Form): string {
  const who = ticket.repaired_by ?? ticket.assigned_to ?? ''
  const left =
    ticket.deadline === undefined || ticket.repaired_at !== null
      ? ''
      : leftWords(ticket.deadline, ctx.now, ctx.language)
  return [ticket.customer_name, ticket.symptom, who, left, ticket.address, ticket.phone]
    .filter((word) => word !== '')
    .map((word) => visible(word))
    .join('  ')
}
