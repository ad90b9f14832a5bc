import type { ReadDb, Row, Value } from '../../kernel/db.ts'
import type { Breach, Invariant } from '../../kernel/invariant.ts'
import { invariantWords as t } from '../../kernel/messages/invariants.ts'
import { imageOf } from '../journal.ts'

/** The tables whose every change the journal tells, with what identifies a row. Counters and search keys follow from them. */
const KEYS: Readonly<Record<string, readonly string[]>> = {
  setting: ['key'],
  rule: ['key', 'from_at'],
  branch: ['code'],
  staff: ['branch', 'name'],
  import: ['import_id'],
  ticket: ['ticket_no'],
  chase: ['ticket_no', 'chase'],
  hold: ['ticket_no', 'hold'],
  approval: ['ticket_no', 'approval'],
  handover: ['handover_no'],
  handover_slip: ['handover_no', 'ticket_no'],
  complaint: ['complaint_no'],
  decision: ['decision'],
  ledger_line: ['line'],
  month_close: ['month'],
  shift: ['shift_no'],
  inspection: ['inspection_no'],
  inspection_failure: ['inspection_no', 'item'],
}

/** One import is one entry: its rows are where the journal of these tables starts from. */
const IMPORTED = ['ticket', 'shift']

/** Marks that a month close leaves; what they say follows from the tables. */
const MARKS = ['settled_revision']

type Image = Readonly<Record<string, Value>>

/** What the journal tells of one row. */
interface Told {
  readonly table: string
  readonly subject: string
  /** As it was before the first entry; absent where that entry made it. */
  readonly origin: Image | undefined
  readonly last: Image
  /** Columns in which an entry does not go on where the one before it ended. */
  readonly broken: readonly string[]
}

const SUBJECTS = `select distinct subject from journal where subject > $1 order by subject limit $2`
const ENTRIES = `
  select subject, tbl, before, after from journal where subject >= $1 and subject <= $2 order by subject, entry`

/** Replays the journal from its first entry, subject by subject, and holds every table to what comes of it. */
export const journalTellsAll: Invariant = {
  name: 'journal-tells-all',
  remedy: t.changedByHand,
  thorough: true,
  async *breaches(db) {
    const known = new Map<string, number>()
    for await (const block of db.each(SUBJECTS, [], 'subject', '')) {
      const [first, last] = [block[0]?.subject ?? '', block.at(-1)?.subject ?? '']
      for (const told of rowsTold(await db.all(ENTRIES, [first, last]))) {
        const row = await rowOf(db, told)
        if (row !== undefined && told.origin === undefined) known.set(told.table, (known.get(told.table) ?? 0) + 1)
        yield* compared(told, row)
      }
    }
    for (const table of Object.keys(KEYS)) yield* unknownRows(db, table, known.get(table) ?? 0)
  },
}

/** The entries of some subjects, folded to one state for each row. */
function rowsTold(entries: readonly Row[]): Iterable<Told> {
  const rows = new Map<string, Told>()
  for (const { subject, tbl, before, after } of entries) {
    const [table, image] = [String(tbl), imageOf(after)]
    const keys = KEYS[table]
    if (keys === undefined || image === undefined) continue
    const key = JSON.stringify([table, ...keys.map((column) => image[column])])
    const earlier = rows.get(key)
    const from = imageOf(before)
    rows.set(key, {
      table,
      subject: String(subject),
      origin: earlier === undefined ? from : earlier.origin,
      last: image,
      broken: [...(earlier?.broken ?? []), ...(earlier === undefined ? [] : differing(earlier.last, from ?? {}))],
    })
  }
  return rows.values()
}

async function rowOf(db: ReadDb, { table, last }: Told): Promise<Row | undefined> {
  const keys = KEYS[table] ?? []
  const where = keys.map((column, index) => `${column} = $${index + 1}`).join(' and ')
  return db.get(
    `select * from ${table} where ${where}`,
    keys.map((column) => last[column] ?? null),
  )
}

function* compared(told: Told, row: Row | undefined): Iterable<Breach> {
  const { table, subject } = told
  if (row === undefined) {
    yield { subject, what: t.rowGone(table) }
    return
  }
  const columns = new Set([...differing(row, told.last), ...told.broken])
  if (columns.size > 0) yield { subject, what: t.journalDiffers(table, [...columns]) }
}

/** The columns of `row` in which `image` says something else, or nothing. */
function differing(row: Image, image: Image): string[] {
  return Object.keys(row).filter((column) => row[column] !== image[column] && !MARKS.includes(column))
}

/** Rows that no entry made and no import brought in. */
async function* unknownRows(db: ReadDb, table: string, known: number): AsyncIterable<Breach> {
  const own = IMPORTED.includes(table) ? 'where import_id is null' : ''
  const found = Number((await db.get(`select count(*) as found from ${table} ${own}`))?.found)
  if (found > known) yield { subject: table, what: t.journalLacks(found - known) }
}
