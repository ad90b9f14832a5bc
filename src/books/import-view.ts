import { codeWords as w } from '../kernel/messages/codes.ts'
import { fieldWords as h } from '../kernel/messages/fields.ts'
import * as v from '../kernel/view.ts'
import type { View } from '../kernel/view.ts'
import type { ImportRecord } from './import-record.ts'

export const importView: View<ImportRecord> = v.withSpares(
  [
    v.text('import_id', h.import_id, (i) => i.import_id),
    v.code('kind', h.kind, (i) => i.kind, w.import_kind),
    v.text('book', h.book, (i) => i.book),
    v.moment('imported_at', h.imported_at, (i) => i.imported_at),
    v.text('imported_by', h.imported_by, (i) => i.imported_by),
    v.count('rows_read', h.rows_read, (i) => i.rows_read),
    v.count('imported', h.imported, (i) => i.imported),
    v.count('duplicates', h.duplicates, (i) => i.duplicates),
    v.count('rejected', h.rejected, (i) => i.rejected),
    v.moment('undone_at', h.undone_at, (i) => i.undone_at),
  ],
  ['imported_by', 'rows_read', 'duplicates'],
)
