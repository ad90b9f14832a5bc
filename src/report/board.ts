import { addDays, dayAt, startOfDay } from '../kernel/calendar.ts'
import type { ReadDb } from '../kernel/db.ts'
import type { Instant } from '../kernel/zone.ts'
import type { Handover } from '../handover/handover.ts'
import { readUnsigned } from '../handover/queries.ts'
import { nextCutOff } from '../handover/rules.ts'
import type { Office } from '../office/office.ts'
import { readOffice } from '../office/queries.ts'
import type { Judged } from '../ticket/rules.ts'
import { countTickets, readJudged } from './ticket-filter.ts'
import type { TicketFilter, TicketOrder } from './ticket-filter.ts'

/** As many as a person can look at; the counts tell of the rest. */
export const MOST = 50
const SOON_SECONDS = 4 * 3600

export interface Concern {
  readonly count: number
  readonly tickets: readonly Judged[]
}

/** What needs a person now. */
export interface Board {
  readonly now: Instant
  readonly next_cut_off: Instant
  readonly overdue: Concern
  readonly due_soon: Concern
  readonly awaiting_approval: Concern
  readonly unsigned: readonly Handover[]
  readonly slips_out: Concern
  readonly appointments: Concern
  readonly without_feedback: Concern
}

/** Most urgent first in each concern. */
export async function readBoard(db: ReadDb, now: Instant): Promise<Board> {
  const office = await readOffice(db)
  const today = dayAt(office.zone, now)
  const day = { from: startOfDay(office.zone, today), before: startOfDay(office.zone, addDays(today, 1)) }
  const concern = (filter: TicketFilter, order: TicketOrder): Promise<Concern> =>
    readConcern(db, office, now, filter, order)
  return {
    now,
    next_cut_off: nextCutOff(office, now).at,
    overdue: await concern({ unrepaired: true, dueBefore: now }, 'deadline'),
    due_soon: await concern({ unrepaired: true, dueAfter: now, dueBefore: now + SOON_SECONDS + 1 }, 'deadline'),
    awaiting_approval: await concern({ awaitingApproval: true }, 'waiting'),
    unsigned: await readUnsigned(db),
    slips_out: await concern({ slipOut: true }, 'oldest'),
    appointments: await concern({ appointment: day }, 'appointment'),
    without_feedback: await concern({ withoutFeedback: true }, 'deadline'),
  }
}

async function readConcern(
  db: ReadDb,
  office: Office,
  now: Instant,
  filter: TicketFilter,
  order: TicketOrder,
): Promise<Concern> {
  const tickets = await readJudged(db, filter, { rules: office.rules, now }, order, MOST)
  const count = tickets.length < MOST ? tickets.length : await countTickets(db, filter, office.rules)
  return { count, tickets }
}
