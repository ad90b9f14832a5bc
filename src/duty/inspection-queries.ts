import type { ReadDb, Row, WriteDb } from '../kernel/db.ts'
import type { Instant } from '../kernel/zone.ts'
import { inOrder } from './conduct-items.ts'
import type { ItemCode } from './conduct-items.ts'
import type { Span } from './coverage.ts'
import type { Inspection } from './inspection.ts'

const COLUMNS = 'inspection_no, staff, inspected_by, inspected_at, entered_at, note, void_at, void_reason'
const INSERT = `insert into inspection (${COLUMNS}) values ($1, $2, $3, $4, $5, $6, null, null)`
const INSERT_FAILURE = `insert into inspection_failure (inspection_no, item, note) values ($1, $2, $3)`
const VOID = `update inspection set void_at = $2, void_reason = $3 where inspection_no = $1 and void_at is null`
const ONE = `select ${COLUMNS} from inspection where inspection_no = $1`
const ONE_FAILURES = `select inspection_no, item, note from inspection_failure where inspection_no = $1 order by item`
const IN_SPAN = `
  select ${COLUMNS} from inspection where inspected_at >= $1 and inspected_at < $2
  order by inspected_at, inspection_no`
const FAILURES_IN_SPAN = `
  select f.inspection_no, f.item, f.note from inspection_failure f join inspection i on i.inspection_no = f.inspection_no
  where i.inspected_at >= $1 and i.inspected_at < $2
  order by f.inspection_no, f.item`

export async function insertInspection(db: WriteDb, i: Inspection): Promise<void> {
  await db.run(INSERT, [i.inspection_no, i.staff, i.inspected_by, i.inspected_at, i.entered_at, i.note])
  await db.record({ subject: i.inspection_no, table: 'inspection', after: rowOf(i) })
  for (const { item, note } of i.failures) {
    await db.run(INSERT_FAILURE, [i.inspection_no, item, note])
    const after = { inspection_no: i.inspection_no, item, note }
    await db.record({ subject: i.inspection_no, table: 'inspection_failure', after })
  }
}

export async function voidInspection(
  db: WriteDb,
  before: Inspection,
  void_at: Instant,
  void_reason: string,
): Promise<Inspection> {
  const after = { ...before, void_at, void_reason }
  if ((await db.run(VOID, [before.inspection_no, void_at, void_reason])) !== 1) {
    throw new Error(`${before.inspection_no} changed while it was being changed`)
  }
  const change = { subject: before.inspection_no, table: 'inspection', reason: void_reason }
  await db.record({ ...change, before: rowOf(before), after: rowOf(after) })
  return after
}

/** What table `inspection` holds; the failures have rows of their own. */
function rowOf(i: Inspection): Omit<Inspection, 'failures'> {
  const { inspection_no, staff, inspected_by, inspected_at, entered_at, note, void_at, void_reason } = i
  return { inspection_no, staff, inspected_by, inspected_at, entered_at, note, void_at, void_reason }
}

export async function readInspection(db: ReadDb, inspectionNo: string): Promise<Inspection | undefined> {
  const row = await db.get(ONE, [inspectionNo])
  return row === undefined ? undefined : inspectionOf(row, await db.all(ONE_FAILURES, [inspectionNo]))
}

/** The checks of a span, void ones too, by their time. */
export async function readInspections(db: ReadDb, { from, to }: Span): Promise<Inspection[]> {
  const failures = new Map<string, Row[]>()
  for (const row of await db.all(FAILURES_IN_SPAN, [from, to])) {
    const no = String(row.inspection_no)
    failures.set(no, [...(failures.get(no) ?? []), row])
  }
  return (await db.all(IN_SPAN, [from, to])).map((row) =>
    inspectionOf(row, failures.get(String(row.inspection_no)) ?? []),
  )
}

/** Strict columns of the table guarantee the shape; items come from the closed list. */
function inspectionOf(row: Row, failures: readonly Row[]): Inspection {
  const failed = failures.map((f) => ({ item: f.item as ItemCode, note: f.note === null ? null : String(f.note) }))
  return { ...(row as unknown as Omit<Inspection, 'failures'>), failures: inOrder(failed) }
}
