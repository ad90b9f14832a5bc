import { randomUUID } from 'node:crypto'
import { lstatSync, rmSync } from 'node:fs'
import { open, rename } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { dirname, join, basename } from 'node:path'
import { Fault } from '../kernel/faults.ts'
import { storeWords as t } from '../kernel/messages/store.ts'
import { asFault } from './driver-faults.ts'

/** Takes pieces of the file, in order. */
export type WritePiece = (piece: string | Uint8Array) => Promise<void>

/**
 * Writes a whole file or nothing: a random temporary file beside the target, fsync, rename; mode 0600.
 * Never through a symbolic link, a pipe or a device.
 */
export async function writeFileAtomically(
  target: string,
  produce: (write: WritePiece) => Promise<void>,
): Promise<void> {
  refuseOddTarget(target)
  const temporary = join(dirname(target), `.${basename(target)}.${randomUUID()}.tmp`)
  let handle: FileHandle | undefined
  try {
    handle = await open(temporary, 'wx', 0o600)
    await produceInto(handle, produce)
    await handle.sync()
    await handle.close()
    handle = undefined
    await rename(temporary, target)
    await syncFolder(dirname(target))
  } catch (error) {
    await handle?.close()
    rmSync(temporary, { force: true })
    throw asFault(error, target)
  }
}

const PIECE = 1 << 16

async function produceInto(handle: FileHandle, produce: (write: WritePiece) => Promise<void>): Promise<void> {
  let waiting: Uint8Array[] = []
  let size = 0
  const flush = async (): Promise<void> => {
    // writeFile on a handle goes on where the last write ended, and writes all of it.
    await handle.writeFile(Buffer.concat(waiting))
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

function refuseOddTarget(target: string): void {
  const found = lstatSync(target, { throwIfNoEntry: false })
  if (found === undefined) return
  if (found.isSymbolicLink()) throw new Fault('CANNOT_WRITE', t.symlink(target))
  if (found.isDirectory()) throw new Fault('CANNOT_WRITE', t.folder(target))
  if (!found.isFile()) throw new Fault('CANNOT_WRITE', t.notAFile(target))
}

/** Makes the rename itself survive a power cut; not every file system lets a folder be opened. */
async function syncFolder(folder: string): Promise<void> {
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
