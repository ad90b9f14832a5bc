import { fieldWords as h } from '../kernel/messages/fields.ts'
import * as v from '../kernel/view.ts'
import type { View } from '../kernel/view.ts'

/** What became of a book. `rows_read = imported + duplicates + rejected`, always. */
export interface ImportReport {
  /** Absent where nothing was imported. */
  readonly import_id: string | null
  readonly book: string
  readonly encoding: string
  /** Absent of a workbook. */
  readonly delimiter: string | null
  readonly header_line: number
  readonly columns: readonly { readonly column: string; readonly field: string }[]
  readonly unmapped_columns: readonly string[]
  readonly rows_read: number
  readonly imported: number
  readonly duplicates: number
  readonly rejected: number
  readonly defaulted: number
  readonly filed: number
  readonly rejects_file: string | null
  readonly created_branches: readonly string[]
  readonly created_staff: readonly string[]
  readonly dry_run: boolean
  /** Of a workbook. */
  readonly sheet: string | null
}

/** Of any book. */
export type BookReport = Omit<ImportReport, 'defaulted' | 'filed' | 'created_branches' | 'created_staff'>

const columnView: View<ImportReport['columns'][number]> = [
  v.text('column', h.column, (c) => c.column),
  v.text('field', h.field, (c) => c.field),
]

/** What the reports of tickets and of rosters have alike. */
export const bookColumns: View<BookReport> = [
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
]

export const importReportView: View<ImportReport> = [
  ...bookColumns,
  v.count('defaulted', h.defaulted, (r) => r.defaulted),
  v.count('filed', h.filed, (r) => r.filed),
  v.text('rejects_file', h.rejects_file, (r) => r.rejects_file),
  v.words('created_branches', h.created_branches, (r) => r.created_branches),
  v.words('created_staff', h.created_staff, (r) => r.created_staff),
  v.flag('dry_run', h.dry_run, (r) => r.dry_run),
  v.text('sheet', h.sheet, (r) => r.sheet),
]
