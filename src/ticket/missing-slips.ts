import type { ReadDb, WriteDb } from '../kernel/db.ts'
import type { Instant } from '../kernel/zone.ts'
import type { Ticket } from './ticket.ts'

/** A slip that had come back when its ticket was opened again: the branch holds no paper of it (2.5). */
interface MissingSlip {
  readonly ticket_no: string
  readonly missing: number
  readonly since: Instant
  /** When it was printed anew. */
  readonly printed_at: Instant | null
}

const OF_TICKET = `select ticket_no, missing, since, printed_at from missing_slip where ticket_no = $1 order by missing`
const INSERT = `insert into missing_slip (ticket_no, missing, since, printed_at) values ($1, $2, $3, $4)`
const PRINTED = `update missing_slip set printed_at = $3 where ticket_no = $1 and missing = $2`

/** Condition for ticket `t`: its paper is at the desk, and was neither printed anew nor handed over since. */
export const SLIP_MISSING = `exists (select 1 from missing_slip m where m.ticket_no = t.ticket_no
  and m.printed_at is null and (t.handed_over_at is null or t.handed_over_at <= m.since))`

/** Beside what the journal tells of the ticket itself. */
const subjectOf = (ticketNo: string): string => `slip ${ticketNo}`

async function readMissing(db: ReadDb, ticketNo: string): Promise<MissingSlip[]> {
  // Strict columns guarantee the shape.
  return (await db.all(OF_TICKET, [ticketNo])) as unknown as MissingSlip[]
}

export async function addMissingSlip(db: WriteDb, { ticket_no }: Ticket, since: Instant): Promise<void> {
  const missing = (await readMissing(db, ticket_no)).length + 1
  const after: MissingSlip = { ticket_no, missing, since, printed_at: null }
  await db.run(INSERT, [ticket_no, missing, since, null])
  await db.record({ subject: subjectOf(ticket_no), table: 'missing_slip', after })
}

/** The slip went to the printer: the branch can have its paper again. */
export async function markSlipPrinted(db: WriteDb, ticketNo: string, printed_at: Instant): Promise<void> {
  for (const before of await readMissing(db, ticketNo)) {
    if (before.printed_at !== null) continue
    await db.run(PRINTED, [ticketNo, before.missing, printed_at])
    await db.record({ subject: subjectOf(ticketNo), table: 'missing_slip', before, after: { ...before, printed_at } })
  }
}
