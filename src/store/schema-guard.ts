import Database from 'better-sqlite3'
import { codeOf } from './driver-faults.ts'

interface SchemaObject {
  readonly name: string
  readonly type: string
  readonly sql: string
}

const OBJECTS = `select name, type, sql from sqlite_schema where sql is not null order by name`
const MADE = /^CREATE (?:UNIQUE )?(?:TABLE|INDEX|TRIGGER|VIEW) /
const OURS = /^create (?:unique )?(?:table|index|trigger|view) (\w+)/gm

/**
 * Names what differs from the schema that these migrations make: one of ours missing or other than we made it, and every
 * trigger and view that is not ours, because it would act in our name. Tables and indexes of others are left alone.
 */
export function foreignObjects(driver: Database.Database, migrations: readonly string[]): string[] {
  const made = migrations.join('\n')
  const found = objectsIn(driver)
  // SQLite keeps the text of a statement as it was written, but for its first words.
  const ours = new Set(found.filter(({ sql }) => made.includes(sql.replace(MADE, ''))).map(({ name }) => name))
  const missing = [...made.matchAll(OURS)].map(([, name = '']) => name).filter((name) => !ours.has(name))
  const acting = found.filter(({ name, type }) => (type === 'trigger' || type === 'view') && !ours.has(name))
  return [...new Set([...missing, ...acting.map(({ name }) => name)])]
}

function objectsIn(driver: Database.Database): SchemaObject[] {
  try {
    return driver.prepare(OBJECTS).all() as SchemaObject[]
  } catch (error) {
    // A schema that cannot be read is a plain error for SQLite.
    if (codeOf(error) !== 'SQLITE_ERROR') throw error
    throw new Database.SqliteError('the schema cannot be read', 'SQLITE_CORRUPT')
  }
}
