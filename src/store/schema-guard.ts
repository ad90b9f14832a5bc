import { codeOf } from './driver-faults.ts'
import { driverError, openInMemory } from './driver.ts'
import type { Driver } from './driver.ts'

interface SchemaObject {
  readonly name: string
  readonly type: string
  readonly sql: string
}

const OBJECTS = `select name, type, sql from sqlite_schema where sql is not null order by name`

/**
 * Names what differs from the schema that these migrations make: one of ours missing or other than we made it, and every
 * trigger and view that is not ours, because it would act in our name. Tables and indexes of others are left alone.
 */
export function foreignObjects(driver: Driver, migrations: readonly string[]): string[] {
  const found = objectsIn(driver)
  const model = new Map(schemaModel(migrations).map(({ name, sql }) => [name, sql]))
  const ours = new Set(found.filter(({ name, sql }) => model.get(name) === sql).map(({ name }) => name))
  const missing = [...model.keys()].filter((name) => !ours.has(name))
  const acting = found.filter(({ name, type }) => (type === 'trigger' || type === 'view') && !ours.has(name))
  return [...new Set([...missing, ...acting.map(({ name }) => name)])]
}

/** What the engine keeps of a schema after these migrations, as it would stand in a file: run in memory, 4 ms. */
export function schemaModel(migrations: readonly string[]): SchemaObject[] {
  const driver = openInMemory()
  try {
    for (const migration of migrations) driver.exec(migration)
    return objectsIn(driver)
  } finally {
    driver.close()
  }
}

function objectsIn(driver: Driver): SchemaObject[] {
  try {
    return driver.prepare(OBJECTS).all() as SchemaObject[]
  } catch (error) {
    // A schema that cannot be read is a plain error for SQLite.
    if (codeOf(error) !== 'SQLITE_ERROR') throw error
    throw driverError('the schema cannot be read', 'SQLITE_CORRUPT')
  }
}
