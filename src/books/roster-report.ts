import { fieldWords as h } from '../kernel/messages/fields.ts'
import * as v from '../kernel/view.ts'
import type { View } from '../kernel/view.ts'
import { columnView } from './import-report.ts'
import type { ImportReport } from './import-report.ts'

/** What became of a roster. `rows_read = imported + duplicates + rejected`; days off are counted beside them. */
export interface RosterReport extends Omit<ImportReport, 'defaulted' | 'filed' | 'created_branches' | 'created_staff'> {
  /** A row may name several people. */
  readonly shifts: number
  readonly days_off: number
}

export const rosterReportView: View<RosterReport> = [
  v.text('import_id', h.import_id, (r) => r.import_id),
  v.text('book', h.book, (r) => r.book),
  v.text('encoding', h.encoding, (r) => r.encoding),
  v.text('delimiter', h.delimiter, (r) => r.delimiter),
  v.count('header_line', h.header_line, (r) => r.header_line),
  v.list('columns', h.columns, columnView, (r) => r.columns),
  v.words('unmapped_columns', h.unmapped_columns, (r) => r.unmapped_columns),
  v.count('rows_read', h.rows_read, (r) => r.rows_read),
  v.count('imported', h.imported, (r) => r.imported),
  v.count('duplicates', h.duplicates, (r) => r.duplicates),
  v.count('rejected', h.rejected, (r) => r.rejected),
  v.count('shifts', h.shifts, (r) => r.shifts),
  v.count('days_off', h.days_off, (r) => r.days_off),
  v.text('rejects_file', h.rejects_file, (r) => r.rejects_file),
  v.flag('dry_run', h.dry_run, (r) => r.dry_run),
]
