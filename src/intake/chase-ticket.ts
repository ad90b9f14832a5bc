import type { Ctx } from '../kernel/ctx.ts'
import * as f from '../kernel/flags.ts'
import { intakeWords as t } from '../kernel/messages/intake.ts'
import { ticketWords } from '../kernel/messages/ticket.ts'
import type { Outcome } from '../kernel/outcome.ts'
import { verb } from '../kernel/verb.ts'
import type { Instant } from '../kernel/zone.ts'
import { aboutName } from '../duty/about-name.ts'
import { changeTickets } from '../ticket/change-tickets.ts'
import { findUnrepaired, requireOrder } from '../ticket/find-ticket.ts'
import { addChase } from '../ticket/happenings.ts'

/** The customer asks again about an open ticket: never a repeat (3.2). */
export const chaseTicket = verb({
  path: 'chase',
  summary: t.chase,
  examples: ['baoxiu chase KF-20261122-0007 --note 用户着急', 'baoxiu chase 7 8 --taken-by 小刘'],
  operands: { tickets: f.required(f.several(f.text('TICKET', ticketWords.ticket))) },
  flags: {
    at: f.happened(t.chasedAt),
    taken_by: f.text('NAME', t.chaseTakenBy),
    note: f.text('TEXT', ticketWords.note),
  },
  faults: ['TICKET_UNKNOWN', 'TICKET_VOID', 'ALREADY_REPAIRED', 'ALREADY_CLOSED', 'TIME_ORDER'],
  run: chase,
})

interface ChaseGiven {
  readonly tickets: readonly string[]
  readonly at: Instant
  readonly taken_by: string | undefined
  readonly note: string | undefined
}

export async function chase(ctx: Ctx, { tickets, at, ...given }: ChaseGiven): Promise<Outcome> {
  const [taken_by, note] = [given.taken_by ?? null, given.note ?? null]
  return changeTickets(ctx, tickets, {
    find: findUnrepaired,
    async change(db, before) {
      requireOrder(['--at', at], ['reported_at', before.reported_at], ctx)
      const notes = await aboutName(db, taken_by)
      return { ticket: await addChase(db, before, { at, taken_by, note }), notes }
    },
  })
}
