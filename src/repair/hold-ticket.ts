import { askedAlong } from '../kernel/asked-flag.ts'
import type { Ctx } from '../kernel/ctx.ts'
import { Fault } from '../kernel/faults.ts'
import * as f from '../kernel/flags.ts'
import { cliWords } from '../kernel/messages/cli.ts'
import { codeWords } from '../kernel/messages/codes.ts'
import { flagWords } from '../kernel/messages/flags.ts'
import { repairWords as t } from '../kernel/messages/repair.ts'
import { ticketWords } from '../kernel/messages/ticket.ts'
import { verb } from '../kernel/verb.ts'
import type { Given } from '../kernel/verb.ts'
import { findMaintainer } from '../office/find-people.ts'
import { readStaff } from '../office/queries.ts'
import type { Staff } from '../office/office.ts'
import { changeTickets } from '../ticket/change-tickets.ts'
import { findUnrepaired } from '../ticket/find-ticket.ts'
import { addHold } from '../ticket/happenings.ts'
import type { Hold } from '../ticket/happenings.ts'
import { HOLD_REASONS, needsAppointment } from '../ticket/ticket.ts'
import type { HoldReason, Ticket } from '../ticket/ticket.ts'
import { holding } from './holding.ts'
import { appointmentWarnings, otherBranchWarnings } from './repair-warnings.ts'

const AS_FLAGS = { called_at: '--called-at', appointment: '--appointment' }

const flags = {
  reason: f.required(f.choice(HOLD_REASONS, t.holdReason, codeWords.hold_reason)),
  appointment: askedAlong(f.moment(t.appointment), {
    when: (answers) => needsAppointment((answers.get('reason')?.[0] ?? 'other') as HoldReason),
  }),
  called_at: f.happened(t.calledAt),
  by: f.text('MAINTAINER', t.by),
  note: f.text('TEXT', ticketWords.note),
}

/** Art. 2.6: nobody at home, or another reason: phoned, appointment made, reason filed. The deadline never moves. */
export const holdTicket = verb({
  path: 'hold',
  summary: t.hold,
  notes: t.holdNotes,
  examples: [
    'baoxiu hold 7 --reason absent --appointment "2026-11-23 18:00" --by 王伟',
    'baoxiu hold 7 8 9 --reason parts --by 王伟 --note 缺放大器',
  ],
  operands: { tickets: f.required(f.several(f.text('TICKET', ticketWords.ticket))) },
  flags,
  faults: [
    'TICKET_UNKNOWN',
    'TICKET_VOID',
    'STAFF_UNKNOWN',
    'STAFF_LEFT',
    'ALREADY_REPAIRED',
    'ALREADY_CLOSED',
    'TIME_ORDER',
  ],
  async run(ctx, given) {
    if (given.appointment === undefined && needsAppointment(given.reason))
      throw new Fault('USAGE', flagWords.missing(['--appointment']), cliWords.seeHelp('hold'))
    return changeTickets(ctx, given.tickets, {
      find: findUnrepaired,
      async change(db, before, office) {
        const staff = await readStaff(db)
        const told = holding(before, holdOf(before, given, staff, ctx), AS_FLAGS, ctx)
        const ticket = await addHold(db, before, told)
        const others = told.maintainer === before.assigned_to ? [] : otherBranchWarnings(ticket, told.maintainer, staff)
        return { ticket, warnings: [...appointmentWarnings(ticket, office.rules, ctx), ...others] }
      },
    })
  },
})

function holdOf(
  { branch }: Ticket,
  { reason, appointment, called_at, by, note }: Given<typeof flags>,
  staff: readonly Staff[],
  { zone }: Ctx,
): Omit<Hold, 'ticket_no' | 'hold'> {
  const maintainer = by === undefined ? null : findMaintainer(staff, by, branch, { at: called_at, zone }).name
  return { reason, appointment_at: appointment ?? null, called_at, maintainer, note: note ?? null }
}
