import type { ReadDb, Row, Value } from '../../kernel/db.ts'
import type { Breach, Invariant } from '../../kernel/invariant.ts'
import { invariantWords as t } from '../../kernel/messages/invariants.ts'
import { imageOf } from '../journal.ts'
import { KEYS, ownRows } from '../told-tables.ts'

/** Marks that a month close leaves; no entry tells of them (see `changes-after-close`). */
const MARKS = ['settled_revision']

/** Entries that tell of something else than a row. */
const ROWLESS = ['restore']

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
      const entries = await db.all(ENTRIES, [first, last])
      yield* strays(entries)
      for (const told of rowsTold(entries)) {
        const row = await rowOf(db, told)
        if (row !== undefined && told.origin === undefined) known.set(told.table, (known.get(told.table) ?? 0) + 1)
        yield* compared(told, row)
      }
    }
    for (const table of Object.keys(KEYS)) yield* unknownRows(db, table, known.get(table) ?? 0)
  },
}

/** Entries under a name that is no table of ours: those of a row that they should tell of are missing. */
function* strays(entries: readonly Row[]): Iterable<Breach> {
  for (const { subject, tbl } of entries) {
    const table = String(tbl)
    if (!(Object.hasOwn(KEYS, table) || ROWLESS.includes(table)))
      yield { subject: String(subject), what: t.journalStray(table) }
  }
}

/** The entries of some subjects, folded to one state for each row. */
function rowsTold(entries: readonly Row[]): Iterable<Told> {
  const rows = new Map<string, Told>()
  for (const { subject, tbl, before, after } of entries) {
    const [table, image] = [String(tbl), imageOf(after)]
    const keys = Object.hasOwn(KEYS, table) ? KEYS[table] : undefined
    if (keys === undefined || image === undefined) continue
    const key = keyOf(table, image)
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

/** The columns of `row` in which `image` says something else; an image older than a column tells that it was empty. */
function differing(row: Image, image: Image): string[] {
  return Object.keys(row).filter((column) => row[column] !== (image[column] ?? null) && !MARKS.includes(column))
}

function keyOf(table: string, row: Image): string {
  return JSON.stringify([table, ...(KEYS[table] ?? []).map((column) => row[column])])
}

/** Rows that no entry made and no import brought in. */
async function* unknownRows(db: ReadDb, table: string, known: number): AsyncIterable<Breach> {
  const own = ownRows(table)
  const found = Number((await db.get(`select count(*) as found from ${table} where ${own}`))?.found)
  if (found <= known) return
  const [told, keys] = [await rowsMade(db, table), (KEYS[table] ?? []).join(', ')]
  for (const row of await db.all(`select ${keys} from ${table} where ${own} order by ${keys}`)) {
    const subject = String(row.ticket_no ?? Object.values(row).join(' '))
    if (!told.has(keyOf(table, row))) yield { subject, what: t.journalLacks(table) }
  }
}

const MADE = `
  select entry, after from journal where tbl = $1 and before is null and entry > $2 order by entry limit $3`

async function rowsMade(db: ReadDb, table: string): Promise<ReadonlySet<string>> {
  const made = new Set<string>()
  for await (const block of db.each(MADE, [table], 'entry', 0)) {
    for (const { after } of block) made.add(keyOf(table, imageOf(after) ?? {}))
  }
  return made
}
