import { KEYS, chunksOf } from '../kernel/chunks.ts'
import type { ReadDb } from '../kernel/db.ts'
import type { Instant } from '../kernel/zone.ts'
import type { Hold } from '../ticket/happenings.ts'
import type { HoldReason } from '../ticket/ticket.ts'
import type { Fine } from './fine.ts'

const WITH_CUSTOMER: ReadonlySet<HoldReason> = new Set(['absent', 'customer-request', 'no-access'])

/** Art. 2.6, 3.0: the reason lies with the customer, and the hold began before the deadline; a person decides. */
export function mayExcuse({ reason, called_at }: Pick<Hold, 'reason' | 'called_at'>, deadline: Instant): boolean {
  return WITH_CUSTOMER.has(reason) && called_at < deadline
}

const HOLDS_OF = `
  select ticket_no, reason, called_at from hold where ticket_no in ${KEYS} order by ticket_no, hold`

/** Pending overdue fines with a hold that may excuse them, by their ids. */
export async function readExcusable(db: ReadDb, fines: readonly Fine[]): Promise<string[]> {
  const overdue = new Map<string, Fine>()
  for (const fine of fines) {
    if (fine.kind === 'overdue' && fine.status === 'pending' && fine.ticket_no !== null)
      overdue.set(fine.ticket_no, fine)
  }
  const excusable = new Set<string>()
  for (const chunk of chunksOf([...overdue.keys()])) {
    // Strict columns guarantee the shape.
    for (const hold of (await db.all(HOLDS_OF, chunk)) as unknown as Hold[]) {
      const fine = overdue.get(hold.ticket_no)
      if (fine !== undefined && mayExcuse(hold, fine.occurred_at)) excusable.add(fine.fine_id)
    }
  }
  return [...excusable]
}
