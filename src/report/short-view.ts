import type { Ctx } from '../kernel/ctx.ts'
import { codeWords as w } from '../kernel/messages/codes.ts'
import { fieldWords as h } from '../kernel/messages/fields.ts'
import { reportWords as t } from '../kernel/messages/report.ts'
import { say } from '../kernel/text.ts'
import { leftWords } from '../kernel/time-words.ts'
import * as v from '../kernel/view.ts'
import type { View } from '../kernel/view.ts'
import type { Branch } from '../office/office.ts'
import { isUnrepaired } from '../ticket/rules.ts'
import type { Judged } from '../ticket/rules.ts'
import { shortNumber } from '../ticket/short-number.ts'

/** What a clerk looks for in a list, so that it fits 80 columns: the rest is told by `show`. */
export function shortView(tickets: readonly Judged[], branches: readonly Branch[], ctx: Ctx): View<Judged> {
  // A table is as wide as its first rows are: the numbers of later ones must not be broken.
  const width = tickets.reduce((most, ticket) => Math.max(most, shortNumber(ticket, ctx).length), 0)
  const nameOf = (code: string): string => branches.find((branch) => branch.code === code)?.name ?? code
  return v.withSpares(
    [
      v.toned(
        v.code('ticket_no', t.number, (x) => shortNumber(x, ctx).padEnd(width), {}),
        toneOf,
      ),
      v.code('status', h.status, (x) => x.status, w.status),
      v.text('customer_name', t.customer, (x) => x.customer_name),
      v.text('symptom', t.symptom, (x) => x.symptom),
      v.code('branch', h.branch, (x) => nameOf(x.branch), {}),
      v.text('maintainer', t.who, (x) => x.repaired_by ?? x.assigned_to),
      v.toned(
        v.code('left', t.left, (x) => leftOf(x, ctx), {}),
        toneOf,
      ),
      v.text('address', h.address, (x) => x.address),
      v.text('phone', h.phone, (x) => x.phone),
    ],
    ['phone', 'address', 'branch', 'status'],
  )
}

/** How long there is to a deadline; of a repair, whether it was late. */
function leftOf(ticket: Judged, { now, language }: Ctx): string {
  const { deadline, late } = ticket
  if (deadline !== undefined && isUnrepaired(ticket)) return leftWords(deadline, now, language)
  return late === true ? say(t.wasLate, language) : ''
}

function toneOf(ticket: Judged): v.Tone | undefined {
  if (ticket.status === 'void') return 'past'
  return ticket.late === true ? 'bad' : undefined
}
