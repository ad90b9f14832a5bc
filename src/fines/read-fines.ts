import { boundsOfMonth, monthAt } from '../kernel/calendar.ts'
import type { Month } from '../kernel/calendar.ts'
import type { ReadDb } from '../kernel/db.ts'
import type { Instant } from '../kernel/zone.ts'
import { readOffice } from '../office/queries.ts'
import type { AsOf } from './booking.ts'
import { NO_HISTORY, standingLine } from './decision.ts'
import type { History } from './decision.ts'
import { fineOf } from './fine.ts'
import type { Fine } from './fine.ts'
import { readFinding, readFindings } from './findings.ts'
import { readBookedFines, readClosedMonths, readHistories, readLostMonths } from './queries.ts'
import type { Finding } from './rules.ts'
import { ALWAYS } from './span.ts'

export async function readAsOf(db: ReadDb, now: Instant): Promise<AsOf> {
  const [office, closed] = [await readOffice(db), await readClosedMonths(db)]
  // A month whose record is gone must not open again.
  return { office, now, closed: new Set([...closed, ...(await readLostMonths(db, office, closed))]) }
}

/** The fines of a month as they stand now, or all, in order of occurrence. */
export async function readFines(db: ReadDb, asOf: AsOf, month?: Month): Promise<Fine[]> {
  if (month !== undefined) return readFinesFrom(db, asOf, month, month)
  return readStanding(db, asOf, await readFindings(db, asOf, ALWAYS), await readBookedFines(db))
}

/** The fines of several months that follow one another; cheaper than one after the other. */
export async function readFinesFrom(db: ReadDb, asOf: AsOf, first: Month, last: Month): Promise<Fine[]> {
  const { zone } = asOf.office
  const span = { from: boundsOfMonth(zone, first).from, to: boundsOfMonth(zone, last).to }
  const booked = await readBookedFines(db, first, last)
  const fines = await readStanding(db, asOf, await readFindings(db, asOf, span), booked, true)
  return fines.filter((fine) => fine.month >= first && fine.month <= last)
}

async function readStanding(
  db: ReadDb,
  asOf: AsOf,
  findings: readonly Finding[],
  booked: readonly string[],
  within = false,
): Promise<Fine[]> {
  const byId = new Map<string, Finding | undefined>(booked.map((fineId) => [fineId, undefined]))
  for (const finding of findings) byId.set(finding.fine_id, finding)
  const histories = await readHistories(db, [...byId.keys()])
  if (within) await findElsewhere(db, asOf, byId, histories)
  return inOrder(
    [...byId].flatMap(([id, finding]) => fineOf(finding, histories.get(id) ?? NO_HISTORY, asOf.office.zone) ?? []),
  )
}

/** A fine of the span that was taken back may by now have occurred outside it. */
async function findElsewhere(
  db: ReadDb,
  asOf: AsOf,
  byId: Map<string, Finding | undefined>,
  histories: ReadonlyMap<string, History>,
): Promise<void> {
  for (const [id, finding] of byId) {
    if (finding !== undefined || standingLine(histories.get(id) ?? NO_HISTORY) !== undefined) continue
    byId.set(id, await readFinding(db, asOf, id))
  }
}

/** Everything about one fine; costs only its own ticket. */
export interface FineFile {
  readonly fineId: string
  readonly finding: Finding | undefined
  readonly history: History
  /** Absent: the facts do not say so, and nothing was ever booked. */
  readonly fine: Fine | undefined
}

/** Several, each at the cost of its own ticket. */
export async function readFineFiles(db: ReadDb, asOf: AsOf, fineIds: readonly string[]): Promise<FineFile[]> {
  const histories = await readHistories(db, fineIds)
  const files: FineFile[] = []
  for (const fineId of fineIds) {
    const finding = await readFinding(db, asOf, fineId)
    const history = histories.get(fineId) ?? NO_HISTORY
    files.push({ fineId, finding, history, fine: fineOf(finding, history, asOf.office.zone) })
  }
  return files
}

export function inOrder(fines: readonly Fine[]): Fine[] {
  return [...fines].sort((a, b) => a.occurred_at - b.occurred_at || (a.fine_id < b.fine_id ? -1 : 1))
}

export function currentMonth({ office, now }: AsOf): Month {
  return monthAt(office.zone, now)
}
