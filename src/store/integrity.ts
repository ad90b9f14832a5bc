import { codeOf } from './driver-faults.ts'
import { openToRead } from './read-connection.ts'
import type { Driver } from './driver.ts'

/** How many findings of one kind are worth reading; a damaged file has thousands. */
const MOST = 100

/** What the engine itself says of a database, whatever stands in it. */
export interface Integrity {
  /** What is wrong with its structure: empty where nothing is. */
  readonly structure: readonly string[]
  readonly orphans: readonly Orphan[]
}

/** A row that names a record which does not exist. */
export interface Orphan {
  readonly table: string
  readonly parent: string
  /** How many rows of the table name none. */
  readonly rows: number
}

/**
 * Reads a database from end to end; nobody is heard meanwhile. The quick form leaves out whether every index tells the
 * same as its table. What the driver throws stays as it is.
 */
export function integrityOf(file: string, full: boolean): Integrity {
  const driver = openToRead(file)
  try {
    driver.exec('begin')
    const structure = structureOf(driver, full)
    // In a damaged file the engine may walk in circles for ever; only its look at the structure counts the pages.
    return { structure, orphans: structure.length > 0 ? [] : orphansIn(driver) }
  } finally {
    driver.close()
  }
}

function structureOf(driver: Driver, full: boolean): string[] {
  const pragma = full ? 'integrity_check' : 'quick_check'
  const said = driver.pragma(`${pragma}(${MOST})`) as Record<string, string>[]
  const findings = said.map((row) => String(row[pragma]))
  return findings.length === 1 && findings[0] === 'ok' ? [] : findings
}

function orphansIn(driver: Driver): Orphan[] {
  const tables = driver.prepare(TABLES).pluck().all() as string[]
  const counted = new Map<string, Orphan>()
  for (const { table, parent } of tables.flatMap((name) => loose(driver, name))) {
    const key = `${table} ${parent}`
    counted.set(key, { table, parent, rows: (counted.get(key)?.rows ?? 0) + 1 })
  }
  return [...counted.values()]
}

const TABLES = `select name from sqlite_schema where type = 'table' order by name`

function loose(driver: Driver, table: string): Omit<Orphan, 'rows'>[] {
  try {
    return driver.pragma(`foreign_key_check("${table.replaceAll('"', '""')}")`) as Omit<Orphan, 'rows'>[]
  } catch (error) {
    // No key of ours: it names what is no key of another table. That the schema is altered is found elsewhere.
    if (codeOf(error) === 'SQLITE_ERROR') return []
    throw error
  }
}
