import Database from 'better-sqlite3'
import { codeOf } from './driver-faults.ts'

interface SchemaObject {
  readonly name: string
  readonly type: string
  readonly sql: string
}

const OBJECTS = `select name, type, sql from sqlite_schema where sql is not null order by name`
const MADE = /^CREATE (?:UNIQUE )?(?:TABLE|INDEX|TRIGGER|VIEW) /
const OURS = /^(?:--.*\n|\n)*create (?:unique )?(?:table|index|trigger|view) ((\w+)[^]*?);?\s*$/

/**
 * Names what differs from the schema that these migrations make: one of ours missing or other than we made it, and every
 * trigger and view that is not ours, because it would act in our name. Tables and indexes of others are left alone.
 */
export function foreignObjects(driver: Database.Database, migrations: readonly string[]): string[] {
  // SQLite keeps the text of a statement as it was written, but for its first words.
  const statements = migrations.flatMap((migration) => migration.split(';\n')).map((one) => OURS.exec(one.trimStart()))
  const made = new Map(statements.flatMap((one) => (one === null ? [] : [[one[2] ?? '', one[1]]])))
  const found = objectsIn(driver)
  const ours = new Set(
    found.filter(({ name, sql }) => made.get(name) === sql.replace(MADE, '')).map(({ name }) => name),
  )
  const missing = [...made.keys()].filter((name) => !ours.has(name))
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
