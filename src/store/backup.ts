import { lstatSync, readdirSync, statSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { clockText } from '../kernel/calendar.ts'
import { Fault } from '../kernel/faults.ts'
import { safetyWords as t } from '../kernel/messages/safety.ts'
import { storeWords } from '../kernel/messages/store.ts'
import type { Clock } from '../kernel/moment.ts'
import { replaceAtomically } from './atomic-file.ts'
import { copyDatabase, originOf, verify } from './copy-database.ts'
import type { Contents } from './copy-database.ts'
import { asFault } from './driver-faults.ts'
import { hasContent } from './file-header.ts'

/** A copy that was opened and read from end to end before it got its name. */
export interface Backup extends Omit<Contents, 'origin'> {
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
  refuseLiveTarget(file, target)
  let contents: Contents | undefined
  await replaceAtomically(target, async (temporary) => {
    await copyDatabase(file, temporary, signal)
    contents = verify(temporary, file)
    refuseOtherOffice(target, contents)
  })
  if (contents === undefined) throw new Error('a backup without contents')
  const { version, entries, changed_at } = contents
  return { file: target, bytes: statSync(target).size, version, entries, changed_at, removed: [] }
}

/** The same into a folder, as `office-20261122-030000.db`; of the older ones the newest `keep` − 1 stay. */
export async function backUpInto(
  file: string,
  folder: string,
  keep: number | undefined,
  clock: Clock,
  signal: AbortSignal,
): Promise<Backup> {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw new Fault('CANNOT_WRITE', storeWords.noFolder(folder))
  }
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

/** The one just taken always stays: it is the one that is known to be good. */
async function makeRoom(file: string, folder: string, taken: string, keep: number): Promise<string[]> {
  const start = `${baseOf(file)}-`
  const isStamped = (name: string): boolean =>
    name.startsWith(start) && /^\d{8}-\d{6}\.db$/.test(name.slice(start.length))
  const origin = originOf(file)
  const older = readdirSync(folder)
    .filter((name) => isStamped(name) && name !== taken && lstatSync(join(folder, name)).isFile())
    .sort()
    .toReversed()
    .map((name) => join(folder, name))
    .filter((backup) => originOf(backup) === origin)
  const removed = older.slice(keep - 1)
  try {
    for (const backup of removed) await rm(backup)
  } catch (error) {
    throw asFault(error, folder)
  }
  return removed
}

function refuseLiveTarget(file: string, target: string): void {
  const found = statSync(target, { throwIfNoEntry: false })
  if (found === undefined) return
  const own = statSync(file, { throwIfNoEntry: false })
  if (own?.ino === found.ino && own.dev === found.dev) throw new Fault('CANNOT_WRITE', t.isTheOffice(target))
  if (hasContent(`${target}-wal`)) throw new Fault('CANNOT_WRITE', t.inUse(target))
}

function refuseOtherOffice(target: string, contents: Contents): void {
  if (statSync(target, { throwIfNoEntry: false }) === undefined) return
  if (originOf(target) !== contents.origin) throw new Fault('CANNOT_WRITE', t.notABackup(target))
}
