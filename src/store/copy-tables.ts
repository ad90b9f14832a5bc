import { createHash } from 'node:crypto'
import type { ReadDb, Row, Value, WriteDb } from '../kernel/db.ts'
import { KEYS } from './told-tables.ts'

/** Every table with its key, those that others name first. */
export const COPIED: readonly (readonly [table: string, key: readonly string[]])[] = [
  ...Object.entries(KEYS),
  ['ticket_phone', ['ticket_no', 'digits']],
  ['counter', ['name']],
  ['journal', ['entry']],
]

/** How many rows of each table there are, and what they are. */
export interface TableHash {
  readonly table: string
  readonly rows: number
  readonly hash: string
}

/** Copies every table as it stands, journal and counters too. */
export async function copyTables(from: ReadDb, to: WriteDb): Promise<TableHash[]> {
  const hashes: TableHash[] = []
  for (const [table, key] of COPIED) {
    const hash = new Hashing(table)
    for await (const rows of tableRows(from, table, key)) {
      hash.add(rows)
      const columns = Object.keys(rows[0] ?? {})
      await to.append(
        table,
        columns,
        rows.map((row) => columns.map((column) => row[column] ?? null)),
      )
    }
    hashes.push(hash.result())
  }
  return hashes
}

/** The tables as they can be read back. */
export async function hashTables(db: ReadDb): Promise<TableHash[]> {
  const hashes: TableHash[] = []
  for (const [table, key] of COPIED) {
    const hash = new Hashing(table)
    for await (const rows of tableRows(db, table, key)) hash.add(rows)
    hashes.push(hash.result())
  }
  return hashes
}

class Hashing {
  private readonly table: string
  private readonly sha = createHash('sha256')
  private rows = 0

  constructor(table: string) {
    this.table = table
  }

  /** The engines may keep the columns in another order. */
  add(rows: readonly Row[]): void {
    for (const row of rows) {
      const columns = Object.keys(row).toSorted()
      this.sha.update(`${JSON.stringify(columns.map((column) => [column, row[column]]))}\n`)
    }
    this.rows += rows.length
  }

  result(): TableHash {
    return { table: this.table, rows: this.rows, hash: this.sha.digest('hex') }
  }
}

/** All rows in the order of their key, some at a time. */
async function* tableRows(db: ReadDb, table: string, key: readonly string[]): AsyncGenerator<Row[]> {
  const [first = '', ...more] = key
  const lowest = (await db.get(`select min(${first}) as lowest from ${table}`))?.lowest ?? null
  if (lowest === null) return
  const before: Value = typeof lowest === 'number' ? lowest - 1 : ''
  if (more.length === 0) {
    yield* db.each(`select * from ${table} where ${first} > $1 order by ${first} limit $2`, [], first, before)
    return
  }
  const groups = `select distinct ${first} from ${table} where ${first} > $1 order by ${first} limit $2`
  const members = `select * from ${table} where ${first} >= $1 and ${first} <= $2 order by ${key.join(', ')}`
  for await (const block of db.each(groups, [], first, before))
    yield await db.all(members, [block[0]?.[first] ?? null, block.at(-1)?.[first] ?? null])
}
