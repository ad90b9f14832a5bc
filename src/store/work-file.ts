import { closeSync, lstatSync, mkdtempSync, openSync, realpathSync, rmSync } from 'node:fs'
import { platform, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Fault } from '../kernel/faults.ts'
import { storeWords as t } from '../kernel/messages/store.ts'
import { asWriteFault } from './driver-faults.ts'
import type { TemporaryFile } from './temporary-file.ts'

/** Fills a file that is opened by its name; `finish` brings it into the temporary file, on the disk. */
export type FillByName<T> = (file: string, finish: () => void) => Promise<T>

const SIDE_FILES = ['-journal', '-wal', '-shm']

/**
 * For an engine that opens files by their names again and again: where nobody else may change what a name beside the
 * target leads to, that is the temporary file itself, else a file in a private folder, which `finish` copies.
 */
export async function fillByName<T>(temporary: TemporaryFile, fill: FillByName<T>): Promise<T> {
  if (isPrivate(dirname(temporary.name), temporary.owner)) {
    try {
      return await fill(temporary.name, () => temporary.syncNow(temporary.name))
    } finally {
      for (const end of SIDE_FILES) rmSync(temporary.name + end, { force: true })
    }
  }
  const folder = privateFolder(temporary)
  try {
    const file = join(folder, 'office.db')
    closeSync(openSync(file, 'wx', 0o600))
    return await fill(file, () => temporary.syncNow(file))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function privateFolder({ owner, target }: TemporaryFile): string {
  const place = [tmpdir(), '/tmp', '/var/tmp'].find((folder) => isPrivate(folder, owner))
  if (place === undefined) throw new Fault('CANNOT_WRITE', t.swapped(target), t.ownFolder)
  try {
    return mkdtempSync(join(place, 'baoxiu-'))
  } catch (error) {
    throw asWriteFault(error, place)
  }
}

const STICKY = 0o1000
const WRITABLE_BY_OTHERS = 0o022

/** May nobody but this user and root rename what lies in this folder, or in those above it? */
export function isPrivate(folder: string, user: number): boolean {
  // Windows keeps who may write elsewhere; its folders of users are their own.
  if (platform() === 'win32') return true
  try {
    for (let place = realpathSync(folder); ; place = dirname(place)) {
      const { mode, uid } = lstatSync(place)
      if (uid !== user && uid !== 0) return false
      if ((mode & WRITABLE_BY_OTHERS) !== 0 && (mode & STICKY) === 0) return false
      if (dirname(place) === place) return true
    }
  } catch {
    return false
  }
}
