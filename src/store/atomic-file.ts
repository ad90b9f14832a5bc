import {
  accessSync,
  closeSync,
  constants,
  linkSync,
  lstatSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { open } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Fault } from '../kernel/faults.ts'
import { storeWords as t } from '../kernel/messages/store.ts'
import { refuseDatabase, refuseOddName } from './database-target.ts'
import { asWriteFault, codeOf } from './driver-faults.ts'
import { isFolder } from './folder.ts'
import { renameWhenFree } from './windows-files.ts'

/** Takes pieces of the file, in order. */
export type WritePiece = (piece: string | Uint8Array) => Promise<void>

/**
 * Writes a whole file or nothing: a random temporary file beside the target, fsync, rename; mode 0600.
 * Never through a symbolic link, a pipe or a device, and never in the place of a database.
 */
export async function writeFileAtomically(target: string, produce: Produce): Promise<void> {
  await place(await textDraftOf({ target, produce }))
}

/** Hands out a file piece by piece. */
type Produce = (write: WritePiece) => Promise<void>
/** Writes a file by its name. */
type Fill = (temporary: string) => Promise<void>

export interface FileToWrite {
  readonly target: string
  readonly produce: Produce
}

/** Files that belong together: none gets its name before all are whole on the disk. */
export async function writeTogether(files: readonly FileToWrite[]): Promise<void> {
  // All are waited for, so that none is left half-way when another one fails.
  const settled = await Promise.allSettled(files.map(textDraftOf))
  const drafts = settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
  try {
    for (const one of settled) if (one.status === 'rejected') throw one.reason
    for (const draft of drafts) await place(draft)
  } finally {
    for (const { temporary } of drafts) rmSync(temporary, { force: true })
  }
}

async function textDraftOf({ target, produce }: FileToWrite): Promise<Draft> {
  refuseTextTarget(target)
  return await draftOf(target, async (temporary) => {
    const handle = await open(temporary, 'w')
    try {
      await produceInto(handle, { target, produce })
    } finally {
      await handle.close()
    }
  })
}

/** The same for what writes a file by its name: `fill` gets an empty temporary file beside the target. */
export async function replaceAtomically(target: string, fill: Fill): Promise<void> {
  await place(await draftOf(target, fill))
}

/** A whole file on the disk that does not have its name yet. */
interface Draft {
  readonly target: string
  readonly temporary: string
}

async function draftOf(target: string, fill: Fill): Promise<Draft> {
  refuseOddTarget(target)
  const temporary = temporaryBeside(target)
  try {
    await makeEmptyFile(temporary)
    await fill(temporary)
    await syncFile(temporary)
    return { target, temporary }
  } catch (error) {
    removeDraft(temporary)
    throw asWriteFault(error, target)
  }
}

async function place({ target, temporary }: Draft): Promise<void> {
  try {
    await renameWhenFree(temporary, target)
    await syncFolder(dirname(target))
    removeForgotten(target)
  } catch (error) {
    throw asWriteFault(error, target)
  } finally {
    removeDraft(temporary)
  }
}

function removeDraft(temporary: string): void {
  for (const end of ['', '-journal', '-wal', '-shm']) rmSync(temporary + end, { force: true })
}

/** A hidden name in the same folder that nobody else has. */
export function temporaryBeside(target: string): string {
  return join(dirname(target), `.baoxiu-${crypto.randomUUID()}.tmp`)
}

const FORGOTTEN = /^\.baoxiu-[\da-f-]{36}\.tmp(?:-journal|-wal|-shm)?$/
const DAY_MS = 86_400_000

/** What a call that was killed left behind more than a day ago, by the clock of the disk. */
function removeForgotten(target: string): void {
  const folder = dirname(target)
  try {
    const now = statSync(target).mtimeMs
    for (const name of readdirSync(folder).filter((other) => FORGOTTEN.test(other))) {
      const found = lstatSync(join(folder, name))
      if (found.isFile() && now - found.mtimeMs > DAY_MS) rmSync(join(folder, name), { force: true })
    }
  } catch {
    // The file itself is written; whoever may not tidy up leaves it to the next.
  }
}

/** Refused where the name is taken; mode 0600. */
export async function makeEmptyFile(file: string): Promise<void> {
  await (await open(file, 'wx', 0o600)).close()
}

export async function syncFile(file: string): Promise<void> {
  const handle = await open(file, 'r+')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

const PIECE = 1 << 16

async function produceInto(handle: FileHandle, { target, produce }: FileToWrite): Promise<void> {
  let waiting: Uint8Array[] = []
  let size = 0
  const flush = async (): Promise<void> => {
    // writeFile on a handle goes on where the last write ended, and writes all of it.
    await handle.writeFile(Buffer.concat(waiting)).catch((error: unknown) => {
      // Here, because what produces may be reading an office, whose disk is another one.
      throw asWriteFault(error, target)
    })
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

// What file systems without hard links answer: those of USB sticks and of some network drives.
const NO_LINKS = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'])

/** Gives a finished file its name, which nobody may have taken: of several who try at once exactly one succeeds. */
export function placeExclusively(finished: string, file: string): void {
  try {
    linkSync(finished, file)
  } catch (error) {
    if (!NO_LINKS.has(codeOf(error) ?? '')) throw error
    closeSync(openSync(file, 'wx', 0o600))
    renameSync(finished, file)
  }
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
