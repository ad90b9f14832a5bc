import { askInOrder } from '../kernel/asker.ts'
import type { Asker } from '../kernel/asker.ts'
import type { Ctx } from '../kernel/ctx.ts'
import { Fault } from '../kernel/faults.ts'
import * as f from '../kernel/flags.ts'
import { fieldWords as h } from '../kernel/messages/fields.ts'
import { repairWords as t } from '../kernel/messages/repair.ts'
import { ticketWords } from '../kernel/messages/ticket.ts'
import { record } from '../kernel/outcome.ts'
import { say } from '../kernel/text.ts'
import { flagName, verb } from '../kernel/verb.ts'
import type { Given } from '../kernel/verb.ts'
import * as v from '../kernel/view.ts'
import type { View } from '../kernel/view.ts'
import { withWarnings } from '../kernel/warning.ts'
import { readOffice, readStaff } from '../office/queries.ts'
import { changedTicket } from '../ticket/changed-ticket.ts'
import { alreadyClosed, closerOf, findLiveTicket } from '../ticket/find-ticket.ts'
import { saveTicket } from '../ticket/queries.ts'
import type { Judged } from '../ticket/rules.ts'
import type { Ticket } from '../ticket/ticket.ts'
import { ticketView } from '../ticket/views.ts'
import { AS_FLAGS, closing } from './closing.ts'

const flags = {
  customer_signed: f.text('NAME', t.customerSigned),
  maintainer_signed: f.text('NAME', t.maintainerSigned),
  repaired_at: f.happenedIfGiven(t.repairedAt),
  by: f.text('MAINTAINER', t.by),
  resolution: f.text('TEXT', t.resolution),
  returned_at: f.happened(t.returnedAt),
  no_slip: f.toggle(t.noSlip),
  reason: f.text('TEXT', t.noSlipReason),
}
type CloseGiven = Given<typeof flags>

const closedView: View<Judged> = [
  ...ticketView,
  v.text('no_slip_reason', h.no_slip_reason, (ticket) => ticket.no_slip_reason),
]

/** Art. 2.5: the slip goes back to the customer department with the customer's and the maintainer's signatures. */
export const closeTicket = verb({
  path: 'close',
  summary: t.close,
  notes: t.closeNotes,
  examples: [
    'baoxiu close 7 --customer-signed 张三 --maintainer-signed 王伟',
    'baoxiu close 7 --by 王伟 --resolution 更换接头 --repaired-at 10:20 --customer-signed 张三 --maintainer-signed 王伟',
    'baoxiu close 8 --no-slip --reason 电话指导后恢复 --by 王伟 --resolution 重启机顶盒',
  ],
  operands: { ticket: f.required(f.text('TICKET', ticketWords.ticket)) },
  flags,
  faults: [
    'TICKET_UNKNOWN',
    'TICKET_VOID',
    'ALREADY_CLOSED',
    'ALREADY_REPAIRED',
    'SIGNATURE_MISSING',
    'STAFF_UNKNOWN',
    'TIME_ORDER',
  ],
  async run(ctx, typed) {
    requireOneWay(typed)
    const given = ctx.asker === undefined ? typed : await askForSlip(ctx, ctx.asker, typed)
    return ctx.writing(async (db) => {
      const office = await readOffice(db)
      const before = await findLiveTicket(db, office, given.ticket, ctx)
      if (before.closed_at !== null) throw alreadyClosed(before, await closerOf(db, before), ctx)
      const told = { ...given, no_slip: reasonWithoutSlip(before, given) }
      const after = await saveTicket(db, before, closing(before, told, await readStaff(db), AS_FLAGS, ctx))
      return record(withWarnings(closedView, ctx.language), await changedTicket(ctx, db, office, before, after))
    })
  },
})

/** A slip came back with signatures, or there was none and a reason says why: never half of each. */
function requireOneWay({ no_slip, reason, customer_signed, maintainer_signed }: CloseGiven): void {
  const isSigned = (customer_signed ?? maintainer_signed) !== undefined
  if (no_slip && isSigned) throw new Fault('USAGE', t.signedWithoutSlip)
  if (!no_slip && reason !== undefined) throw new Fault('USAGE', t.reasonWithSlip)
}

/** What stands on the slip and was not given, with what is known on offer; nothing is locked meanwhile. */
async function askForSlip(ctx: Ctx, asker: Asker, given: CloseGiven & { ticket: string }): Promise<typeof given> {
  if (given.no_slip) return given
  const ticket = await ctx.reading(async (db) => findLiveTicket(db, await readOffice(db), given.ticket, ctx))
  if (ticket.closed_at !== null) return given
  const maintainer = given.by ?? ticket.repaired_by ?? ticket.assigned_to ?? undefined
  const repair = [
    { key: 'by', text: t.by, suggestion: maintainer },
    { key: 'resolution', text: t.resolution, suggestion: undefined },
  ] as const
  const signatures = [
    { key: 'customer_signed', text: t.customerSigned, suggestion: ticket.customer_name },
    { key: 'maintainer_signed', text: t.maintainerSigned, suggestion: maintainer },
  ] as const
  const missing = [...(ticket.repaired_at === null ? repair : []), ...signatures].filter(
    ({ key }) => given[key] === undefined,
  )
  if (missing.length > 0)
    await asker.tell(
      [t.slipOf(ticket.ticket_no, ticket.customer_name, ticket.address)].map((text) => say(text, ctx.language)),
    )
  const questions = missing.map(({ key, text, suggestion }) => ({
    key,
    question: `${say(text, ctx.language)} (${flagName(key)}):`,
    suggestion,
  }))
  return { ...given, ...(await askInOrder(asker, questions)) }
}

/** Why no paper ever went out, for a ticket with which none did. */
function reasonWithoutSlip(ticket: Ticket, { no_slip, reason }: CloseGiven): string | undefined {
  if (!no_slip) return undefined
  if (ticket.handover_no !== null && ticket.handover_channel === 'paper') {
    throw new Fault('SIGNATURE_MISSING', t.paperWentOut(ticket.ticket_no, ticket.handover_no))
  }
  if (reason === undefined) throw new Fault('SIGNATURE_MISSING', t.signatures(ticket.ticket_no, ['--reason']))
  return reason
}
