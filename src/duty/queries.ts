import type { ReadDb, Row, Value, WriteDb } from '../kernel/db.ts'
import type { Instant } from '../kernel/zone.ts'
import { lastNumber, nextNumber, raiseNumber } from '../office/numbering.ts'
import type { Span } from './coverage.ts'
import { nameKey } from './people.ts'
import type { Shift } from './shift.ts'

const COLUMN_NAMES = [
  'shift_no',
  'name',
  'on_at',
  'off_at',
  'entered_at',
  'source',
  'import_id',
  'void_at',
  'void_reason',
]
const COLUMNS = COLUMN_NAMES.join(', ')
const INSERT = `insert into shift (${COLUMNS}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`
const SIGN_OFF = `update shift set off_at = $2 where shift_no = $1 and off_at is null and void_at is null`
const VOID = `update shift set void_at = $2, void_reason = $3 where shift_no = $1 and void_at is null`
const ONE = `select ${COLUMNS} from shift where shift_no = $1`
const OF_NAME = `select ${COLUMNS} from shift where name = $1 and void_at is null order by on_at, shift_no`
const IN_SPAN = `
  select ${COLUMNS} from shift where on_at < $2 and (off_at is null or off_at > $1) and void_at is null
  order by on_at, shift_no`
const OF_IMPORT = `
  select ${COLUMNS} from shift where import_id = $1 and void_at is null order by on_at, shift_no`
const LAST_OFF = `select max(off_at) as off_at from shift where off_at <= $1 and void_at is null`
const ANY = `select shift_no from shift where void_at is null limit 1`
const ANY_BEFORE = `select 1 from shift where void_at is null and on_at < $1 limit 1`

/** Strict columns of the table guarantee the shape. */
const shiftOf = (row: Row): Shift => row as unknown as Shift

export async function nextShiftNumber(db: WriteDb): Promise<number> {
  return nextNumber(db, 'shift')
}

export async function insertShift(db: WriteDb, shift: Shift): Promise<void> {
  await db.run(INSERT, valuesOf(shift))
  await db.record({ subject: shift.name, table: 'shift', after: shift })
}

/** The shifts of an old roster, under numbers of their own; the import has one entry in the journal for all. */
export async function insertRoster(db: WriteDb, rows: readonly Omit<Shift, 'shift_no'>[]): Promise<void> {
  const last = await lastNumber(db, 'shift')
  await db.append(
    'shift',
    COLUMN_NAMES,
    rows.map((row, index) => valuesOf({ ...row, shift_no: last + index + 1 })),
  )
  await raiseNumber(db, 'shift', last + rows.length)
}

function valuesOf(s: Shift): Value[] {
  return [s.shift_no, s.name, s.on_at, s.off_at, s.entered_at, s.source, s.import_id, s.void_at, s.void_reason]
}

export async function signShiftOff(db: WriteDb, before: Shift, off_at: Instant): Promise<Shift> {
  const after = { ...before, off_at }
  if ((await db.run(SIGN_OFF, [before.shift_no, off_at])) !== 1)
    throw new Error(`shift ${before.shift_no} changed while it was being changed`)
  await db.record({ subject: before.name, table: 'shift', before, after })
  return after
}

export async function voidShift(db: WriteDb, before: Shift, void_at: Instant, void_reason: string): Promise<Shift> {
  const after = { ...before, void_at, void_reason }
  if ((await db.run(VOID, [before.shift_no, void_at, void_reason])) !== 1)
    throw new Error(`shift ${before.shift_no} changed while it was being changed`)
  await db.record({ subject: before.name, table: 'shift', before, after, reason: void_reason })
  return after
}

export async function readShift(db: ReadDb, shift_no: number): Promise<Shift | undefined> {
  const row = await db.get(ONE, [shift_no])
  return row === undefined ? undefined : shiftOf(row)
}

/** Everything one person ever signed, oldest first. */
export async function readShiftsOf(db: ReadDb, name: string): Promise<Shift[]> {
  return (await db.all(OF_NAME, [name])).map(shiftOf)
}

/** What is left of an old roster. */
export async function readShiftsOfImport(db: ReadDb, importId: string): Promise<Shift[]> {
  return (await db.all(OF_IMPORT, [importId])).map(shiftOf)
}

/** The shifts that reach into a span, by their beginning. */
export async function readShiftsIn(db: ReadDb, span: Span): Promise<Shift[]> {
  return (await db.all(IN_SPAN, [span.from, span.to])).map(shiftOf)
}

/** When the desk was last left before a moment; absent where it never was. */
export async function lastSignedOff(db: ReadDb, at: Instant): Promise<Instant | undefined> {
  const off = (await db.get(LAST_OFF, [at]))?.off_at
  return typeof off === 'number' ? off : undefined
}

/** Did this office keep a duty list before a moment? */
export async function keptDutyList(db: ReadDb, before: Instant): Promise<boolean> {
  return (await db.get(ANY_BEFORE, [before])) !== undefined
}

/** Does this office keep a duty list at all? */
export async function keepsDutyList(db: ReadDb): Promise<boolean> {
  return (await db.get(ANY)) !== undefined
}

/** The shifts at the desk at a moment (1.1), by their beginning. */
export async function shiftsAt(db: ReadDb, at: Instant): Promise<Shift[]> {
  return readShiftsIn(db, { from: at, to: at + 1 })
}

/** Who is on duty at a moment. */
export async function onDutyAt(db: ReadDb, at: Instant): Promise<string[]> {
  return [...new Set((await shiftsAt(db, at)).map((shift) => shift.name))]
}

/** Is somebody else on duty, or nobody? Never where no duty list is kept. */
export async function isNotOnDuty(db: ReadDb, name: string, at: Instant): Promise<boolean> {
  const on = await onDutyAt(db, at)
  return !on.some((other) => nameKey(other) === nameKey(name)) && (await keepsDutyList(db))
}

const SEEN = `
  select name, max(last) as last from (
    select name, max(on_at) as last from shift where void_at is null group by name
    union all select staff as name, max(inspected_at) as last from inspection where void_at is null group by staff
    union all select taken_by as name, max(reported_at) as last from (
      select taken_by, reported_at from ticket where intake = 'desk' order by reported_at desc, ticket_no desc limit 500) as recent
    group by taken_by) as seen
  group by name order by last desc, name`

/** The desk people seen before, latest first: shifts, inspections, the calls of late. */
export async function namesSeen(db: ReadDb): Promise<string[]> {
  return (await db.all(SEEN)).map((row) => String(row.name))
}

const CALLS = `
  select count(*) as calls from ticket
  where reported_at >= $1 and reported_at < $2 and intake = 'desk' and void_at is null`
const CALL_LIST = `
  select ticket_no, reported_at, taken_by from ticket
  where reported_at >= $1 and reported_at < $2 and intake = 'desk' and void_at is null
  order by reported_at, ticket_no limit $3`
const MOST_CALLS = 1000

/** A call that the desk took. */
export interface DeskCall {
  readonly ticket_no: string
  readonly reported_at: Instant
  readonly taken_by: string
}

/** How many calls the desk took in a span, and the first thousand of them. */
export async function readDeskCalls(db: ReadDb, { from, to }: Span): Promise<{ calls: number; call_list: DeskCall[] }> {
  const calls = Number((await db.get(CALLS, [from, to]))?.calls)
  const rows = calls === 0 ? [] : await db.all(CALL_LIST, [from, to, MOST_CALLS])
  return { calls, call_list: rows as unknown as DeskCall[] }
}
