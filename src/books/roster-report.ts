import { fieldWords as h } from '../kernel/messages/fields.ts'
import * as v from '../kernel/view.ts'
import type { View } from '../kernel/view.ts'
import { bookColumns } from './import-report.ts'
import type { BookReport } from './import-report.ts'

/** What became of a roster. `rows_read = imported + duplicates + rejected`; days off are counted beside them. */
export interface RosterReport extends BookReport {
  /** A row may name several people. */
  readonly shifts: number
  readonly days_off: number
}

export const rosterReportView: View<RosterReport> = [
  ...bookColumns,
  v.count('shifts', h.shifts, (r) => r.shifts),
  v.count('days_off', h.days_off, (r) => r.days_off),
  v.text('rejects_file', h.rejects_file, (r) => r.rejects_file),
  v.flag('dry_run', h.dry_run, (r) => r.dry_run),
  v.text('sheet', h.sheet, (r) => r.sheet),
]
