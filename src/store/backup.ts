import { lstatSync, readdirSync, rmSync, statSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { clockText } from '../kernel/calendar.ts'
import { Fault } from '../kernel/faults.ts'
import { safetyWords as t } from '../kernel/messages/safety.ts'
import { storeWords } from '../kernel/messages/store.ts'
import type { Clock } from '../kernel/moment.ts'
import { refuseOddTarget, replaceAtomically } from './atomic-file.ts'
import { copyDatabase, pastStatesOf, verify } from './copy-database.ts'
import type { Contents } from './copy-database.ts'
import { identityOf } from './database-target.ts'
import { asFault, codeOf } from './driver-faults.ts'
import { hasContent, refuseStaleLogs } from './file-header.ts'
import { isFolder } from './folder.ts'
import { giveWay } from './interrupted.ts'

/** A copy that was opened and read from end to end before it got its name. */
export interface Backup extends Contents {
  readonly file: string
  readonly bytes: number
  /** Older backups that made room for it. */
  readonly removed: readonly string[]
}

/**
 * Takes a backup while others write. It replaces a file only where that is an earlier backup of the same office, and
 * only once it is verified; mode 0600.
 */
export async function backUp(file: string, target: string, signal: AbortSignal): Promise<Backup> {
  refuseTarget(file, target)
  return await replaceAtomically(target, async (copy, finish) => {
    await copyDatabase(file, copy, target, signal)
    const contents = await verify(copy, file, signal)
    finish()
    await refuseOtherOffice(file, target, signal)
    refuseTarget(file, target)
    // The last look: from here on the backup is finished, whatever is heard.
    await giveWay(signal)
    return { file: target, bytes: statSync(copy).size, ...contents, removed: [] }
  })
}

/** The same into a folder, as `office-20261122-030000.db`; of it and the older ones the newest `keep` stay. */
export async function backUpInto(
  file: string,
  folder: string,
  keep: number | undefined,
  clock: Clock,
  signal: AbortSignal,
): Promise<Backup> {
  if (!isFolder(folder)) throw new Fault('CANNOT_WRITE', storeWords.noFolder(folder))
  const name = `${baseOf(file)}-${stampOf(clock)}.db`
  const backup = await backUp(file, join(folder, name), signal)
  const removed = keep === undefined ? [] : await makeRoom(file, folder, name, keep)
  return { ...backup, removed }
}

/** `20261122-030000`, on the office's clock. */
export function stampOf({ zone, now }: Clock): string {
  return clockText(zone, now).replaceAll(/[-:]/g, '').replace(' ', '-')
}

/** `office` of `/srv/office.db`. */
export function baseOf(file: string): string {
  return basename(file, extname(file))
}

/**
 * The one just taken stays, and so does every newer one: whoever takes backups at the same time never removes the newest,
 * and what another has removed already is gone.
 */
async function makeRoom(file: string, folder: string, taken: string, keep: number): Promise<string[]> {
  try {
    const stamped = stampedIn(folder, file)
    const names = stamped.filter((name) => name !== taken).map((name) => join(folder, name))
    const others = (await pastStatesOf(file, names, UNSTOPPED)).sort()
    const older = others.filter((name) => name < join(folder, taken))
    const stays = Math.max(0, keep - 1 - (others.length - older.length))
    return older.slice(0, Math.max(0, older.length - stays)).filter(isRemoved)
  } catch (error) {
    throw asFault(error, folder)
  }
}

/** The backup is taken: what is left to do is short. */
const UNSTOPPED = new AbortController().signal

/** Files that are named like our backups and that nobody works on. */
function stampedIn(folder: string, file: string): string[] {
  const [start, own] = [`${baseOf(file)}-`, identityOf(file)]
  return readdirSync(folder)
    .filter((name) => name.startsWith(start) && /^\d{8}-\d{6}\.db$/.test(name.slice(start.length)))
    .filter((name) => {
      const path = join(folder, name)
      const isFile = lstatSync(path, { throwIfNoEntry: false })?.isFile() === true
      return isFile && identityOf(path) !== own && !hasLog(path)
    })
}

function isRemoved(backup: string): boolean {
  try {
    rmSync(backup)
    return true
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false
    throw error
  }
}

const hasLog = (file: string): boolean => ['-wal', '-journal'].some((end) => hasContent(file + end))

/** What stands there must be no database that anybody works on, and no log that would be written into the backup. */
function refuseTarget(file: string, target: string): void {
  try {
    refuseOddTarget(target)
    const found = identityOf(target)
    if (found === undefined) refuseStaleLogs(target)
    else if (found === identityOf(file)) throw new Fault('CANNOT_WRITE', t.isTheOffice(target))
    else if (hasLog(target)) throw new Fault('CANNOT_WRITE', t.inUse(target))
  } catch (error) {
    throw asFault(error, target)
  }
}

/** Compared with the office as it is now: another backup may have been taken a moment later. */
async function refuseOtherOffice(file: string, target: string, signal: AbortSignal): Promise<void> {
  if (identityOf(target) === undefined) return
  const isPast = (await pastStatesOf(file, [target], signal)).length > 0
  // Whoever makes room at the same time may have removed it meanwhile.
  if (!isPast && identityOf(target) !== undefined)
    throw new Fault('CANNOT_WRITE', t.notABackup(target), storeWords.nameAnother)
}
