import type { Ctx } from '../kernel/ctx.ts'
import type { Change, ReadDb } from '../kernel/db.ts'
import type { Warned } from '../kernel/warning.ts'
import type { Office } from '../office/office.ts'
import { judge } from './rules.ts'
import type { Judged } from './rules.ts'
import type { Ticket } from './ticket.ts'

/** One ticket that was changed, as the findings are asked about it; without `before` it is new. */
export function ticketChange(before: Ticket | undefined, after: Ticket): Change {
  const change = { subject: after.ticket_no, table: 'ticket', after }
  return before === undefined ? change : { ...change, before }
}

/** A ticket after its change, with the verdicts on it and the findings that the change makes or unmakes (3.0). */
export async function changedTicket(
  ctx: Pick<Ctx, 'findingChanges' | 'now'>,
  db: ReadDb,
  { rules }: Pick<Office, 'rules'>,
  before: Ticket,
  after: Ticket,
): Promise<Warned<Judged>> {
  const warnings = await ctx.findingChanges(db, [ticketChange(before, after)])
  return { ...judge(after, rules, ctx.now), warnings }
}
