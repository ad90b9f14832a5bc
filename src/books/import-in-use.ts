import type { ReadDb } from '../kernel/db.ts'
import { Fault } from '../kernel/faults.ts'
import { moreBookWords as t } from '../kernel/messages/books-more.ts'
import type { Instant } from '../kernel/zone.ts'
import type { AsOf } from '../fines/booking.ts'
import type { Decision } from '../fines/decision.ts'
import { readDecidedOn, readEvidence } from '../fines/evidence.ts'
import type { Evidence } from '../fines/evidence.ts'
import { readClosedMonths, readHistories, readListedIds } from '../fines/queries.ts'
import { readAsOf } from '../fines/read-fines.ts'
import { readTickets } from '../ticket/queries.ts'
import { changedTicketOf } from '../ticket/taken-back.ts'

const POINTED_AT = `
  select ticket_no from ticket
  where import_id = $1 and (ticket_no in (select ticket_no from handover_slip)
    or ticket_no in (select ticket_no from complaint where ticket_no is not null))
  order by ticket_no limit 1`

/** Nothing that happened since may lose its ground: one change, or one decision, and the import stays. */
export async function requireUnused(db: ReadDb, now: Instant, importId: string): Promise<void> {
  const changed = (await changedTicketOf(db, importId)) ?? (await db.get(POINTED_AT, [importId]))?.ticket_no
  if (changed !== undefined) throw new Fault('IMPORT_IN_USE', t.changedSince(importId, String(changed)))
  const ground = await groundIn(db, await readAsOf(db, now), importId)
  if (ground !== undefined) {
    throw new Fault('IMPORT_IN_USE', t.groundOf(importId, ground.ticket_no, ground.fine_id))
  }
}

const DECIDED = `select distinct fine_id from decision order by fine_id`

/** A fine that was decided, or listed by a closed month, on the ground of a ticket of the import. */
async function groundIn(
  db: ReadDb,
  asOf: AsOf,
  importId: string,
): Promise<{ ticket_no: string; fine_id: string } | undefined> {
  const judged = await judgedFines(db)
  const histories = await readHistories(
    db,
    judged.map(({ fine_id }) => fine_id),
  )
  const tickets = await readTickets(db, [...new Set(judged.map(({ ticket_no }) => ticket_no))])
  for (const { fine_id, kind, ticket_no } of judged) {
    const ticket = tickets.get(ticket_no)
    if (ticket === undefined) continue
    if (ticket.import_id === importId) return { ticket_no, fine_id }
    if (kind !== 'repeat') continue
    for (const { earlier } of await evidenceOf(db, asOf, fine_id, histories.get(fine_id)?.decisions ?? []))
      if (earlier?.import_id === importId) return { ticket_no: earlier.ticket_no, fine_id }
  }
  return undefined
}

/** What a fine rests on now, and what each decision on it rested on. */
async function evidenceOf(
  db: ReadDb,
  asOf: AsOf,
  fineId: string,
  decisions: readonly Decision[],
): Promise<readonly Evidence[]> {
  const found = [await readEvidence(db, asOf, fineId)]
  for (const decision of decisions) {
    const then = await readDecidedOn(db, asOf, fineId, decision)
    if (then !== undefined) found.push(then)
  }
  return found
}

async function judgedFines(db: ReadDb): Promise<{ fine_id: string; kind: string; ticket_no: string }[]> {
  const ids = new Set((await db.all(DECIDED)).map((row) => String(row.fine_id)))
  for (const month of await readClosedMonths(db)) for (const id of await readListedIds(db, month)) ids.add(id)
  return [...ids].flatMap((fine_id) => {
    const [kind = '', ticket_no = ''] = fine_id.split(/:(.*)/s)
    return kind === 'complaint' ? [] : [{ fine_id, kind, ticket_no }]
  })
}
