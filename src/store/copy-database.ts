import { dirname, resolve } from 'node:path'
import Database from 'better-sqlite3'
import { Fault } from '../kernel/faults.ts'
import { safetyWords as t } from '../kernel/messages/safety.ts'
import { storeWords } from '../kernel/messages/store.ts'
import type { Instant } from '../kernel/zone.ts'
import { asFault, codeOf } from './driver-faults.ts'
import { hasContent, inspectFile, requireOurs } from './file-header.ts'
import { orphans, structuralFindings } from './integrity.ts'
import { Interrupted } from './interrupted.ts'
import { migrations } from './migrations/migrations.ts'
import { foreignObjects } from './schema-guard.ts'

const PAGES = 2000

/** What stands in a database of ours that was found good. */
export interface Contents {
  readonly version: number
  /** The journal's last line and when it was written. */
  readonly entries: number
  readonly changed_at: Instant
  /** The journal's first line: two databases that begin with the same one are of the same office. */
  readonly origin: string
}

/**
 * Copies a database that others may be writing to, as it was at one commit, into a file that exists and is empty. The
 * pages are copied as they are, so that checking the copy checks the original too; the result needs no log beside it.
 */
export async function copyDatabase(file: string, copy: string, signal: AbortSignal): Promise<void> {
  const driver = connectToRead(file)
  try {
    driver.exec('begin')
    driver.exec('select 1 from sqlite_schema limit 1')
    const { totalPages } = await driver.backup(resolve(copy), { progress: () => unlessInterrupted(signal) })
    // The driver calls it done where it could not even begin.
    if (totalPages === 0) throw new Fault('DB_BUSY', storeWords.busy(file))
  } catch (error) {
    // Only the copy is written: a full disk is where it stands.
    throw asFault(error, codeOf(error)?.startsWith('SQLITE_FULL') === true ? dirname(copy) : file)
  } finally {
    driver.close()
  }
  standAlone(copy)
}

function unlessInterrupted(signal: AbortSignal): number {
  if (signal.aborted) throw new Interrupted()
  return PAGES
}

function standAlone(copy: string): void {
  const driver = new Database(resolve(copy), { fileMustExist: true, timeout: 0 })
  try {
    driver.pragma('trusted_schema = off')
    driver.pragma('journal_mode = delete')
  } finally {
    driver.close()
  }
}

/** Reads a database from end to end and refuses it where anything is wrong with it. `named` is what messages call it. */
export function verify(file: string, named = file): Contents {
  inspectFile(file, migrations.length)
  const driver = connectToRead(file)
  try {
    driver.exec('begin')
    const version = Number(driver.pragma('user_version', { simple: true }))
    requireOurs(named, Number(driver.pragma('application_id', { simple: true })), version, migrations.length)
    const foreign = foreignObjects(driver, migrations.slice(0, version))
    if (foreign.length > 0) throw new Fault('DB_ALTERED', storeWords.altered(named, foreign))
    requireSound(driver, named)
    return { version, ...journalOf(driver) }
  } catch (error) {
    throw asFault(error, named)
  } finally {
    driver.close()
  }
}

function requireSound(driver: Database.Database, named: string): void {
  const [first] = structuralFindings(driver, true)
  if (first !== undefined) throw new Fault('DB_DAMAGED', t.damagedBy(named, first))
  const [orphan] = orphans(driver)
  if (orphan !== undefined) throw new Fault('DB_DAMAGED', t.damagedBy(named, `${orphan.table} → ${orphan.parent}`))
}

const FIRST = `select at, actor, subject, after from journal order by entry limit 1`
const LAST = `select entry, at from journal order by entry desc limit 1`

function journalOf(driver: Database.Database): Omit<Contents, 'version'> {
  const first = driver.prepare(FIRST).get() as object | undefined
  const last = driver.prepare(LAST).get() as { entry: number; at: number } | undefined
  return { entries: last?.entry ?? 0, changed_at: last?.at ?? 0, origin: JSON.stringify(first ?? null) }
}

/** The office that a database belongs to; absent where it is none of ours or cannot be read. */
export function originOf(file: string): string | undefined {
  try {
    inspectFile(file, migrations.length)
    const driver = connectToRead(file)
    try {
      return journalOf(driver).origin
    } finally {
      driver.close()
    }
  } catch {
    return undefined
  }
}

/**
 * For reading only. A database with a log beside it is opened read-only, because closing it would fold the log into the
 * file; one without is not, because closing it read-only would leave an empty log behind.
 */
export function connectToRead(file: string): Database.Database {
  try {
    const readonly = hasContent(`${file}-wal`)
    const driver = new Database(resolve(file), { readonly, fileMustExist: true, timeout: 0 })
    driver.pragma('trusted_schema = off')
    return driver
  } catch (error) {
    throw asFault(error, file)
  }
}
