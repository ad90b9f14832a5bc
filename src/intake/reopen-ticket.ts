import { Fault } from '../kernel/faults.ts'
import * as f from '../kernel/flags.ts'
import { intakeWords as t } from '../kernel/messages/intake.ts'
import { ticketWords } from '../kernel/messages/ticket.ts'
import { record } from '../kernel/outcome.ts'
import { verb } from '../kernel/verb.ts'
import { withWarnings } from '../kernel/warning.ts'
import { readOffice } from '../office/queries.ts'
import { changedTicket } from '../ticket/changed-ticket.ts'
import { findLiveTicket } from '../ticket/find-ticket.ts'
import { saveTicket } from '../ticket/queries.ts'
import { isUnrepaired } from '../ticket/rules.ts'
import { ticketView } from '../ticket/views.ts'

/** A mistake is withdrawn, with its reason in the journal; the clock was never stopped. */
export const reopenTicket = verb({
  path: 'reopen',
  summary: t.reopen,
  examples: ['baoxiu reopen KF-20261122-0007 --reason 录错单号', 'baoxiu reopen 7 --reason 用户说没修好'],
  operands: { ticket: f.required(f.text('TICKET', ticketWords.ticket)) },
  flags: { reason: f.required(f.text('TEXT', ticketWords.reason)) },
  faults: ['TICKET_UNKNOWN', 'TICKET_VOID', 'NOT_REPAIRED'],
  async run(ctx, given) {
    return ctx.writing(async (db) => {
      const office = await readOffice(db)
      const before = await findLiveTicket(db, office, given.ticket, ctx)
      if (isUnrepaired(before)) throw new Fault('NOT_REPAIRED', ticketWords.notRepaired(before.ticket_no))
      const withdrawn = {
        repaired_at: null,
        repaired_by: null,
        resolution: null,
        customer_signed_by: null,
        maintainer_signed_by: null,
        returned_at: null,
        no_slip_reason: null,
        closed_at: null,
        filed: 0,
      }
      const after = await saveTicket(db, before, withdrawn, given.reason)
      return record(withWarnings(ticketView, ctx.language), await changedTicket(ctx, db, office, before, after))
    })
  },
})
