import { closeSync, fsyncSync, lstatSync, openSync, realpathSync, renameSync, rmSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { Fault } from '../kernel/faults.ts'
import { safetyWords as t } from '../kernel/messages/safety.ts'
import { refuseOddTarget, syncFolder } from './atomic-file.ts'
import { baseOf } from './backup.ts'
import { connect } from './connection.ts'
import { copyDatabase, verify } from './copy-database.ts'
import type { Contents } from './copy-database.ts'
import { identityOf } from './database-target.ts'
import { asFault, asWriteFault, codeOf } from './driver-faults.ts'
import { hasContent, inspectFile, refuseNetworkDrive, refuseStaleLogs } from './file-header.ts'
import { Interrupted, giveWay } from './interrupted.ts'
import { makeFolder } from './folder.ts'
import { migrations } from './migrations/migrations.ts'
import { patiently } from './patience.ts'
import { connectToRead } from './read-connection.ts'
import { sqliteDb } from './sqlite-db.ts'
import type { Deed } from './sqlite-db.ts'
import { TemporaryFile, takeFreeName } from './temporary-file.ts'
import { fillByName } from './work-file.ts'
import { driverError, openDatabase } from './driver.ts'
import type { Driver } from './driver.ts'

/** A backup that took the place of the office's database. */
export interface Restored extends Contents {
  readonly file: string
  readonly from_file: string
  /** Where the replaced database is kept; absent where there was none. */
  readonly kept: string | undefined
}

interface How {
  /** Replace a database that exists. */
  readonly force: boolean
  /** Becomes part of the name under which the replaced one is kept. */
  readonly stamp: string
  /** Who restores, for the journal. */
  readonly deed: Deed
}

const LOGS = ['-wal', '-journal', '-shm']

/**
 * Puts a verified copy of a backup in the place of the database; the backup is only read. The journal's entry about it
 * is in the copy before that gets its name: there is no restored office without one.
 */
export async function restore(backup: string, file: string, how: How, signal: AbortSignal): Promise<Restored> {
  const present = isPresent(file)
  if (present) refuseReplacing(backup, file, how.force)
  inspectFile(backup, migrations.length)
  makeFolder(dirname(file))
  refuseNetworkDrive(file)
  const draft = await TemporaryFile.beside(file)
  try {
    return await fillByName(draft, async (copy, finish) => {
      await copyDatabase(backup, copy, file, signal)
      const contents = await verify(copy, backup, signal)
      const restored = { file, from_file: backup, kept: present ? keptName(file, how.stamp) : undefined, ...contents }
      await enter(copy, how.deed, restored, signal)
      finish()
      await giveWay(signal)
      if (restored.kept === undefined) await placeNew(draft)
      else await replace(draft, copy, restored.kept, signal)
      await syncFolder(dirname(file))
      return restored
    })
  } catch (error) {
    throw asWriteFault(error, file)
  } finally {
    await draft.end()
  }
}

function isPresent(file: string): boolean {
  try {
    return lstatSync(file, { throwIfNoEntry: false }) !== undefined
  } catch (error) {
    throw asFault(error, file)
  }
}

function refuseReplacing(backup: string, file: string, force: boolean): void {
  const found = identityOf(file)
  if (found !== undefined && found === identityOf(backup)) throw new Fault('INVALID_VALUE', t.isTheOffice(backup))
  if (!force) throw new Fault('DB_EXISTS', t.existsForce(file), t.useForce)
}

async function enter(draft: string, deed: Deed, restored: Restored, signal: AbortSignal): Promise<void> {
  const { file, from_file, kept = null, entries } = restored
  const driver = connect(draft)
  try {
    driver.pragma('trusted_schema = off')
    const change = { subject: file, table: 'restore', after: { from_file, kept, entries } }
    await sqliteDb(driver, deed, signal).record(change)
  } finally {
    driver.close()
  }
}

async function placeNew(draft: TemporaryFile): Promise<void> {
  const file = draft.target
  refuseStaleLogs(file)
  try {
    await draft.takeFreeName()
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw new Fault('DB_EXISTS', t.existsForce(file), t.useForce)
    throw error
  }
}

/** A sound database is replaced through the engine, whose locks all seats obey; a damaged one by its name. */
async function replace(draft: TemporaryFile, copy: string, kept: string, signal: AbortSignal): Promise<void> {
  if (await isSound(draft.target, signal)) await replaceContent(copy, draft.target, kept, signal)
  else await replaceFile(draft, kept)
}

function keptName(file: string, stamp: string): string {
  for (let number = 1; ; number += 1) {
    const more = number === 1 ? '' : `-${number}`
    const kept = join(dirname(file), `${baseOf(file)}.replaced-${stamp}${more}.db`)
    if (lstatSync(kept, { throwIfNoEntry: false }) === undefined) return kept
  }
}

async function isSound(file: string, signal: AbortSignal): Promise<boolean> {
  try {
    await verify(file, file, signal)
    return true
  } catch (error) {
    if (error instanceof Fault && UNSOUND.has(error.code)) return false
    throw error
  }
}

// Missing: a symbolic link to nowhere.
const UNSOUND = new Set(['DB_DAMAGED', 'DB_FOREIGN', 'DB_ALTERED', 'DB_NEWER', 'DB_MISSING'])

/** Other seats see the old state or the restored one: what is kept is exactly what is replaced. */
async function replaceContent(copy: string, file: string, kept: string, signal: AbortSignal): Promise<void> {
  const keeping = await TemporaryFile.beside(kept)
  const [source, old] = [connectToRead(copy), connectToRead(file)]
  try {
    // Without a log nobody, not even we, could read what is being replaced.
    await patiently(file, signal, () => old.pragma('journal_mode = wal'))
    await fillByName(keeping, async (past, finish) => {
      const keep = onlyOnce(() => {
        old.prepare('vacuum into ?').run(resolve(past))
        finish()
        keeping.takeFreeNameNow()
      })
      await patiently(file, signal, () => replacePages(source, file, keep, signal))
    })
  } catch (error) {
    keeping.giveNameBack()
    throw asWriteFault(error, file)
  } finally {
    source.close()
    old.close()
    await keeping.end()
  }
  await foldLog(file)
}

function onlyOnce(work: () => void): () => void {
  let isDone = false
  return () => {
    if (!isDone) work()
    isDone = true
  }
}

/** One transaction, in which nothing is written in between. */
async function replacePages(source: Driver, file: string, keep: () => void, signal: AbortSignal): Promise<void> {
  const step = (): number => {
    if (signal.aborted) throw new Interrupted()
    // The first step holds the writing place already.
    keep()
    return 2000
  }
  const { totalPages } = await source.backup(resolve(file), { progress: step })
  // The driver calls it done where it could not even begin.
  if (totalPages === 0) throw driverError('another seat is writing', 'SQLITE_BUSY')
}

/** What was restored shall survive a power cut from now on; where the disk has no room for it twice, in the log. */
async function foldLog(file: string): Promise<void> {
  const driver = openDatabase(file, { fileMustExist: true })
  try {
    driver.pragma('synchronous = full')
    driver.pragma('wal_checkpoint(truncate)')
  } catch {
    syncLog(`${realpathSync(file)}-wal`)
  } finally {
    driver.close()
  }
}

function syncLog(file: string): void {
  const handle = openSync(file, 'r+')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Keeps the file and its log as they are, under another name, for whoever can still read something out of them. */
async function replaceFile(draft: TemporaryFile, kept: string): Promise<void> {
  const file = draft.target
  refuseOddTarget(file)
  takeFreeName(file, kept)
  for (const end of ['-wal', '-journal']) if (hasContent(file + end)) renameSync(file + end, kept + end)
  for (const end of LOGS) rmSync(file + end, { force: true })
  await draft.replaceTarget()
}
