import type { Change, ReadDb } from '../kernel/db.ts'
import { readSimilar, readTicket } from '../ticket/queries.ts'
import type { Ticket } from '../ticket/ticket.ts'
import { readRecord } from './complaint-queries.ts'
import { liabilityOf } from './complaint.ts'
import type { Complaint } from './complaint.ts'
import type { Facts } from './past.ts'

/** One row that was changed, and how it was before; absent: it is new. */
interface Changed<T> {
  readonly before: T | undefined
  readonly after: T
}

/** The tickets and complaints of several changes, each as it was before the first and is after the last. */
export interface ChangedRecords {
  readonly tickets: ReadonlyMap<string, Changed<Ticket>>
  readonly complaints: ReadonlyMap<string, Changed<Complaint>>
}

export function changedRecords(changes: readonly Change[]): ChangedRecords {
  return { tickets: changedIn<Ticket>(changes, 'ticket'), complaints: changedIn<Complaint>(changes, 'complaint') }
}

function changedIn<T>(changes: readonly Change[], table: string): Map<string, Changed<T>> {
  const found = new Map<string, Changed<T>>()
  for (const { subject, before, after } of changes.filter((change) => change.table === table)) {
    const first = found.get(subject)
    // Whoever records a change hands in whole rows.
    const was = first === undefined ? (before as T | undefined) : first.before
    found.set(subject, { before: was, after: after as T })
  }
  return found
}

/** The facts as they were before these changes, which the database holds already. */
export function factsBeforeChanges(db: ReadDb, { tickets, complaints }: ChangedRecords): Facts {
  const ticket = async (no: string): Promise<Ticket | undefined> => {
    const changed = tickets.get(no)
    return changed === undefined ? await readTicket(db, no) : changed.before
  }
  return {
    ticket,
    async complaint(no) {
      const changed = complaints.get(no)
      const complaint = changed === undefined ? await readRecord(db, no) : changed.before
      if (complaint === undefined) return undefined
      const about = complaint.ticket_no === null ? undefined : await ticket(complaint.ticket_no)
      if (about !== undefined) return { ...complaint, ...liabilityOf(about, complaint.received_at) }
      return { ...complaint, branch: complaint.branch ?? '' }
    },
    async others(customer) {
      const found = new Map((await readSimilar(db, customer)).map((other) => [other.ticket_no, other]))
      for (const [no, { before }] of tickets) {
        if (before === undefined) found.delete(no)
        else found.set(no, before)
      }
      found.delete(customer.ticket_no)
      return [...found.values()]
    },
  }
}
