import { closeSync, openSync, readSync, statSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { Fault } from '../kernel/faults.ts'
import { safetyWords } from '../kernel/messages/safety.ts'
import { storeWords as t } from '../kernel/messages/store.ts'
import { asFault } from './driver-faults.ts'
import { THIS_MACHINE, windowsNameFlaw } from './windows-files.ts'
import type { Machine } from './windows-files.ts'

// Beside `office.db` SQLite takes files of these names for a part of it, or removes them.
const LOG = /-(?:wal|shm|journal)$/

/** What stands under the target's name may be all that an office has: any database, whoever made it. */
export function refuseDatabase(target: string): void {
  if (isDatabase(target)) throw new Fault('CANNOT_WRITE', t.isDatabase(target), t.nameAnother)
}

/** The names that SQLite keeps for itself beside a database, and those that name no file on Windows. */
export function refuseOddName(target: string, machine: Machine = THIS_MACHINE): void {
  const flaw = windowsNameFlaw(target, machine)
  if (flaw !== undefined) throw new Fault('CANNOT_WRITE', t.windowsName[flaw](target))
  const database = target.replace(LOG, '')
  if (database !== target && isDatabase(database))
    throw new Fault('CANNOT_WRITE', t.isLogOf(target, database), t.nameAnother)
}

/** The office of this call, which may be damaged, or yet to be made. */
export function refuseOffice(target: string, office: string): void {
  const file = target.replace(LOG, '')
  if (!isSame(file, office)) return
  throw new Fault(
    'CANNOT_WRITE',
    file === target ? safetyWords.isTheOffice(target) : t.isLogOf(target, office),
    t.nameAnother,
  )
}

const MAGIC = 'SQLite format 3\0'

function isDatabase(file: string): boolean {
  try {
    // A pipe would keep whoever opens it waiting.
    if (statSync(file, { throwIfNoEntry: false })?.isFile() !== true) return false
    const handle = openSync(file, 'r')
    try {
      const start = Buffer.alloc(MAGIC.length)
      return readSync(handle, start, 0, MAGIC.length, 0) === MAGIC.length && start.toString('latin1') === MAGIC
    } finally {
      closeSync(handle)
    }
  } catch (error) {
    throw asFault(error, file)
  }
}

/** One file under two names, or one name in two ways. */
function isSame(one: string, other: string): boolean {
  const isOne = (a: string, b: string): boolean => identityOf(a) !== undefined && identityOf(a) === identityOf(b)
  return isOne(one, other) || (basename(one) === basename(other) && isOne(dirname(one), dirname(other)))
}

/** Device and inode, through links; absent where there is nothing that can be looked at. */
export function identityOf(file: string): string | undefined {
  try {
    // File ids of Windows have 64 bits: as numbers, two files may look like one.
    const { dev, ino } = statSync(file, { bigint: true })
    return `${dev}:${ino}`
  } catch {
    return undefined
  }
}
