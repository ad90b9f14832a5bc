import { addDays, dayAt, startOfDay } from '../kernel/calendar.ts'
import type { ReadDb } from '../kernel/db.ts'
import type { Instant } from '../kernel/zone.ts'
import { readNotes } from '../duty/desk-notes.ts'
import type { DeskNote } from '../duty/desk-notes.ts'
import type { Handover } from '../handover/handover.ts'
import { planPrint } from '../handover/plan-print.ts'
import { readUnsigned } from '../handover/queries.ts'
import { latestCutOff, nextCutOff } from '../handover/rules.ts'
import type { CutOff } from '../handover/rules.ts'
import type { Branch, Office } from '../office/office.ts'
import { readBranches, readOffice } from '../office/queries.ts'
import type { Judged } from '../ticket/rules.ts'
import { together } from '../kernel/together.ts'
import { countTickets, readJudged } from './ticket-filter.ts'
import type { TicketFilter, TicketOrder } from './ticket-filter.ts'

/** As many as a person can look at; the counts tell of the rest. */
export const MOST = 50
const SOON_SECONDS = 4 * 3600

export interface Concern {
  readonly count: number
  readonly tickets: readonly Judged[]
}

/** A half-day that is over, and whose slips nobody printed yet (1.4). */
export interface DueHandover {
  readonly cutOff: CutOff
  readonly branches: readonly Branch[]
  readonly slips: number
}

/** What needs a person now. */
export interface Board {
  readonly now: Instant
  readonly next_cut_off: Instant
  readonly due_handovers: readonly DueHandover[]
  readonly notes: readonly DeskNote[]
  /** In no batch yet. */
  readonly waiting_count: number
  /** Handed over, and nobody was sent. */
  readonly unassigned_count: number
  readonly overdue: Concern
  readonly due_soon: Concern
  readonly awaiting_approval: Concern
  readonly unsigned: readonly Handover[]
  readonly slips_out: Concern
  readonly appointments: Concern
  readonly missed_appointments: Concern
  readonly reopened_without_slip: Concern
  readonly left_staff_slips: Concern
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
    // Asked together: to a server each question is a way there and back.
    ...(await together({
      due_handovers: readDueHandovers(db, office, now),
      notes: readNotes(db),
      waiting_count: countTickets(db, { waiting: true }, office.rules),
      unassigned_count: countTickets(db, { unassigned: true }, office.rules),
      overdue: concern({ unrepaired: true, dueBefore: now }, 'deadline'),
      due_soon: concern({ unrepaired: true, dueAfter: now, dueBefore: now + SOON_SECONDS + 1 }, 'deadline'),
      awaiting_approval: concern({ awaitingApproval: true }, 'waiting'),
      unsigned: readUnsigned(db),
      slips_out: concern({ slipOut: true }, 'oldest'),
      appointments: concern({ appointment: day }, 'appointment'),
      missed_appointments: concern({ appointment: { from: 0, before: now } }, 'appointment'),
      reopened_without_slip: concern({ slipMissing: true }, 'waiting'),
      left_staff_slips: concern({ assignedToLeaver: true }, 'deadline'),
      without_feedback: concern({ withoutFeedback: true }, 'deadline'),
    })),
  }
}

async function readDueHandovers(db: ReadDb, office: Office, now: Instant): Promise<DueHandover[]> {
  const cutOff = latestCutOff(office, now)
  const branches = await readBranches(db)
  const { frozen } = await planPrint(db, office, cutOff, branches, now)
  if (frozen.length === 0) return []
  const concerned = new Set(frozen.map(({ handover }) => handover.branch))
  const slips = frozen.reduce((sum, { tickets }) => sum + tickets.length, 0)
  return [{ cutOff, branches: branches.filter(({ code }) => concerned.has(code)), slips }]
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
