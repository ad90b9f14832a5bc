import { createHash } from 'node:crypto'
import type { Month } from '../kernel/calendar.ts'
import type { ReadDb } from '../kernel/db.ts'
import { Fault } from '../kernel/faults.ts'
import { fineWords as t } from '../kernel/messages/fines.ts'
import { readBranches } from '../office/queries.ts'
import type { AsOf } from './booking.ts'
import type { Fine, NamedFine } from './fine.ts'
import { readMonthRows } from './month-list.ts'
import { readLines, readMonthClose } from './queries.ts'
import type { MonthClose } from './queries.ts'
import { currentMonth, readFines, readFinesFrom } from './read-fines.ts'
import { summarize } from './summary.ts'
import type { SummaryRow } from './summary.ts'
import { readSurfaced } from './surfaced.ts'

/** What a month's files and screens show. */
export interface MonthReport {
  readonly list: readonly NamedFine[]
  readonly summary: readonly SummaryRow[]
  /** Who closed the month, and when; absent while it is open. */
  readonly close?: Pick<MonthClose, 'closed_by' | 'closed_at'>
}

/** A closed month as it was closed, an open one as it stands now. */
export async function readMonthReport(db: ReadDb, asOf: AsOf, month: Month): Promise<MonthReport> {
  if (!asOf.closed.has(month)) return computeMonthReport(db, asOf, month)
  const close = await readMonthClose(db, month)
  if (close === undefined) throw new Fault('DB_DAMAGED', t.monthLost(month))
  return reportOf(close)
}

export async function computeMonthReport(db: ReadDb, asOf: AsOf, month: Month): Promise<MonthReport> {
  return reportOn(db, month, await withSurfaced(db, asOf, month, await readFines(db, asOf, month)))
}

/** Open months that follow one another, as they stand now. */
export async function computeMonthReports(
  db: ReadDb,
  asOf: AsOf,
  months: readonly Month[],
): Promise<[Month, MonthReport][]> {
  const [first, last] = [months[0], months.at(-1)]
  if (first === undefined || last === undefined) return []
  const fines = await readFinesFrom(db, asOf, first, last)
  const reports: [Month, MonthReport][] = []
  for (const month of months) {
    const own = fines.filter((fine) => fine.month === month)
    reports.push([month, await reportOn(db, month, await withSurfaced(db, asOf, month, own))])
  }
  return reports
}

async function reportOn(db: ReadDb, month: Month, fines: readonly Fine[]): Promise<MonthReport> {
  const names = await readNames(db)
  const lines = await readLines(db, month)
  const pending = fines.filter((fine) => fine.status === 'pending')
  return {
    list: named(await readMonthRows(db, lines, fines), names),
    summary: summarize({ month, lines, pending, names }),
  }
}

/** The current month's list also holds what surfaced for closed ones. */
async function withSurfaced(db: ReadDb, asOf: AsOf, month: Month, own: readonly Fine[]): Promise<Fine[]> {
  return month === currentMonth(asOf) ? [...(await readSurfaced(db, asOf)), ...own] : [...own]
}

/** The list of a month, or every fine once as it stands now. */
export async function readListed(db: ReadDb, asOf: AsOf, month: Month | undefined): Promise<readonly NamedFine[]> {
  if (month !== undefined) return (await readMonthReport(db, asOf, month)).list
  return named(await readFines(db, asOf), await readNames(db))
}

export async function readNames(db: ReadDb): Promise<ReadonlyMap<string, string>> {
  return new Map((await readBranches(db)).map(({ code, name }) => [code, name]))
}

export function named(fines: readonly Fine[], names: ReadonlyMap<string, string>): NamedFine[] {
  return fines.map((fine) => ({ ...fine, branch_name: names.get(fine.branch) ?? fine.branch }))
}

/** The rows as they were stored; written by `closeOf`, and append-only. */
function reportOf({ list, summary, closed_by, closed_at }: MonthClose): MonthReport {
  const close = { closed_by, closed_at }
  return { list: JSON.parse(list) as NamedFine[], summary: JSON.parse(summary) as SummaryRow[], close }
}

/** The month as it is stored when it is closed. */
export function closeOf(month: Month, report: MonthReport, closed_at: number, closed_by: string): MonthClose {
  const [summary, list] = [JSON.stringify(report.summary), JSON.stringify(report.list)]
  return { month, closed_at, closed_by, summary, list, hash: hashOf({ month, summary, list }) }
}

/** SHA-256 of what a closed month says. */
export function hashOf({ month, summary, list }: Pick<MonthClose, 'month' | 'summary' | 'list'>): string {
  return createHash('sha256').update(`${month}\n${summary}\n${list}\n`, 'utf8').digest('hex')
}
