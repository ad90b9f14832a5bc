import { linkSync, mkdirSync, existsSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { randomUUID } from 'node:crypto'
import Database from 'better-sqlite3'
import type { ReadDb, WriteDb } from '../kernel/db.ts'
import { Fault } from '../kernel/faults.ts'
import { storeWords as t } from '../kernel/messages/store.ts'
import { asFault, codeOf } from './driver-faults.ts'
import { APPLICATION_ID, inspectFile, refuseNetworkDrive, requireOurs } from './file-header.ts'
import { migrations } from './migrations/migrations.ts'
import { sqliteDb } from './sqlite-db.ts'
import type { Deed } from './sqlite-db.ts'

/** The engine behind the Db port: one connection, one transaction at a time. */
export interface Store {
  reading<T>(work: (db: ReadDb) => Promise<T>): Promise<T>
  writing<T>(deed: Deed, work: (db: WriteDb) => Promise<T>): Promise<T>
  close(): void
}

const PATIENCE_MS = 10_000
const NO_DEED: Deed = { actor: '', verb: '', at: 0 }

/** Opens an existing office; refuses what is none, with the file unchanged. */
export async function openStore(file: string, signal: AbortSignal): Promise<Store> {
  inspectFile(file, migrations.length)
  const driver = connect(file)
  try {
    refuseNetworkDrive(file)
    requireOurs(file, pragmaNumber(driver, 'application_id'), pragmaNumber(driver, 'user_version'), migrations.length)
    configure(driver)
    if (pragmaNumber(driver, 'user_version') < migrations.length) await migrate(driver, file)
  } catch (error) {
    driver.close()
    throw asFault(error, file)
  }
  return storeOver(driver, file, signal)
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
  const draft = `${file}.${randomUUID()}.new`
  try {
    mkdirSync(dirname(file), { recursive: true })
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

function connect(file: string): Database.Database {
  try {
    return new Database(file, { fileMustExist: true, timeout: 0 })
  } catch (error) {
    throw asFault(error, file)
  }
}

function configure(driver: Database.Database): void {
  driver.pragma('foreign_keys = on')
  driver.pragma('trusted_schema = off')
  if (driver.pragma('journal_mode', { simple: true }) !== 'wal') driver.pragma('journal_mode = wal')
  // The driver compiles WAL to NORMAL, which loses acknowledged calls when the power goes.
  driver.pragma('synchronous = full')
  if (pragmaNumber(driver, 'synchronous') !== 2) throw new Error('SQLite refused synchronous=FULL')
}

function pragmaNumber(driver: Database.Database, name: string): number {
  return Number(driver.pragma(name, { simple: true }))
}

async function migrate(driver: Database.Database, file: string): Promise<void> {
  await begin(driver, file)
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
        driver.exec('begin')
        const answer = await work(reader)
        driver.exec('commit')
        return answer
      }),
    writing: (deed, work) =>
      alone(async () => {
        driver.pragma('query_only = off')
        await begin(driver, file)
        const answer = await work(sqliteDb(driver, deed, signal))
        driver.exec('commit')
        return answer
      }),
    close: () => driver.close(),
  }
}

/** Takes the one writing place; waits for another seat without blocking the event loop, so that Ctrl-C is heard. */
async function begin(driver: Database.Database, file: string): Promise<void> {
  const patience = performance.now() + PATIENCE_MS
  for (;;) {
    try {
      driver.exec('begin immediate')
      return
    } catch (error) {
      const busy = codeOf(error)?.startsWith('SQLITE_BUSY') === true
      if (!busy || performance.now() > patience) throw asFault(error, file)
    }
    await new Promise((resolve) => setTimeout(resolve, 20 + Math.random() * 40))
  }
}

function rollBack(driver: Database.Database): void {
  if (driver.open && driver.inTransaction) driver.exec('rollback')
}
