import { accessSync, constants, existsSync } from 'node:fs'
import { dirname } from 'node:path'
import type { ReadDb, StageDb, WriteDb } from '../kernel/db.ts'
import { Fault } from '../kernel/faults.ts'
import { storeWords as t } from '../kernel/messages/store.ts'
import { configure, connect, pragmaNumber, requireOwnSchema, rollBack } from './connection.ts'
import { asFault, codeOf } from './driver-faults.ts'
import {
  APPLICATION_ID,
  hasContent,
  inspectFile,
  refuseNetworkDrive,
  refuseStaleLogs,
  requireOurs,
} from './file-header.ts'
import { lockHolderOf } from './lock-holder.ts'
import { makeFolder } from './folder.ts'
import { migrate } from './migrate.ts'
import { migrations } from './migrations/migrations.ts'
import { patiently } from './patience.ts'
import type { Waiting } from './patience.ts'
import { sqliteDb } from './sqlite-db.ts'
import type { Deed } from './sqlite-db.ts'
import { openDatabase } from './driver.ts'
import type { Driver } from './driver.ts'

/** The engine behind the Db port: one connection, one transaction at a time. */
export interface Store {
  reading<T>(work: (db: ReadDb) => Promise<T>): Promise<T>
  staging<T>(work: (db: StageDb) => Promise<T>): Promise<T>
  writing<T>(deed: Deed, work: (db: WriteDb) => Promise<T>, isLong?: boolean): Promise<T>
  close(): void
}

const NO_DEED: Deed = { actor: '', verb: '', at: 0 }

const UNTOLD: Waiting = { tell: () => undefined, mostMs: Infinity }

/**
 * Opens an existing office; refuses what is none, with the file unchanged. An older version is upgraded, and a backup
 * made an office that several can use, unless it is to be looked at as it is.
 */
export async function openStore(
  file: string,
  signal: AbortSignal,
  waiting: Waiting = UNTOLD,
  asItIs = false,
): Promise<Store> {
  try {
    inspectFile(file, migrations.length)
    if (hasContent(`${file}-wal`)) await inspectLog(file, signal)
  } catch (error) {
    throw asOpenFault(error, file)
  }
  const driver = connect(file)
  try {
    refuseNetworkDrive(file)
    const version = await patiently(file, signal, () => {
      const stored = pragmaNumber(driver, 'user_version')
      requireOurs(file, pragmaNumber(driver, 'application_id'), stored, migrations.length)
      requireOwnSchema(driver, file, stored)
      configure(driver, asItIs)
      return stored
    })
    if (version < migrations.length && !asItIs) await migrate(driver, file, signal)
  } catch (error) {
    driver.close()
    throw asOpenFault(error, file)
  }
  return storeOver(driver, file, signal, waiting)
}

// What a database with a log answers where nothing may be made beside it.
const CLOSED_FOLDER = /^SQLITE_(?:READONLY|CANTOPEN)/

function asOpenFault(error: unknown, file: string): unknown {
  return CLOSED_FOLDER.test(codeOf(error) ?? '') && closedness(file) !== undefined
    ? new Fault('CANNOT_READ', t.needsFolder(file), t.readACopy)
    : asFault(error, file)
}

/** With a log beside it, only SQLite knows whose file it is; read-only, because closing would fold the log into the file. */
async function inspectLog(file: string, signal: AbortSignal): Promise<void> {
  const driver = connect(file, true)
  try {
    await patiently(file, signal, () =>
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
  const closed = closedness(file)
  if (closed !== undefined) throw asFault(closed, file)
  const [{ TemporaryFile }, { fillByName }] = [await import('./temporary-file.ts'), await import('./work-file.ts')]
  const draft = await TemporaryFile.beside(file)
  try {
    refuseStaleLogs(file)
    refuseNetworkDrive(file)
    return await fillByName(draft, async (name, finish) => {
      const made = await makeOffice(openDatabase(name), { file, deed, signal, work })
      finish()
      await draft.takeFreeName()
      return made
    })
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw new Fault('DB_EXISTS', t.exists(file))
    throw asFault(error, file)
  } finally {
    await draft.end()
  }
}

interface NewOffice<T> {
  readonly file: string
  readonly deed: Deed
  readonly signal: AbortSignal
  readonly work: (db: WriteDb) => Promise<T>
}

async function makeOffice<T>(driver: Driver, { file, deed, signal, work }: NewOffice<T>): Promise<T> {
  const store = storeOver(driver, file, signal)
  try {
    driver.pragma(`application_id = ${APPLICATION_ID}`)
    configure(driver)
    await migrate(driver, file, signal)
    const made = await store.writing(deed, work)
    // Closing folds the log in as well, and tells nobody where the disk is full.
    driver.pragma('wal_checkpoint(truncate)')
    return made
  } finally {
    store.close()
  }
}

/** Why nothing may be made beside the file; absent where it may. */
function closedness(file: string): unknown {
  try {
    return accessSync(dirname(file), constants.W_OK)
  } catch (error) {
    return error
  }
}

function storeOver(driver: Driver, file: string, signal: AbortSignal, waiting: Waiting = UNTOLD): Store {
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
        await patiently(file, signal, () => beginReading(driver))
        return committed(driver, () => work(reader))
      }),
    staging: (work) =>
      alone(async () => {
        driver.pragma('query_only = off')
        await patiently(file, signal, () => beginReading(driver))
        return committed(driver, () => work(sqliteDb(driver, NO_DEED, signal)))
      }),
    writing: (deed, work, isLong = false) =>
      alone(async () => {
        driver.pragma('query_only = off')
        makeReady(driver, isLong)
        await patiently(file, signal, () => beginWriting(driver), { ...waiting, holder: () => lockHolderOf(file) })
        return committed(driver, () => work(sqliteDb(driver, deed, signal)))
      }),
    close: () => driver.close(),
  }
}

async function committed<T>(driver: Driver, work: () => Promise<T>): Promise<T> {
  const answer = await work()
  driver.exec('commit')
  return answer
}

/** Long work touches every page of the indexes again and again, and looks its references up itself. */
function makeReady(driver: Driver, isLong: boolean): void {
  driver.pragma(`foreign_keys = ${isLong ? 'off' : 'on'}`)
  driver.pragma(`cache_size = -${isLong ? 65_536 : 16_000}`)
}

function beginWriting(driver: Driver): void {
  driver.exec('begin immediate')
}

/** A deferred transaction takes its state with its first read; here, so that the wait for it is ours. */
function beginReading(driver: Driver): void {
  driver.exec('begin')
  try {
    driver.exec('select 1 from sqlite_schema limit 1')
  } catch (error) {
    rollBack(driver)
    throw error
  }
}
