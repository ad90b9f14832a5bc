import { addDays, dayAt, startOfDay } from '../kernel/calendar.ts'
import type { ReadDb } from '../kernel/db.ts'
import { reportWords as t } from '../kernel/messages/report.ts'
import { record } from '../kernel/outcome.ts'
import { verb } from '../kernel/verb.ts'
import * as v from '../kernel/view.ts'
import type { View } from '../kernel/view.ts'
import type { Instant } from '../kernel/zone.ts'
import { handoverView } from '../handover/batch.ts'
import type { Handover } from '../handover/handover.ts'
import { readUnsigned } from '../handover/queries.ts'
import { nextCutOff } from '../handover/rules.ts'
import type { Office } from '../office/office.ts'
import { readOffice } from '../office/queries.ts'
import { judge } from '../ticket/rules.ts'
import type { Judged } from '../ticket/rules.ts'
import { ticketView } from '../ticket/views.ts'
import { countTickets, readTickets } from './ticket-filter.ts'
import type { TicketFilter, TicketOrder } from './ticket-filter.ts'

/** As many as a person can look at; the counts tell of the rest. */
const MOST = 50
const SOON_SECONDS = 4 * 3600

interface Concern {
  readonly count: number
  readonly tickets: readonly Judged[]
}

/** What needs a person now. */
interface Board {
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

const boardView: View<Board> = [
  v.moment('now', t.now, (b) => b.now),
  v.moment('next_cut_off', t.nextCutOff, (b) => b.next_cut_off),
  v.count('overdue_count', t.overdueTickets, (b) => b.overdue.count),
  v.count('due_soon_count', t.dueSoon, (b) => b.due_soon.count),
  v.count('awaiting_approval_count', t.awaitingApproval, (b) => b.awaiting_approval.count),
  v.count('unsigned_count', t.unsigned, (b) => b.unsigned.length),
  v.count('slips_out_count', t.slipsOut, (b) => b.slips_out.count),
  v.count('appointments_count', t.appointments, (b) => b.appointments.count),
  v.count('without_feedback_count', t.withoutFeedback, (b) => b.without_feedback.count),
  v.list('overdue', t.overdueTickets, ticketView, (b) => b.overdue.tickets),
  v.list('due_soon', t.dueSoon, ticketView, (b) => b.due_soon.tickets),
  v.list('awaiting_approval', t.awaitingApproval, ticketView, (b) => b.awaiting_approval.tickets),
  v.list('unsigned', t.unsigned, handoverView, (b) => b.unsigned.slice(0, MOST)),
  v.list(
    'slips_out',
    t.slipsOut,
    v.withDetails(ticketView, ['ticket_no', 'customer_name', 'branch', 'repaired_at', 'repaired_by']),
    (b) => b.slips_out.tickets,
  ),
  v.list(
    'appointments',
    t.appointments,
    v.withDetails(ticketView, ['ticket_no', 'customer_name', 'phone', 'branch', 'appointment_at', 'hold_reason']),
    (b) => b.appointments.tickets,
  ),
  v.list('without_feedback', t.withoutFeedback, ticketView, (b) => b.without_feedback.tickets),
]

export const showBoard = verb({
  path: 'board',
  summary: t.board,
  examples: ['baoxiu', 'baoxiu board --json'],
  operands: {},
  flags: {},
  faults: [],
  run: async (ctx) => record(boardView, await ctx.reading((db) => readBoard(db, ctx.now))),
})

async function readBoard(db: ReadDb, now: Instant): Promise<Board> {
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
    awaiting_approval: await concern({ awaitingApproval: true }, 'newest'),
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
  const tickets = (await readTickets(db, filter, office.rules, order, MOST)).map((ticket) =>
    judge(ticket, office.rules, now),
  )
  const count = tickets.length < MOST ? tickets.length : await countTickets(db, filter, office.rules)
  return { count, tickets }
}
