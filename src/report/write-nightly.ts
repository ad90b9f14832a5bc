import { join } from 'node:path'
import { nextMonth } from '../kernel/calendar.ts'
import type { Month } from '../kernel/calendar.ts'
import { csvWriter } from '../kernel/csv-view.ts'
import type { Ctx } from '../kernel/ctx.ts'
import type { ReadDb } from '../kernel/db.ts'
import { Fault } from '../kernel/faults.ts'
import * as f from '../kernel/flags.ts'
import { fineWords as t } from '../kernel/messages/fines.ts'
import { safetyWords } from '../kernel/messages/safety.ts'
import { nothing } from '../kernel/outcome.ts'
import { verb } from '../kernel/verb.ts'
import type { View } from '../kernel/view.ts'
import type { AsOf } from '../fines/booking.ts'
import { computeMonthReports, readMonthReport } from '../fines/month-report.ts'
import type { MonthReport } from '../fines/month-report.ts'
import { readFirstBooked } from '../fines/queries.ts'
import { currentMonth, readAsOf } from '../fines/read-fines.ts'
import { fineView, summaryView } from '../fines/views.ts'
import { writeTogether } from '../store/atomic-file.ts'
import type { FileToWrite } from '../store/atomic-file.ts'
import { backUpInto } from '../store/backup.ts'

/** For cron: the fines of every month that may still change, as files that the accounts department opens. */
export const writeNightly = verb({
  path: 'nightly',
  summary: t.nightly,
  notes: t.nightlyNotes,
  examples: [
    'baoxiu nightly --out-dir /srv/fines --backup-dir /srv/backups --keep 60',
    'baoxiu nightly --out-dir /srv/fines --month 2026-10',
  ],
  operands: {},
  flags: {
    out_dir: f.required(f.text('DIR', t.outDir)),
    month: f.month(t.month),
    backup_dir: f.text('DIR', safetyWords.nightlyBackup),
    keep: f.whole(safetyWords.nightlyKeep),
  },
  faults: ['CANNOT_WRITE', 'DISK_FULL', 'DB_DAMAGED', 'DB_BUSY'],
  unattended: true,
  async run(ctx, given) {
    const { backup_dir, keep } = given
    if (keep !== undefined && backup_dir === undefined) throw new Fault('USAGE', safetyWords.keepNeedsBackup)
    // First: a damaged office is found before any file is replaced, and a full out-dir costs no backup.
    if (backup_dir !== undefined) await backUpInto(ctx.dbFile, backup_dir, keep, ctx, ctx.signal)
    const reports = await ctx.reading(async (db) => readReports(db, await readAsOf(db, ctx.now), given.month))
    await writeTogether(
      reports.flatMap(([month, report]) => [
        csvFile(ctx, join(given.out_dir, `fines-${month}.csv`), fineView, report.list),
        csvFile(ctx, join(given.out_dir, `fines-summary-${month}.csv`), summaryView, report.summary),
      ]),
    )
    return nothing()
  },
})

/** All of one consistent state. */
async function readReports(db: ReadDb, asOf: AsOf, only: Month | undefined): Promise<[Month, MonthReport][]> {
  if (only !== undefined) return [[only, await readMonthReport(db, asOf, only)]]
  const reports: [Month, MonthReport][] = []
  for (const months of await openMonths(db, asOf)) reports.push(...(await computeMonthReports(db, asOf, months)))
  const isEmpty = ({ list, summary }: MonthReport): boolean => list.length === 0 && summary.length === 0
  return reports.filter(([month, report]) => month === currentMonth(asOf) || !isEmpty(report))
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

/** The same bytes as `-o` writes. */
function csvFile<T>({ zone }: Ctx, target: string, view: View<T>, rows: readonly T[]): FileToWrite {
  const csv = csvWriter(view, zone, { encoding: 'utf-8-bom', lineEnd: '\r\n', headers: 'en' })
  return {
    target,
    async produce(write) {
      await write(csv.start())
      await write(csv.lines(rows))
    },
  }
}
