import { parse } from 'csv-parse/sync'
import { COPIED } from '../src/store/copy-tables.ts'
import type { Desk, Fields } from './desk.ts'

/** What no entry tells of: the journal itself, what follows from the tables, and the marks of a month close. */
const DERIVED = ['journal', 'counter', 'ticket_phone']
const MARK = 'settled_revision'

interface Tables {
  readonly stored: Readonly<Record<string, readonly Fields[]>>
  readonly told: Readonly<Record<string, readonly Fields[]>>
}

/**
 * Every table as it stands, and as the exported journal alone tells it, without anything of the program's own replay. Old
 * rows start from where their import put them.
 */
export async function replayed(desk: Desk): Promise<Tables> {
  const tables = COPIED.map(([table]) => table).filter((name) => !DERIVED.includes(name))
  const told = new Map(tables.map((table) => [table, new Map<string, Fields>()]))
  const keys = new Map(tables.map((table) => [table, COPIED.find(([name]) => name === table)?.[1]]))
  const put = (table: string, row: Fields): void => {
    told.get(table)?.set(JSON.stringify(keys.get(table)?.map((column) => row[column])), unmarked(row))
  }
  for (const table of ['ticket', 'shift'])
    for (const row of desk.rows(`select * from ${table} where import_id is not null`)) put(table, row)
  for (const { table, after } of parse<Entry>(await desk.ok('export', 'journal'), { columns: true, bom: true }))
    put(table, JSON.parse(after) as Fields)
  return {
    stored: Object.fromEntries(
      tables.map((table) => [table, sorted(desk.rows(`select * from ${table}`).map(unmarked))]),
    ),
    told: Object.fromEntries(tables.map((table) => [table, sorted([...(told.get(table)?.values() ?? [])])])),
  }
}

interface Entry {
  readonly table: string
  readonly after: string
}

function unmarked(row: Fields): Fields {
  return Object.fromEntries(Object.entries(row).filter(([column]) => column !== MARK))
}

function sorted(rows: readonly Fields[]): Fields[] {
  return rows.toSorted((a, b) => (JSON.stringify(Object.values(a)) < JSON.stringify(Object.values(b)) ? -1 : 1))
}
