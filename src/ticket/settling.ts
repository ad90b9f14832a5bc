import type { WriteDb } from '../kernel/db.ts'
import type { Instant } from '../kernel/zone.ts'

/** Reports from `reported` on, and repairs and approved deadlines from the other two on, all before `to`. */
export interface SettledSpan {
  readonly reported: Instant
  readonly repaired: Instant
  readonly approved: Instant
  readonly to: Instant
}

const SETTLE_REPORTED = `
  update ticket set settled_revision = revision
  where settled_revision <> revision and reported_at >= $1 and reported_at < $2`
const SETTLE_REPAIRED = `
  update ticket set settled_revision = revision
  where settled_revision <> revision and repaired_at is not null and repaired_at >= $1 and repaired_at < $2`
const SETTLE_APPROVED = `
  update ticket set settled_revision = revision
  where settled_revision <> revision and approved_deadline is not null and approved_deadline >= $1 and approved_deadline < $2`

/**
 * A month close looked at the tickets of a span; those in `except` stay to be looked at. Any later change of a ticket
 * counts its revision and so unsettles it, whoever makes it. The mark follows from the facts and is not in the journal.
 */
export async function settleTickets(db: WriteDb, span: SettledSpan, except: readonly string[]): Promise<void> {
  await db.run(SETTLE_REPORTED, [span.reported, span.to])
  await db.run(SETTLE_REPAIRED, [span.repaired, span.to])
  await db.run(SETTLE_APPROVED, [span.approved, span.to])
  await db.set(
    'ticket',
    'settled_revision',
    'ticket_no',
    except.map((no) => [0, no]),
  )
}
