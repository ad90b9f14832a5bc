import type { ReadDb } from '../kernel/db.ts'
import type { DatedRule } from '../office/rules.ts'
import { readApprovals, readChases, readHolds } from '../ticket/happenings.ts'
import type { Approval, Chase, Hold } from '../ticket/happenings.ts'
import { readTicket } from '../ticket/queries.ts'
import { earlierRepair } from '../ticket/repeat.ts'
import type { Ticket } from '../ticket/ticket.ts'
import { deadlineOf } from '../ticket/rules.ts'
import type { DeadlineVerdict } from '../ticket/rules.ts'
import type { AsOf } from './booking.ts'
import type { Complaint } from './complaint.ts'
import { readComplaint } from './complaint-queries.ts'
import type { FoundFine } from './find-fine.ts'
import { readOthers } from './findings.ts'

/** Everything on record that a fine rests on. */
export interface Evidence {
  /** The slip: of an overdue repair, of a repeat the second report, of a complaint what it is about. */
  readonly ticket: Ticket | undefined
  readonly clock: DeadlineVerdict | undefined
  readonly holds: readonly Hold[]
  readonly approvals: readonly Approval[]
  readonly chases: readonly Chase[]
  /** The repair that did not last. */
  readonly earlier: Ticket | undefined
  readonly complaint: Complaint | undefined
  /** The dated rules that decided. */
  readonly rules: readonly (DatedRule & { readonly article: string })[]
}

export async function readEvidence(db: ReadDb, asOf: AsOf, { fine, finding }: FoundFine): Promise<Evidence> {
  const no = fine.ticket_no
  const ticket = no === null ? undefined : await readTicket(db, no)
  const isRepeat = fine.kind === 'repeat' && ticket !== undefined
  return {
    ticket,
    clock: ticket === undefined ? undefined : deadlineOf(ticket, asOf.office.rules),
    holds: no === null ? [] : await readHolds(db, no),
    approvals: no === null ? [] : await readApprovals(db, no),
    chases: no === null ? [] : await readChases(db, no),
    earlier: isRepeat ? earlierRepair(ticket, await readOthers(db, ticket), asOf.office.rules) : undefined,
    complaint: fine.kind === 'complaint' ? await readComplaint(db, fine.fine_id.slice('complaint:'.length)) : undefined,
    rules: (finding?.because ?? []).flatMap(({ article, rule }) => (rule === undefined ? [] : [{ ...rule, article }])),
  }
}
