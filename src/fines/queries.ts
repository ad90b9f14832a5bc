import { nextMonth } from '../kernel/calendar.ts'
import type { Month } from '../kernel/calendar.ts'
import { KEYS, chunksOf } from '../kernel/chunks.ts'
import type { ReadDb, Row, WriteDb } from '../kernel/db.ts'
import type { Instant } from '../kernel/zone.ts'
import { nextNumber } from '../office/numbering.ts'
import type { Office } from '../office/office.ts'
import type { Decision, History, LedgerLine } from './decision.ts'

const DECISION_COLUMNS = 'decision, fine_id, verdict, ground, reason, branch, maintainer, decided_at, decided_by'
const LINE_COLUMNS = `line, booked_month, month, fine_id, kind, channel, ticket_no, occurred_at, amount, branch, maintainer,
  entry, decided_at, decided_by, reason`
const DECISIONS = `select ${DECISION_COLUMNS} from decision where fine_id in ${KEYS} order by decision`
const LINES = `select ${LINE_COLUMNS} from ledger_line where fine_id in ${KEYS} order by line`
const LINES_BOOKED = `select ${LINE_COLUMNS} from ledger_line where booked_month = $1 order by line`
const ALL_LINES = `select ${LINE_COLUMNS} from ledger_line order by line`
const FINES_OF_MONTHS = `select distinct fine_id from ledger_line where month >= $1 and month <= $2 order by fine_id`
const ALL_FINES = `select distinct fine_id from ledger_line order by fine_id`
const FIRST_BOOKED = `select min(booked_month) as month from ledger_line`
const FIRST_OF_CASE = `select min(month) as month from ledger_line`
const INSERT_DECISION = `
  insert into decision (${DECISION_COLUMNS}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`
const INSERT_LINE = `
  insert into ledger_line (${LINE_COLUMNS}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`

/** Strict columns and checks of the tables guarantee the shape. */
function shaped<T>(rows: readonly Row[]): T[] {
  return rows as unknown as T[]
}

/** What was decided and booked about these fines; those about which nothing was are absent. */
export async function readHistories(db: ReadDb, fineIds: readonly string[]): Promise<Map<string, History>> {
  const histories = new Map<string, { decisions: Decision[]; lines: LedgerLine[] }>()
  const of = (fineId: string): { decisions: Decision[]; lines: LedgerLine[] } => {
    const known = histories.get(fineId) ?? { decisions: [], lines: [] }
    histories.set(fineId, known)
    return known
  }
  for (const chunk of chunksOf(fineIds)) {
    for (const decision of shaped<Decision>(await db.all(DECISIONS, chunk)))
      of(decision.fine_id).decisions.push(decision)
    for (const line of shaped<LedgerLine>(await db.all(LINES, chunk))) of(line.fine_id).lines.push(line)
  }
  return histories
}

/** The lines booked in a month, or all. */
export async function readLines(db: ReadDb, booked?: Month): Promise<LedgerLine[]> {
  return shaped<LedgerLine>(booked === undefined ? await db.all(ALL_LINES) : await db.all(LINES_BOOKED, [booked]))
}

/** The fines that were ever booked for cases of some months, or of any. */
export async function readBookedFines(db: ReadDb, first?: Month, last = first): Promise<string[]> {
  const all = first === undefined || last === undefined
  const rows = all ? await db.all(ALL_FINES) : await db.all(FINES_OF_MONTHS, [first, last])
  return rows.map((row) => String(row.fine_id))
}

/** The first month that has lines, of cases or of bookings. */
export async function readFirstBooked(db: ReadDb): Promise<Month | undefined> {
  const months = [await db.get(FIRST_BOOKED), await db.get(FIRST_OF_CASE)].flatMap((row) => row?.month ?? [])
  return months.map(String).sort()[0]
}

/** Appends a decision and the lines that it books, with their journal entries. */
export async function appendDecision(
  db: WriteDb,
  draft: Omit<Decision, 'decision'>,
  lines: readonly Omit<LedgerLine, 'line'>[],
): Promise<void> {
  const d: Decision = { decision: await nextNumber(db, 'decision'), ...draft }
  await db.run(INSERT_DECISION, [
    d.decision,
    d.fine_id,
    d.verdict,
    d.ground,
    d.reason,
    d.branch,
    d.maintainer,
    d.decided_at,
    d.decided_by,
  ])
  await db.record({ subject: d.fine_id, table: 'decision', after: d })
  for (const line of lines) await appendLine(db, { line: await nextNumber(db, 'ledger_line'), ...line })
}

async function appendLine(db: WriteDb, l: LedgerLine): Promise<void> {
  const where = [l.line, l.booked_month, l.month, l.fine_id, l.kind, l.channel, l.ticket_no, l.occurred_at]
  const what = [l.amount, l.branch, l.maintainer, l.entry, l.decided_at, l.decided_by, l.reason]
  await db.run(INSERT_LINE, [...where, ...what])
  await db.record({ subject: l.fine_id, table: 'ledger_line', after: l })
}

/** A month as it was closed: rows as JSON, with their hash. */
export interface MonthClose {
  readonly month: Month
  readonly closed_at: Instant
  readonly closed_by: string
  readonly summary: string
  readonly list: string
  /** SHA-256 of month, summary and list. */
  readonly hash: string
}

const CLOSED_MONTHS = `select month from month_close order by month`
const MONTH_CLOSE = `select month, closed_at, closed_by, summary, list, hash from month_close where month = $1`
const INSERT_MONTH_CLOSE = `
  insert into month_close (month, closed_at, closed_by, summary, list, hash) values ($1, $2, $3, $4, $5, $6)`

export async function readClosedMonths(db: ReadDb): Promise<ReadonlySet<Month>> {
  return new Set((await db.all(CLOSED_MONTHS)).map((row) => String(row.month)))
}

const CLOSES = `select month, closed_at from month_close order by month`

export async function readCloses(db: ReadDb): Promise<Pick<MonthClose, 'month' | 'closed_at'>[]> {
  return shaped(await db.all(CLOSES))
}

const CLOSED_ONCE = `select distinct subject as month from journal where tbl = 'month_close' and subject in ${KEYS} order by subject`

/** Months that were closed, by the journal and by how far the office has closed, and of which no record is left. */
export async function readLostMonths(
  db: ReadDb,
  { fines_from, closed_month }: Pick<Office, 'fines_from' | 'closed_month'>,
  closed: ReadonlySet<Month>,
): Promise<Month[]> {
  if (closed_month === undefined) return []
  const gaps: Month[] = []
  const first = [fines_from.slice(0, 7), closed_month, ...closed].sort()[0] ?? closed_month
  for (let month = first; month < closed_month; month = nextMonth(month)) if (!closed.has(month)) gaps.push(month)
  const lost = new Set(closed.has(closed_month) ? [] : [closed_month])
  for (const chunk of chunksOf(gaps)) for (const { month } of await db.all(CLOSED_ONCE, chunk)) lost.add(String(month))
  return [...lost].sort()
}

export async function readMonthClose(db: ReadDb, month: Month): Promise<MonthClose | undefined> {
  const row = await db.get(MONTH_CLOSE, [month])
  return row === undefined ? undefined : shaped<MonthClose>([row])[0]
}

export async function insertMonthClose(db: WriteDb, m: MonthClose): Promise<void> {
  await db.run(INSERT_MONTH_CLOSE, [m.month, m.closed_at, m.closed_by, m.summary, m.list, m.hash])
  await db.record({ subject: m.month, table: 'month_close', after: m })
}

const LISTED = `select list from month_close where month = $1`

/** The fines that a closed month's list holds. */
export async function readListedIds(db: ReadDb, month: Month): Promise<ReadonlySet<string>> {
  const row = await db.get(LISTED, [month])
  return new Set((JSON.parse(String(row?.list ?? '[]')) as { fine_id: string }[]).map((fine) => fine.fine_id))
}
