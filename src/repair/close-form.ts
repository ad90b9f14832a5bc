import { askInOrder } from '../kernel/asker.ts'
import type { Asker, Question } from '../kernel/asker.ts'
import type { Ctx } from '../kernel/ctx.ts'
import { repairWords as t } from '../kernel/messages/repair.ts'
import { say } from '../kernel/text.ts'
import { flagName } from '../kernel/verb.ts'
import { readOffice } from '../office/queries.ts'
import type { Office } from '../office/office.ts'
import { findLiveTicket } from '../ticket/find-ticket.ts'
import type { Ticket } from '../ticket/ticket.ts'
import type { CloseGiven } from './close-flags.ts'
import { timeOf, whyNoTime } from './given-time.ts'
import { lateIfNow } from './repair-warnings.ts'

/** What stands on each slip and was not given, by ticket number; nothing is locked meanwhile. */
export async function askForSlips(
  ctx: Ctx,
  asker: Asker,
  given: CloseGiven & { readonly tickets: readonly string[] },
): Promise<ReadonlyMap<string, CloseGiven>> {
  const slips = new Map<string, CloseGiven>()
  if (given.no_slip) return slips
  const { office, tickets } = await ctx.reading(async (db) => {
    const office = await readOffice(db)
    const tickets: Ticket[] = []
    for (const typed of given.tickets) tickets.push(await findLiveTicket(db, office, typed, ctx))
    return { office, tickets }
  })
  for (const ticket of new Map(tickets.map((ticket) => [ticket.ticket_no, ticket])).values())
    if (ticket.closed_at === null) slips.set(ticket.ticket_no, await askForSlip(ctx, asker, given, ticket, office))
  return slips
}

type Key = 'by' | 'resolution' | 'repaired_at' | 'customer_signed' | 'maintainer_signed'

async function askForSlip(
  ctx: Ctx,
  asker: Asker,
  given: CloseGiven,
  ticket: Ticket,
  office: Office,
): Promise<CloseGiven> {
  const missing = questionsOn(ctx, ticket).filter(({ key }) => given[key] === undefined)
  // The time alone opens no form.
  if (missing.every(({ key }) => key === 'repaired_at')) return given
  const late = given.repaired_at === undefined ? lateIfNow(ticket, office.rules, ctx) : []
  const lead = [t.slipOf(ticket.ticket_no, ticket.customer_name, ticket.address), ...late]
  await asker.tell(lead.map((text) => say(text, ctx.language)))
  const { repaired_at, ...answers } = await askInOrder(asker, missing)
  const at = repaired_at === undefined || repaired_at === '' ? {} : { repaired_at: timeOf(repaired_at, ctx) }
  return { ...given, ...answers, ...at }
}

/** With what is known on offer. */
function questionsOn(ctx: Ctx, ticket: Ticket): Question<Key>[] {
  const maintainer = ticket.repaired_by ?? ticket.assigned_to ?? undefined
  const ask = (key: Key, text: typeof t.by, more: Partial<Question<Key>> = {}): Question<Key> => ({
    key,
    question: `${say(text, ctx.language)} (${flagName(key)}):`,
    ...more,
  })
  const repair = [
    ask('by', t.by, { suggestion: maintainer }),
    ask('resolution', t.resolution),
    ask('repaired_at', t.repairedWhen, { blank: true, refuse: (typed) => whyNoTime(typed, ctx) }),
  ]
  return [
    ...(ticket.repaired_at === null ? repair : []),
    ask('customer_signed', t.customerSigned, { suggestion: ticket.customer_name }),
    ask('maintainer_signed', t.maintainerSigned, { suggestion: maintainer }),
  ]
}
