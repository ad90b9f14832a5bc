import * as f from '../kernel/flags.ts'
import { codeWords } from '../kernel/messages/codes.ts'
import { repairWords as t } from '../kernel/messages/repair.ts'
import { ticketWords } from '../kernel/messages/ticket.ts'
import { record } from '../kernel/outcome.ts'
import { verb } from '../kernel/verb.ts'
import { findMaintainer } from '../office/find-people.ts'
import { readOffice, readStaff } from '../office/queries.ts'
import { findUnrepaired } from '../ticket/find-ticket.ts'
import { addHold } from '../ticket/happenings.ts'
import { judge } from '../ticket/rules.ts'
import { HOLD_REASONS } from '../ticket/ticket.ts'
import { ticketView } from '../ticket/views.ts'
import { holding } from './holding.ts'

const AS_FLAGS = { called_at: '--called-at', appointment: '--appointment' }

/** Art. 2.6: nobody at home, or another reason: phoned, appointment made, reason filed. The deadline never moves. */
export const holdTicket = verb({
  path: 'hold',
  summary: t.hold,
  examples: [
    'baoxiu hold 7 --reason absent --appointment "2026-11-23 18:00" --by 王伟',
    'baoxiu hold KF-20261122-0007 --reason parts --appointment "2026-11-24 09:00" --by 王伟 --note 缺放大器',
  ],
  operands: { ticket: f.required(f.text('TICKET', ticketWords.ticket)) },
  flags: {
    reason: f.required(f.choice(HOLD_REASONS, t.holdReason, codeWords.hold_reason)),
    appointment: f.required(f.moment(t.appointment)),
    called_at: f.happened(t.calledAt),
    by: f.text('MAINTAINER', t.by),
    note: f.text('TEXT', ticketWords.note),
  },
  faults: ['TICKET_UNKNOWN', 'TICKET_VOID', 'STAFF_UNKNOWN', 'ALREADY_REPAIRED', 'ALREADY_CLOSED', 'TIME_ORDER'],
  async run(ctx, given) {
    return ctx.writing(async (db) => {
      const office = await readOffice(db)
      const before = await findUnrepaired(db, office, given.ticket, ctx)
      const told = {
        reason: given.reason,
        appointment_at: given.appointment,
        called_at: given.called_at,
        maintainer: given.by === undefined ? null : findMaintainer(await readStaff(db), given.by, before.branch).name,
        note: given.note ?? null,
      }
      const after = await addHold(db, before, holding(before, told, AS_FLAGS, ctx))
      return record(ticketView, judge(after, office.rules, ctx.now))
    })
  },
})
