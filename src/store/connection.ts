import { Fault } from '../kernel/faults.ts'
import { storeWords as t } from '../kernel/messages/store.ts'
import { asFault, codeOf } from './driver-faults.ts'
import { migrations } from './migrations/migrations.ts'
import { foreignObjects } from './schema-guard.ts'
import { openDatabase } from './driver.ts'
import type { Driver } from './driver.ts'

export function connect(file: string, readonly = false): Driver {
  try {
    return openDatabase(file, { fileMustExist: true, readonly })
  } catch (error) {
    throw asFault(error, file)
  }
}

export function configure(driver: Driver, asItIs = false): void {
  driver.pragma('foreign_keys = on')
  driver.pragma('trusted_schema = off')
  // Without it REPLACE would take rows away behind the back of the triggers that keep the journal.
  driver.pragma('recursive_triggers = on')
  if (!asItIs && driver.pragma('journal_mode', { simple: true }) !== 'wal') switchToLog(driver)
  // The driver compiles WAL to NORMAL, which loses acknowledged calls when the power goes.
  driver.pragma('synchronous = full')
  if (pragmaNumber(driver, 'synchronous') !== 2) throw new Error('SQLite refused synchronous=FULL')
}

function switchToLog(driver: Driver): void {
  try {
    driver.pragma('journal_mode = wal')
  } catch (error) {
    // A backup on a medium that cannot be written can still be read; whoever writes hears of it then.
    if (codeOf(error)?.startsWith('SQLITE_READONLY') !== true) throw error
  }
}

export function pragmaNumber(driver: Driver, name: string): number {
  return Number(driver.pragma(name, { simple: true }))
}

/** Triggers and views of others would act in our name, before the first write and at every later one. */
export function requireOwnSchema(driver: Driver, file: string, version: number): void {
  const foreign = foreignObjects(driver, migrations.slice(0, version))
  if (foreign.length > 0) throw new Fault('DB_ALTERED', t.altered(file, foreign))
}

export function rollBack(driver: Driver): void {
  if (driver.open && driver.inTransaction) driver.exec('rollback')
}
