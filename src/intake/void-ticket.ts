import { Fault } from '../kernel/faults.ts'
import * as f from '../kernel/flags.ts'
import { intakeWords as t } from '../kernel/messages/intake.ts'
import { ticketWords } from '../kernel/messages/ticket.ts'
import { record } from '../kernel/outcome.ts'
import { verb } from '../kernel/verb.ts'
import { withWarnings } from '../kernel/warning.ts'
import { readOffice } from '../office/queries.ts'
import { changedTicket } from '../ticket/changed-ticket.ts'
import { findLiveTicket, findTicket } from '../ticket/find-ticket.ts'
import { saveTicket } from '../ticket/queries.ts'
import { ticketView } from '../ticket/views.ts'

/** Out of every later batch, board and finding; the number stays, so that no gap needs explaining. */
export const voidTicket = verb({
  path: 'void',
  summary: t.void,
  examples: [
    'baoxiu void KF-20261122-0008 --reason 重复登记 --duplicate-of KF-20261122-0007',
    'baoxiu void 8 --reason 非本公司用户',
  ],
  operands: { ticket: f.required(f.text('TICKET', ticketWords.ticket)) },
  flags: {
    reason: f.required(f.text('TEXT', ticketWords.reason)),
    duplicate_of: f.text('TICKET', t.duplicateOf),
  },
  faults: ['TICKET_UNKNOWN', 'TICKET_VOID'],
  async run(ctx, given) {
    return ctx.writing(async (db) => {
      const office = await readOffice(db)
      const before = await findLiveTicket(db, office, given.ticket, ctx)
      const original =
        given.duplicate_of === undefined ? undefined : await findTicket(db, office, given.duplicate_of, ctx)
      if (original?.ticket_no === before.ticket_no) throw new Fault('INVALID_VALUE', t.ownDuplicate(before.ticket_no))
      const after = await saveTicket(
        db,
        before,
        { void_at: ctx.now, void_reason: given.reason, duplicate_of: original?.ticket_no ?? null },
        given.reason,
      )
      return record(withWarnings(ticketView, ctx.language), await changedTicket(ctx, db, office, before, after))
    })
  },
})
