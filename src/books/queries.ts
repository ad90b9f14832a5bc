import type { ReadDb, WriteDb } from '../kernel/db.ts'
import { dayAt } from '../kernel/calendar.ts'
import type { Clock } from '../kernel/moment.ts'
import type { Instant } from '../kernel/zone.ts'
import { nextNumber } from '../office/numbering.ts'
import { importNumber } from './import-record.ts'
import type { ImportRecord } from './import-record.ts'

const COLUMNS =
  'import_id, kind, book, file_hash, imported_at, imported_by, rows_read, imported, duplicates, rejected, report, undone_at'
const INSERT = `insert into import (${COLUMNS}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`
const ALL = `select ${COLUMNS} from import order by imported_at, import_id`

export async function nextImportId(db: WriteDb, officeCode: string, { zone, now }: Clock): Promise<string> {
  const day = dayAt(zone, now)
  const number = await nextNumber(db, `import:${day}`)
  return importNumber(officeCode, day, number)
}

/** The import with its one entry in the journal; the rows have none of their own. */
export async function insertImport(db: WriteDb, record: ImportRecord): Promise<void> {
  await db.run(INSERT, [
    record.import_id,
    record.kind,
    record.book,
    record.file_hash,
    record.imported_at,
    record.imported_by,
    record.rows_read,
    record.imported,
    record.duplicates,
    record.rejected,
    record.report,
    record.undone_at,
  ])
  await db.record({ subject: record.import_id, table: 'import', after: record })
}

const ONE = `select ${COLUMNS} from import where import_id = $1`
const UNDO = `update import set undone_at = $2, report = $3 where import_id = $1 and undone_at is null`

export async function readImport(db: ReadDb, importId: string): Promise<ImportRecord | undefined> {
  return (await db.get(ONE, [importId])) as unknown as ImportRecord | undefined
}

/** The import says that it was undone; `left` joins its report. */
export async function markUndone(
  db: WriteDb,
  before: ImportRecord,
  undone_at: Instant,
  left: object,
): Promise<ImportRecord> {
  const report = JSON.stringify({ ...(JSON.parse(before.report) as object), ...left })
  const after = { ...before, undone_at, report }
  if ((await db.run(UNDO, [before.import_id, undone_at, report])) !== 1)
    throw new Error(`import ${before.import_id} changed while it was being changed`)
  await db.record({ subject: before.import_id, table: 'import', before, after })
  return after
}

export async function readImports(db: ReadDb): Promise<ImportRecord[]> {
  // Strict columns guarantee the shape.
  return (await db.all(ALL)) as unknown as ImportRecord[]
}
