import type { ReadDb } from '../kernel/db.ts'
import type { Instant } from '../kernel/zone.ts'
import type { DatedRule } from '../office/rules.ts'
import { imageOf, readJournalOf } from '../store/journal.ts'
import type { JournalEntry } from '../store/journal.ts'
import { deadlineOf, isLate } from '../ticket/rules.ts'
import type { FaultClass, Ticket } from '../ticket/ticket.ts'

/** The fault was told to be of another class, whose deadline may have passed by then. */
export interface ClassChange {
  readonly at: Instant
  readonly actor: string
  readonly reason: string | null
  readonly from: FaultClass
  readonly to: FaultClass
  /** By the class before. */
  readonly deadline: Instant | undefined
  readonly had_passed: boolean
}

export interface BranchMove {
  readonly at: Instant
  readonly actor: string
  readonly reason: string | null
  readonly from: string
  readonly to: string
}

/** What became of a ticket before it was repaired, as the journal tells it. */
export interface TicketPast {
  readonly classes: readonly ClassChange[]
  readonly moves: readonly BranchMove[]
  readonly first_handed_over_at: Instant | undefined
}

export const NO_PAST: TicketPast = { classes: [], moves: [], first_handed_over_at: undefined }

export async function readTicketPast(db: ReadDb, ticketNo: string, rules: readonly DatedRule[]): Promise<TicketPast> {
  const changes = (await readJournalOf(db, ticketNo)).filter(({ tbl }) => tbl === 'ticket').map(changeOf)
  return {
    classes: changes.flatMap((change) => classChange(change, rules)),
    moves: changes.flatMap(branchMove),
    first_handed_over_at: changes.find(({ after }) => after.handed_over_at !== null)?.after.handed_over_at ?? undefined,
  }
}

interface TicketEdit extends Pick<JournalEntry, 'at' | 'actor' | 'reason'> {
  readonly before: Ticket | undefined
  readonly after: Ticket
}

function changeOf({ at, actor, reason, before, after }: JournalEntry): TicketEdit {
  // The journal keeps whole rows.
  const images = { before: imageOf(before), after: imageOf(after) } as unknown as Pick<TicketEdit, 'before' | 'after'>
  return { at, actor, reason, ...images }
}

function classChange({ at, actor, reason, before, after }: TicketEdit, rules: readonly DatedRule[]): ClassChange[] {
  if (before === undefined || before.fault_class === after.fault_class) return []
  const { deadline } = deadlineOf(before, rules)
  const had_passed = isLate(deadline, before.repaired_at ?? undefined, at)
  return [{ at, actor, reason, from: before.fault_class, to: after.fault_class, deadline, had_passed }]
}

function branchMove({ at, actor, reason, before, after }: TicketEdit): BranchMove[] {
  if (before === undefined || before.branch === after.branch) return []
  return [{ at, actor, reason, from: before.branch, to: after.branch }]
}
