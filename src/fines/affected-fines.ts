import type { ReadDb } from '../kernel/db.ts'
import type { Office } from '../office/office.ts'
import { readSimilar } from '../ticket/queries.ts'
import type { Ticket } from '../ticket/ticket.ts'
import type { ChangedRecords } from './changed-facts.ts'
import { readComplaintsOf } from './complaint-queries.ts'
import { longestWindow } from './repeat-pairs.ts'
import { CASE_COLUMNS } from './rules.ts'

/** Every fine that these changes may concern; what they come to is for the rules to say. */
export async function readAffected(
  db: ReadDb,
  { rules }: Pick<Office, 'rules'>,
  { tickets, complaints }: ChangedRecords,
): Promise<string[]> {
  const ids = new Set([...complaints.keys()].map((no) => `complaint:${no}`))
  for (const [no, { before, after }] of tickets) {
    if (!isOfConcern(before, after)) continue
    ids.add(`overdue:${no}`)
    for (const complaint of await readComplaintsOf(db, no)) ids.add(`complaint:${complaint.complaint_no}`)
    const images = before === undefined ? [after] : [before, after]
    ids.add(`repeat:${no}`)
    for (const image of images) {
      for (const report of await readBlaming(db, image, longestWindow(rules))) ids.add(`repeat:${report.ticket_no}`)
    }
  }
  return [...ids]
}

function isOfConcern(before: Ticket | undefined, after: Ticket): boolean {
  return before === undefined || CASE_COLUMNS.some((column) => before[column] !== after[column])
}

/** The reports that may blame this repair. */
async function readBlaming(db: ReadDb, repair: Ticket, window: number): Promise<Ticket[]> {
  const { repaired_at, ticket_no } = repair
  if (repaired_at === null) return []
  const within = ({ reported_at }: Ticket): boolean => reported_at >= repaired_at && reported_at <= repaired_at + window
  return (await readSimilar(db, repair)).filter((other) => other.ticket_no !== ticket_no && within(other))
}
