import { readdirSync, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { monthAt, nextMonth } from '../kernel/calendar.ts'
import type { Month } from '../kernel/calendar.ts'
import { csvWriter } from '../kernel/csv-view.ts'
import type { Ctx } from '../kernel/ctx.ts'
import type { ReadDb } from '../kernel/db.ts'
import { Fault } from '../kernel/faults.ts'
import * as f from '../kernel/flags.ts'
import { fineWords as t } from '../kernel/messages/fines.ts'
import { periodWords } from '../kernel/messages/period-report.ts'
import { safetyWords } from '../kernel/messages/safety.ts'
import { nothing } from '../kernel/outcome.ts'
import { verb } from '../kernel/verb.ts'
import type { View } from '../kernel/view.ts'
import type { Instant } from '../kernel/zone.ts'
import type { AsOf } from '../fines/booking.ts'
import { computeMonthReports, readMonthReport } from '../fines/month-report.ts'
import type { MonthReport } from '../fines/month-report.ts'
import { readCloses, readFirstBooked } from '../fines/queries.ts'
import { currentMonth, readAsOf } from '../fines/read-fines.ts'
import { fineView, summaryView } from '../fines/views.ts'
import { refuseTextTarget, writeTogether } from '../store/atomic-file.ts'
import type { FileToWrite } from '../store/atomic-file.ts'
import { codeOf } from '../store/driver-faults.ts'
import { backUpOfficeInto } from '../store/engine.ts'
import { giveWay } from '../store/interrupted.ts'

/** For cron: the fines of every month that may still change, as files that the accounts department opens. */
export const writeNightly = verb({
  path: 'nightly',
  summary: t.nightly,
  notes: t.nightlyNotes,
  examples: [
    'baoxiu nightly --out-dir /srv/fines --backup-dir /srv/backups --keep 60',
    'baoxiu nightly --out-dir /srv/fines --month 2026-10',
    'baoxiu nightly --out-dir /srv/fines --report',
  ],
  operands: {},
  flags: {
    out_dir: f.required(f.text('DIR', t.outDir)),
    month: f.month(t.month),
    backup_dir: f.text('DIR', safetyWords.nightlyBackup),
    keep: f.whole(safetyWords.nightlyKeep),
    report: f.toggle(periodWords.nightlyReport),
  },
  faults: ['TIME_ORDER', 'CANNOT_WRITE', 'DISK_FULL', 'DB_DAMAGED', 'DB_BUSY'],
  unattended: true,
  async run(ctx, given) {
    const { backup_dir, keep } = given
    if (keep !== undefined && backup_dir === undefined) throw new Fault('USAGE', safetyWords.keepNeedsBackup)
    if (given.month !== undefined && given.month > monthAt(ctx.zone, ctx.now))
      throw new Fault('TIME_ORDER', t.monthAhead(given.month))
    // First: a damaged office is found before any file is replaced, and a full out-dir costs no backup.
    if (backup_dir !== undefined) await backUpOfficeInto(ctx.place, backup_dir, keep, ctx)
    const { reports, closed, pages } = await ctx.reading(async (db) => {
      const asOf = await readAsOf(db, ctx.now)
      const reports = await readReports(db, asOf, given.month)
      const closed = given.month === undefined ? await readClosed(db, asOf, given.out_dir) : []
      return { reports, closed, pages: given.report ? await readPages(db, ctx, given.out_dir) : [] }
    })
    const files = reports.flatMap((report) => filesOf(ctx, given.out_dir, report))
    const olds = await wrongOf(closed.flatMap((report) => filesOf(ctx, given.out_dir, report)))
    await giveWay(ctx.signal)
    await writeTogether([...files, ...olds, ...pages])
    return nothing()
  },
})

/** Charts are loaded for those who want them. */
async function readPages(db: ReadDb, ctx: Ctx, folder: string): Promise<FileToWrite[]> {
  const { readNightlyReports } = await import('./nightly-reports.ts')
  const pages = await readNightlyReports(db, ctx, folder)
  return pages.map(({ target, bytes }) => ({ target, produce: (write) => write(bytes) }))
}

/** All of one consistent state. */
async function readReports(db: ReadDb, asOf: AsOf, only: Month | undefined): Promise<[Month, MonthReport][]> {
  if (only !== undefined) return [[only, await readMonthReport(db, asOf, only)]]
  const reports: [Month, MonthReport][] = []
  for (const months of await openMonths(db, asOf)) reports.push(...(await computeMonthReports(db, asOf, months)))
  const current = currentMonth(asOf)
  // By a clock that was set back; what it said when it was closed is what it says.
  if (asOf.closed.has(current)) reports.push([current, await readMonthReport(db, asOf, current)])
  return reports.filter(([month, report]) => month === current || !isEmpty(report))
}

/** From the first month that can have findings or lines to the current one: each row of months between closed ones. */
async function openMonths(db: ReadDb, asOf: AsOf): Promise<Month[][]> {
  const current = currentMonth(asOf)
  const firsts = [asOf.office.fines_from.slice(0, 7), current, (await readFirstBooked(db)) ?? current]
  const rows: Month[][] = [[]]
  for (let month = firsts.sort()[0] ?? current; month <= current; month = nextMonth(month)) {
    if (asOf.closed.has(month)) rows.push([])
    else rows.at(-1)?.push(month)
  }
  return rows
}

const QUARTER = 92 * 86_400

/**
 * Closed months of which a file is missing, or may be of before the close: those written no later, and all that were closed
 * within a quarter, because clocks differ. The older ones were put right long ago.
 */
async function readClosed(db: ReadDb, asOf: AsOf, folder: string): Promise<[Month, MonthReport][]> {
  const names = namesIn(folder)
  const reports: [Month, MonthReport][] = []
  for (const { month, closed_at } of await readCloses(db)) {
    if (month === currentMonth(asOf)) continue
    const toSee = namesOf(month).some((name) => {
      return !names.has(name) || closed_at > asOf.now - QUARTER || writtenAt(join(folder, name)) <= closed_at
    })
    if (toSee) reports.push([month, await readMonthReport(db, asOf, month)])
  }
  return reports.filter(([month, report]) => !isEmpty(report) || namesOf(month).some((name) => names.has(name)))
}

const isEmpty = ({ list, summary }: MonthReport): boolean => list.length === 0 && summary.length === 0

const namesOf = (month: Month): [list: string, summary: string] => [`fines-${month}.csv`, `fines-summary-${month}.csv`]

/** Whoever may not look into the folder is told when the files are written. */
function namesIn(folder: string): ReadonlySet<string> {
  try {
    return new Set(readdirSync(folder))
  } catch {
    return new Set()
  }
}

function writtenAt(file: string): Instant {
  return (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0) / 1000
}

interface MonthFile extends FileToWrite {
  readonly bytes: Uint8Array
}

/** The same bytes as `-o` writes. */
function filesOf({ zone }: Ctx, folder: string, [month, { list, summary }]: [Month, MonthReport]): MonthFile[] {
  const file = <T>(name: string, view: View<T>, rows: readonly T[]): MonthFile => {
    const csv = csvWriter(view, zone, { encoding: 'utf-8-bom', lineEnd: '\r\n', headers: 'en' })
    const bytes = Buffer.concat([csv.start(), csv.lines(rows)])
    return { target: join(folder, name), bytes, produce: (write) => write(bytes) }
  }
  const [listName, summaryName] = namesOf(month)
  return [file(listName, fineView, list), file(summaryName, summaryView, summary)]
}

/** Files of closed months are only written where they are missing, say anything else or cannot be read. */
async function wrongOf(files: readonly MonthFile[]): Promise<MonthFile[]> {
  // A pipe or a device would be read for ever.
  for (const { target } of files) refuseTextTarget(target)
  const contentOf = (file: string): Promise<Buffer | undefined> =>
    readFile(file).catch((error: unknown) => (codeOf(error) === 'ENOENT' ? undefined : Buffer.alloc(0)))
  const found = await Promise.all(files.map(({ target }) => contentOf(target)))
  return files.filter(({ bytes }, index) => found[index]?.equals(bytes) !== true)
}
