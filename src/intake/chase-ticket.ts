import type { Ctx } from '../kernel/ctx.ts'
import * as f from '../kernel/flags.ts'
import { intakeWords as t } from '../kernel/messages/intake.ts'
import { ticketWords } from '../kernel/messages/ticket.ts'
import { record } from '../kernel/outcome.ts'
import type { Outcome } from '../kernel/outcome.ts'
import { verb } from '../kernel/verb.ts'
import type { Instant } from '../kernel/zone.ts'
import { aboutName } from '../duty/about-name.ts'
import { readOffice } from '../office/queries.ts'
import { findUnrepaired, requireOrder } from '../ticket/find-ticket.ts'
import { addChase } from '../ticket/happenings.ts'
import { judge } from '../ticket/rules.ts'
import { ticketView } from '../ticket/views.ts'

/** The customer asks again about an open ticket: never a repeat (3.2). */
export const chaseTicket = verb({
  path: 'chase',
  summary: t.chase,
  examples: ['baoxiu chase KF-20261122-0007 --note 用户着急', 'baoxiu chase 7 --taken-by 小刘'],
  operands: { ticket: f.required(f.text('TICKET', ticketWords.ticket)) },
  flags: {
    at: f.happened(t.chasedAt),
    taken_by: f.text('NAME', t.chaseTakenBy),
    note: f.text('TEXT', ticketWords.note),
  },
  faults: ['TICKET_UNKNOWN', 'TICKET_VOID', 'ALREADY_REPAIRED', 'ALREADY_CLOSED', 'TIME_ORDER'],
  run: chase,
})

interface ChaseGiven {
  readonly ticket: string
  readonly at: Instant
  readonly taken_by: string | undefined
  readonly note: string | undefined
}

export async function chase(ctx: Ctx, given: ChaseGiven): Promise<Outcome> {
  return ctx.writing(async (db) => {
    const office = await readOffice(db)
    const before = await findUnrepaired(db, office, given.ticket, ctx)
    requireOrder(['--at', given.at], ['reported_at', before.reported_at], ctx)
    const taken_by = given.taken_by ?? null
    const notes = await aboutName(db, taken_by)
    const after = await addChase(db, before, { at: given.at, taken_by, note: given.note ?? null })
    return record(ticketView, judge(after, office.rules, ctx.now), { notes })
  })
}
