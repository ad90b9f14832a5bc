import { accessSync, constants, lstatSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Fault } from '../kernel/faults.ts'
import { storeWords as t } from '../kernel/messages/store.ts'
import { refuseDatabase, refuseOddName } from './database-target.ts'
import { asWriteFault } from './driver-faults.ts'
import { isFolder } from './folder.ts'
import { TemporaryFile } from './temporary-file.ts'
import { fillByName } from './work-file.ts'
import type { FillByName } from './work-file.ts'

/** Takes pieces of the file, in order. */
export type WritePiece = (piece: string | Uint8Array) => Promise<void>
/** Hands out a file piece by piece. */
type Produce = (write: WritePiece) => Promise<void>

export interface FileToWrite {
  readonly target: string
  readonly produce: Produce
}

/**
 * Writes a whole file or nothing: a random temporary file beside the target, fsync, rename; mode 0600.
 * Never through a symbolic link, a pipe or a device, and never in the place of a database.
 */
export async function writeFileAtomically(target: string, produce: Produce): Promise<void> {
  await writeTogether([{ target, produce }])
}

/** Files that belong together: none gets its name before all are whole on the disk. */
export async function writeTogether(files: readonly FileToWrite[]): Promise<void> {
  // All are waited for, so that none is left half-way when another one fails.
  const settled = await Promise.allSettled(files.map(wholeFile))
  const whole = settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
  try {
    for (const one of settled) if (one.status === 'rejected') throw one.reason
    for (const temporary of whole) await temporary.replaceTarget()
    await Promise.all([...new Set(files.map(({ target }) => dirname(target)))].map(syncFolder))
  } finally {
    await Promise.all(whole.map((temporary) => temporary.end()))
  }
}

async function wholeFile({ target, produce }: FileToWrite): Promise<TemporaryFile> {
  refuseTextTarget(target)
  const temporary = await TemporaryFile.beside(target)
  try {
    await inPieces(temporary, produce)
    await temporary.sync()
    return temporary
  } catch (error) {
    await temporary.end()
    throw error
  }
}

/** The same for what writes a file by its name, and calls `finish` at its end. */
export async function replaceAtomically<T>(target: string, fill: FillByName<T>): Promise<T> {
  refuseOddTarget(target)
  const temporary = await TemporaryFile.beside(target)
  try {
    const made = await fillByName(temporary, fill)
    await temporary.replaceTarget()
    await syncFolder(dirname(target))
    return made
  } catch (error) {
    throw asWriteFault(error, target)
  } finally {
    await temporary.end()
  }
}

const PIECE = 1 << 16

async function inPieces(temporary: TemporaryFile, produce: Produce): Promise<void> {
  let waiting: Uint8Array[] = []
  let size = 0
  const flush = async (): Promise<void> => {
    await temporary.write(Buffer.concat(waiting))
    waiting = []
    size = 0
  }
  await produce(async (piece) => {
    const bytes = typeof piece === 'string' ? Buffer.from(piece, 'utf8') : piece
    waiting.push(bytes)
    size += bytes.length
    if (size >= PIECE) await flush()
  })
  await flush()
}

/** What a table or a paper must not be written to: an odd target, and any database. */
export function refuseTextTarget(target: string): void {
  refuseOddTarget(target)
  refuseDatabase(target)
}

/** What must not be written: a folder, a link, a pipe, a device, a log of SQLite's, and a file that its owner has closed to us. */
export function refuseOddTarget(target: string): void {
  try {
    refuseUnlessOrdinary(target)
  } catch (error) {
    throw asWriteFault(error, target)
  }
}

function refuseUnlessOrdinary(target: string): void {
  if (!isFolder(dirname(target))) throw new Fault('CANNOT_WRITE', t.noFolder(dirname(target)))
  refuseOddName(target)
  const found = lstatSync(target, { throwIfNoEntry: false })
  if (found === undefined) return
  if (found.isSymbolicLink()) throw new Fault('CANNOT_WRITE', t.symlink(target))
  if (found.isDirectory()) throw new Fault('CANNOT_WRITE', t.folder(target))
  if (!found.isFile()) throw new Fault('CANNOT_WRITE', t.notAFile(target))
  accessSync(target, constants.W_OK)
}

/** Makes the rename itself survive a power cut; not every file system lets a folder be opened. */
export async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r')
    try {
      await handle.sync()
    } finally {
      await handle.close()
    }
  } catch {
    // The file is whole under its name either way.
  }
}
