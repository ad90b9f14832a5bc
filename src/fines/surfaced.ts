import { boundsOfMonth, startOfDay } from '../kernel/calendar.ts'
import type { Month } from '../kernel/calendar.ts'
import type { ReadDb, WriteDb } from '../kernel/db.ts'
import { settleTickets } from '../ticket/settling.ts'
import type { SettledSpan } from '../ticket/settling.ts'
import type { AsOf } from './booking.ts'
import { settleComplaints } from './complaint-queries.ts'
import type { Fine } from './fine.ts'
import { hoursEver, readStirred } from './findings.ts'
import { readListedIds } from './queries.ts'
import { inOrder, readFineFiles } from './read-fines.ts'
import { longestWindow } from './repeat-pairs.ts'
import type { Span } from './span.ts'

/**
 * Pending findings of closed months that their stored lists do not hold: they came to light after the close.
 *
 * Only what changed since can have made one, so only tickets and complaints whose revision no month close has looked at
 * are asked: their own findings, and repeats that blame one of them. A close looks at everything in the spans of closed
 * months and lets go of all but the grounds of findings that had surfaced by then (`settle`). So a finding whose ground and
 * blamed repair are both settled was there, unchanged, when the later of the two was settled: if its month was closed
 * by then it was in that month's list or kept unsettled; if its month was closed later, that close put it in the list.
 */
export async function readSurfaced(db: ReadDb, asOf: AsOf): Promise<Fine[]> {
  const ids = new Set<string>()
  for (const span of closedSpans(asOf)) for (const id of await readStirred(db, asOf, span)) ids.add(id)
  const pending: Fine[] = []
  for (const { fine } of await readFineFiles(db, asOf, [...ids])) {
    if (fine?.status === 'pending' && asOf.closed.has(fine.month)) pending.push(fine)
  }
  return inOrder(await notListed(db, pending))
}

async function notListed(db: ReadDb, fines: readonly Fine[]): Promise<Fine[]> {
  const listed = new Map<Month, ReadonlySet<string>>()
  for (const { month } of fines) if (!listed.has(month)) listed.set(month, await readListedIds(db, month))
  return fines.filter((fine) => listed.get(fine.month)?.has(fine.fine_id) !== true)
}

/**
 * A month close has looked at everything in the closed months, the new one with them; what had surfaced before stays to be
 * looked at. For the new month nothing has: its list was just stored.
 */
export async function settle(db: WriteDb, before: AsOf, month: Month): Promise<void> {
  const surfaced = await readSurfaced(db, before)
  const grounds = surfaced.map((fine) => ({ kind: fine.kind, no: fine.fine_id.slice(fine.kind.length + 1) }))
  const tickets = grounds.filter((ground) => ground.kind !== 'complaint').map((ground) => ground.no)
  const complaints = grounds.filter((ground) => ground.kind === 'complaint').map((ground) => ground.no)
  for (const span of closedSpans({ ...before, closed: new Set([...before.closed, month]) })) {
    await settleTickets(db, ticketSpan(before, span), tickets)
    await settleComplaints(db, span, complaints)
  }
}

/** The closed months that can have findings, those that follow one another as one. */
function closedSpans({ office, closed }: AsOf): Span[] {
  const first = startOfDay(office.zone, office.fines_from)
  const spans: Span[] = []
  for (const month of [...closed].sort()) {
    const { from, to } = boundsOfMonth(office.zone, month)
    const before = spans.at(-1)
    if (to <= first) continue
    if (before?.to === from) spans[spans.length - 1] = { from: before.from, to }
    else spans.push({ from: Math.max(from, first), to })
  }
  return spans
}

/** The deadlines of a span were set by earlier reports, its repeats follow earlier repairs. */
function ticketSpan({ office }: AsOf, { from, to }: Span): SettledSpan {
  const { longest } = hoursEver(office.rules)
  return { reported: from - longest * 3600, repaired: from - longestWindow(office.rules), approved: from, to }
}
