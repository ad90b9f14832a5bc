import { linkSync, mkdirSync, existsSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { randomUUID } from 'node:crypto'
import Database from 'better-sqlite3'
import type { ReadDb, WriteDb } from '../kernel/db.ts'
import { Fault } from '../kernel/faults.ts'
import { storeWords as t } from '../kernel/messages/store.ts'
import { asFault, codeOf } from './driver-faults.ts'
import { APPLICATION_ID, hasContent, inspectFile, refuseNetworkDrive, refuseStaleLogs, requireOurs } from './file-header.ts'
import { migrations } from './migrations/migrations.ts'
import { patiently } from './patience.ts'
import { sqliteDb } from './sqlite-db.ts'
import type { Deed } from './sqlite-db.ts'

/** The engine behind the Db port: one connection, one transaction at a time. */
export interface Store {
  reading<T>(work: (db: ReadDb) => Promise<T>): Promise<T>
  writing<T>(deed: Deed, work: (db: WriteDb) => Promise<T>): Promise<T>
  close(): void
}

const NO_DEED: Deed = { actor: '', verb: '', at: 0 }

/** Opens an existing office; refuses what is none, with the file unchanged. */
export async function openStore(file: string, signal: AbortSignal): Promise<Store> {
  inspectFile(file, migrations.length)
  if (hasContent(`${file}-wal`)) await inspectLog(file)
  const driver = connect(file)
  try {
    refuseNetworkDrive(file)
    const version = await patiently(file, () => {
      requireOurs(file, pragmaNumber(driver, 'application_id'), pragmaNumber(driver, 'user_version'), migrations.length)
      configure(driver)
      return pragmaNumber(driver, 'user_version')
    })
    if (version < migrations.length) await migrate(driver, file)
  } catch (error) {
    driver.close()
    throw asFault(error, file)
  }
  return storeOver(driver, file, signal)
}

/** With a log beside it, only SQLite knows whose file it is; read-only, because closing would fold the log into the file. */
async function inspectLog(file: string): Promise<void> {
  const driver = connect(file, true)
  try {
    await patiently(file, () =>
      requireOurs(
        file,
        pragmaNumber(driver, 'application_id'),
        pragmaNumber(driver, 'user_version'),
        migrations.length,
      ),
    )
  } finally {
    driver.close()
  }
}

/**
 * Makes an office beside its final name and links it there, so that of several who try at once exactly one
 * succeeds and nobody ever opens half a database.
 */
export async function createStore<T>(
  file: string,
  deed: Deed,
  signal: AbortSignal,
  work: (db: WriteDb) => Promise<T>,
): Promise<T> {
  if (existsSync(file)) throw new Fault('DB_EXISTS', t.exists(file))
  makeFolder(dirname(file))
  const draft = `${file}.${randomUUID()}.new`
  refuseStaleLogs(file)
  try {
    refuseNetworkDrive(file)
    const driver = new Database(draft, { timeout: 0 })
    const store = storeOver(driver, file, signal)
    let made: T
    try {
      driver.pragma(`application_id = ${APPLICATION_ID}`)
      configure(driver)
      await migrate(driver, file)
      made = await store.writing(deed, work)
    } finally {
      store.close()
    }
    linkSync(draft, file)
    return made
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw new Fault('DB_EXISTS', t.exists(file))
    throw asFault(error, file)
  } finally {
    for (const end of ['', '-wal', '-shm']) rmSync(draft + end, { force: true })
  }
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true })
  } catch (error) {
    const isNone = codeOf(error) === 'EEXIST' || codeOf(error) === 'ENOTDIR'
    throw isNone ? new Fault('CANNOT_WRITE', t.noFolder(folder)) : asFault(error, folder)
  }
}

function connect(file: string, readonly = false): Database.Database {
  try {
    return new Database(file, { fileMustExist: true, timeout: 0, readonly })
  } catch (error) {
    throw asFault(error, file)
  }
}

function configure(driver: Database.Database): void {
  driver.pragma('foreign_keys = on')
  driver.pragma('trusted_schema = off')
  // Without it REPLACE would take rows away behind the back of the triggers that keep the journal.
  driver.pragma('recursive_triggers = on')
  if (driver.pragma('journal_mode', { simple: true }) !== 'wal') driver.pragma('journal_mode = wal')
  // The driver compiles WAL to NORMAL, which loses acknowledged calls when the power goes.
  driver.pragma('synchronous = full')
  if (pragmaNumber(driver, 'synchronous') !== 2) throw new Error('SQLite refused synchronous=FULL')
}

function pragmaNumber(driver: Database.Database, name: string): number {
  return Number(driver.pragma(name, { simple: true }))
}

async function migrate(driver: Database.Database, file: string): Promise<void> {
  await patiently(file, () => driver.exec('begin immediate'))
  try {
    // Read again inside the transaction: another seat may have been first.
    const version = pragmaNumber(driver, 'user_version')
    for (const sql of migrations.slice(version)) driver.exec(sql)
    driver.pragma(`user_version = ${migrations.length}`)
    driver.exec('commit')
  } catch (error) {
    rollBack(driver)
    throw error
  }
}

function storeOver(driver: Database.Database, file: string, signal: AbortSignal): Store {
  let busy = false
  const alone = async <T>(work: () => Promise<T>): Promise<T> => {
    if (busy) throw new Error('a transaction is open on this connection already')
    busy = true
    try {
      return await work()
    } catch (error) {
      rollBack(driver)
      throw asFault(error, file)
    } finally {
      busy = false
    }
  }
  const reader = sqliteDb(driver, NO_DEED, signal)
  return {
    reading: (work) =>
      alone(async () => {
        driver.pragma('query_only = on')
        await patiently(file, () => beginReading(driver))
        const answer = await work(reader)
        driver.exec('commit')
        return answer
      }),
    writing: (deed, work) =>
      alone(async () => {
        driver.pragma('query_only = off')
        await patiently(file, () => driver.exec('begin immediate'))
        const answer = await work(sqliteDb(driver, deed, signal))
        driver.exec('commit')
        return answer
      }),
    close: () => driver.close(),
  }
}

/** A deferred transaction takes its state with its first read; here, so that the wait for it is ours. */
function beginReading(driver: Database.Database): void {
  driver.exec('begin')
  try {
    driver.exec('select 1 from sqlite_schema limit 1')
  } catch (error) {
    rollBack(driver)
    throw error
  }
}

function rollBack(driver: Database.Database): void {
  if (driver.open && driver.inTransaction) driver.exec('rollback')
}
