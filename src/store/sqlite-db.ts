import type BetterSqlite from 'better-sqlite3'
import type { Change, ReadDb, Row, Value, WriteDb } from '../kernel/db.ts'
import { Fault } from '../kernel/faults.ts'
import { storeWords as t } from '../kernel/messages/store.ts'
import { cellCheckOf } from './cell-ranges.ts'
import { giveWay } from './interrupted.ts'
import { isAfter } from './key-order.ts'
import type { Driver } from './driver.ts'

const BLOCK = 256
/** So many statements are over in no time; of what comes after them, Ctrl-C is heard before every fourth. */
const FEW = 32

/** Who changes what: the same for every journal line of one transaction. */
export interface Deed {
  readonly actor: string
  readonly verb: string
  readonly at: number
}

const APPEND_TO_JOURNAL = `
  insert into journal (at, actor, verb, subject, tbl, before, after, reason) values ($1, $2, $3, $4, $5, $6, $7, $8)`

/** The port over better-sqlite3: the same SQL text, `$1` bound by number, statements prepared once. */
export function sqliteDb(driver: Driver, deed: Deed, signal: AbortSignal): WriteDb {
  const prepared = onceEach((sql) => driver.prepare<[object]>(sql))
  const breathe = breathing(signal)
  const db: WriteDb = {
    ...reading(driver, breathe, signal),
    async run(sql, values = []) {
      await breathe()
      return prepared(sql).run(bound(values)).changes
    },
    async many(sql, rows) {
      const inOrder = withPlaces(sql)
      const statement = prepared(inOrder ?? sql)
      let count = 0
      for (const row of rows) {
        statement.run(inOrder === undefined ? bound(row) : checked(row))
        count += 1
        if (count % BLOCK === 0) await giveWay(signal)
      }
    },
    append: (table, columns, rows) => {
      const places = columns.map((_, index) => `$${index + 1}`).join(', ')
      return db.many(`insert into ${table} (${columns.join(', ')}) values (${places})`, rows)
    },
    set: (table, column, key, pairs) => db.many(`update ${table} set ${column} = $1 where ${key} = $2`, pairs),
    copy: (into, columns, query, values) =>
      db.run(`insert or fail into ${into} (${columns.join(', ')}) ${query}`, values),
    async record(change) {
      await db.run(APPEND_TO_JOURNAL, entryOf(change, deed))
    },
  }
  return db
}

/** Called before each statement. */
type Breathe = () => Promise<void>

function breathing(signal: AbortSignal): Breathe {
  let asked = 0
  return async () => {
    asked += 1
    if (asked > FEW && asked % 4 === 0) await giveWay(signal)
  }
}

function reading(driver: Driver, breathe: Breathe, signal: AbortSignal): ReadDb {
  const reader = onceEach((sql) => rowReader(driver, sql))
  return {
    async get(sql, values = []) {
      await breathe()
      return reader(sql).first(values)
    },
    async all(sql, values = []) {
      await breathe()
      const rows: Row[] = []
      for (const row of reader(sql).oneByOne(values)) {
        rows.push(row)
        if (rows.length % BLOCK === 0) await giveWay(signal)
      }
      return rows
    },
    async *each(sql, values, key, first) {
      let last: Value = first
      for (;;) {
        const block = reader(sql).atOnce([...values, last, BLOCK])
        if (block.length > 0) yield block
        if (block.length < BLOCK) return
        const next = block.at(-1)?.[key] ?? first
        // A damaged index leads back to where it was, for ever.
        if (!isAfter(next, last)) throw new Fault('DB_DAMAGED', t.damaged(driver.name))
        last = next
        await giveWay(signal)
      }
    },
  }
}

/** Makes something of a statement when it is first asked for. */
function onceEach<T>(make: (sql: string) => T): (sql: string) => T {
  const made = new Map<string, T>()
  return (sql) => {
    const known = made.get(sql) ?? make(sql)
    made.set(sql, known)
    return known
  }
}

function entryOf({ subject, table, before, after, reason }: Change, { at, actor, verb }: Deed): Value[] {
  const from = before === undefined ? null : JSON.stringify(before)
  return [at, actor, verb, subject, table, from, JSON.stringify(after), reason ?? null]
}

interface RowReader {
  first(values: readonly Value[]): Row | undefined
  /** Quicker. */
  atOnce(values: readonly Value[]): Row[]
  /** However many there are, each stands in memory once. */
  oneByOne(values: readonly Value[]): Iterable<Row>
}

/** The driver hands over arrays twice as fast as objects with a field for each column. */
function rowReader(driver: Driver, sql: string): RowReader {
  const statement = driver.prepare<[object]>(sql)
  const names = statement.columns().map((column) => column.name)
  const checks = names.map(cellCheckOf)
  const empty: Record<string, Value> = Object.fromEntries(names.map((name) => [name, null]))
  const arrays = statement.raw() as BetterSqlite.Statement<[object], Value[]>
  const rowOf = (array: readonly Value[]): Row => {
    const row = { ...empty }
    for (let i = 0; i < names.length; i += 1) {
      const value = array[i] ?? null
      const name = names[i] ?? ''
      // No column of ours holds bytes: a bit was flipped.
      const isBytes = typeof value === 'object' && value !== null
      if (isBytes || checks[i]?.(value) === false)
        throw new Fault('DB_DAMAGED', t.damagedRow(driver.name, name, isBytes ? '…' : String(value)))
      row[name] = value
    }
    return row
  }
  return {
    first(values) {
      const array = arrays.get(bound(values))
      return array === undefined ? undefined : rowOf(array)
    },
    atOnce: (values) => arrays.all(bound(values)).map(rowOf),
    *oneByOne(values) {
      for (const array of arrays.iterate(bound(values))) yield rowOf(array)
    },
  }
}

/** `$1, $2 …`, each once and in order, as places that take an array, which the driver binds faster; else absent. */
function withPlaces(sql: string): string | undefined {
  let expected = 0
  let isInOrder = true
  const placed = sql.replace(/\$(\d+)/g, (_, number: string) => {
    expected += 1
    isInOrder &&= Number(number) === expected
    return '?'
  })
  return isInOrder ? placed : undefined
}

function checked(values: readonly Value[]): readonly Value[] {
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i]
    if (value === undefined || Number.isNaN(value)) throw new TypeError(`parameter $${i + 1} is ${value}`)
  }
  return values
}

function bound(values: readonly Value[]): Record<string, Value> {
  const byNumber: Record<string, Value> = {}
  for (const [index, value] of values.entries()) {
    // The driver would bind it as NULL without a word.
    if (value === undefined || Number.isNaN(value)) throw new TypeError(`parameter $${index + 1} is ${value}`)
    byNumber[index + 1] = value
  }
  return byNumber
}
