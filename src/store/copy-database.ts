import { dirname, resolve } from 'node:path'
import { Fault } from '../kernel/faults.ts'
import { storeWords } from '../kernel/messages/store.ts'
import type { Instant } from '../kernel/zone.ts'
import { askIntegrity } from './ask-integrity.ts'
import { requireSound } from './damage.ts'
import { asFault, asWriteFault, codeOf, isOfWriting } from './driver-faults.ts'
import { inspectFile, requireOurs } from './file-header.ts'
import { Interrupted } from './interrupted.ts'
import { migrations } from './migrations/migrations.ts'
import { patiently } from './patience.ts'
import { connectToRead } from './read-connection.ts'
import { foreignObjects } from './schema-guard.ts'
import { driverError, openDatabase } from './driver.ts'
import type { Driver } from './driver.ts'

const PAGES = 2000

/** What stands in a database of ours that was found good. */
export interface Contents {
  readonly version: number
  /** The journal's last line and when it was written. */
  readonly entries: number
  readonly changed_at: Instant
}

/**
 * Copies a database that others may be writing to, as it was at one commit, into a file that exists and is empty. The
 * pages are copied as they are, so that checking the copy checks the original too; the result needs no log beside it.
 */
export async function copyDatabase(file: string, copy: string, target: string, signal: AbortSignal): Promise<void> {
  try {
    await patiently(file, signal, () => copyPages(file, copy, signal))
  } catch (error) {
    // Only the copy is written: a full disk is where it stands.
    if (codeOf(error)?.startsWith('SQLITE_FULL') === true) throw asFault(error, dirname(copy))
    const isOfCopy = isOfWriting(error) || (codeOf(error) === 'SQLITE_IOERR' && canBeRead(file))
    throw isOfCopy ? asWriteFault(error, target) : asFault(error, file)
  }
  try {
    standAlone(copy)
  } catch (error) {
    throw asWriteFault(error, target)
  }
}

/** The driver does not say whether reading or writing failed: the original is read once more, to its end. */
function canBeRead(file: string): boolean {
  try {
    const driver = connectToRead(file)
    try {
      driver.pragma('quick_check')
      return true
    } finally {
      driver.close()
    }
  } catch {
    return false
  }
}

async function copyPages(file: string, copy: string, signal: AbortSignal): Promise<void> {
  const driver = connectToRead(file)
  try {
    driver.exec('begin')
    driver.exec('select 1 from sqlite_schema limit 1')
    const { totalPages } = await driver.backup(resolve(copy), { progress: () => unlessInterrupted(signal) })
    // The driver calls it done where it could not even begin.
    if (totalPages === 0) throw driverError('another seat is writing', 'SQLITE_BUSY')
  } finally {
    driver.close()
  }
}

function unlessInterrupted(signal: AbortSignal): number {
  if (signal.aborted) throw new Interrupted()
  return PAGES
}

function standAlone(copy: string): void {
  const driver = openDatabase(copy, { fileMustExist: true })
  try {
    driver.pragma('trusted_schema = off')
    driver.pragma('journal_mode = delete')
  } finally {
    driver.close()
  }
}

/** Reads a database from end to end and refuses it where anything is wrong with it. `named` is what messages call it. */
export async function verify(file: string, named: string, signal: AbortSignal): Promise<Contents> {
  try {
    return await patiently(named, signal, () => readContents(file, named, signal))
  } catch (error) {
    throw asFault(error, named)
  }
}

async function readContents(file: string, named: string, signal: AbortSignal): Promise<Contents> {
  inspectFile(file, migrations.length)
  const driver = connectToRead(file)
  try {
    driver.exec('begin')
    const version = Number(driver.pragma('user_version', { simple: true }))
    requireOurs(named, Number(driver.pragma('application_id', { simple: true })), version, migrations.length)
    const foreign = foreignObjects(driver, migrations.slice(0, version))
    if (foreign.length > 0) throw new Fault('DB_ALTERED', storeWords.altered(named, foreign))
    requireSound(await askIntegrity(file, true, signal), named)
    const last = driver.prepare(LAST).get() as { entry: number; at: number } | undefined
    return { version, entries: last?.entry ?? 0, changed_at: last?.at ?? 0 }
  } finally {
    driver.close()
  }
}

const LAST = `select entry, at from journal order by entry desc limit 1`
const ENTRY = `select at, actor, verb, subject, tbl, before, after, reason from journal where entry = ?`
const RESTORES = `select entry from journal where tbl = 'restore' order by entry`

/**
 * Those of the databases that hold an earlier state of `own`, or one that a restore has led it away from. That two begin
 * alike says nothing: two offices can be made in the same second.
 */
export async function pastStatesOf(own: string, others: readonly string[], signal: AbortSignal): Promise<string[]> {
  if (others.length === 0) return []
  try {
    return await patiently(own, signal, () => pastStatesAmong(own, others))
  } catch (error) {
    throw asFault(error, own)
  }
}

function pastStatesAmong(own: string, others: readonly string[]): string[] {
  const driver = connectToRead(own)
  try {
    driver.exec('begin')
    const restores = driver.prepare(RESTORES).pluck().all() as number[]
    return others.filter((other) => isPastState(other, driver, restores))
  } finally {
    driver.close()
  }
}

/** What cannot be read, or is none of ours, is nobody's past. */
function isPastState(other: string, own: Driver, restores: readonly number[]): boolean {
  try {
    inspectFile(other, migrations.length)
    const driver = connectToRead(other)
    try {
      const last = driver.prepare(LAST).get() as { entry: number } | undefined
      const isShared = (entry: number): boolean => {
        const theirs = driver.prepare(ENTRY).raw().get(entry)
        return theirs !== undefined && JSON.stringify(theirs) === JSON.stringify(own.prepare(ENTRY).raw().get(entry))
      }
      if (last === undefined || isShared(last.entry)) return last !== undefined
      return restores.some((entry) => isShared(entry - 1) && !isShared(entry))
    } finally {
      driver.close()
    }
  } catch {
    return false
  }
}
