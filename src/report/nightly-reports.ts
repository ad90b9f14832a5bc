import { join } from 'node:path'
import { addDays, dayAt, startOfDay } from '../kernel/calendar.ts'
import type { Ctx } from '../kernel/ctx.ts'
import type { ReadDb } from '../kernel/db.ts'
import { periodPage } from './page/period-page.ts'
import { readPeriodReport } from './period/period-report.ts'
import { periodOfDay, periodOfMonth } from './period/period.ts'
import type { Period } from './period/period.ts'

/** A page of the night, ready to be written. */
export interface ReportFile {
  readonly target: string
  readonly bytes: Uint8Array
}

/**
 * Yesterday, and its month up to its end: whenever in the night it runs, the same facts make the same bytes, and no page
 * says when it was made.
 */
export async function readNightlyReports(db: ReadDb, ctx: Ctx, folder: string): Promise<ReportFile[]> {
  const { zone, now, language } = ctx
  const today = dayAt(zone, now)
  const yesterday = addDays(today, -1)
  const month = periodOfMonth(zone, yesterday.slice(0, 7), startOfDay(zone, today) - 1)
  const files: ReportFile[] = []
  for (const period of [periodOfDay(zone, yesterday, now), month]) {
    const report = await readPeriodReport(db, now, () => period)
    files.push({ target: join(folder, nameOf(period)), bytes: Buffer.from(periodPage(report, zone, language), 'utf8') })
  }
  return files
}

const nameOf = ({ kind, name }: Period): string => `report-${kind}-${name}.html`
