import {
  closeSync,
  fstatSync,
  fsyncSync,
  linkSync,
  lstatSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { open } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Fault } from '../kernel/faults.ts'
import { storeWords as t } from '../kernel/messages/store.ts'
import { asWriteFault, codeOf } from './driver-faults.ts'
import { THIS_MACHINE, renameWhenFree } from './windows-files.ts'

const COPY_PIECE = 1 << 20

/**
 * A file in the making beside its name to be: made exclusively under a random name, mode 0600, with one handle from the
 * beginning to the end. Whoever may write the folder can put something else under that name; it is neither written
 * through, nor given the target's name, nor removed.
 */
export class TemporaryFile {
  readonly target: string
  readonly name: string
  private readonly handle: FileHandle

  private constructor(target: string, name: string, handle: FileHandle) {
    this.target = target
    this.name = name
    this.handle = handle
  }

  static async beside(target: string): Promise<TemporaryFile> {
    const name = join(dirname(target), `.baoxiu-${crypto.randomUUID()}.tmp`)
    try {
      return new TemporaryFile(target, name, await open(name, 'wx+', 0o600))
    } catch (error) {
      throw asWriteFault(error, target)
    }
  }

  /** The user who made it. */
  get owner(): number {
    return fstatSync(this.handle.fd).uid
  }

  /** All of it, behind what was written before. */
  async write(bytes: string | Uint8Array): Promise<void> {
    await this.attempt(this.handle.writeFile(bytes))
  }

  async sync(): Promise<void> {
    await this.attempt(this.handle.sync())
  }

  /** Everything on the disk before anything else happens; `file`, where it is another one, is copied into it first. */
  syncNow(file: string): void {
    try {
      if (file !== this.name) this.copyFrom(file)
      fsyncSync(this.handle.fd)
    } catch (error) {
      throw asWriteFault(error, this.target)
    }
  }

  /** Takes the target's name, and the place of what bears it. */
  async replaceTarget(): Promise<void> {
    await this.place(() => renameWhenFree(this.name, this.target))
  }

  /** Takes the target's name, which nobody may have. */
  async takeFreeName(): Promise<void> {
    const take = async (from: string, to: string): Promise<void> => takeFreeName(from, to)
    await this.place(() => renameWhenFree(this.name, this.target, { ...THIS_MACHINE, rename: take }))
  }

  /** The same without waiting where somebody holds the file. */
  takeFreeNameNow(): void {
    this.requireUnder(this.name)
    try {
      takeFreeName(this.name, this.target)
    } catch (error) {
      throw this.faultOf(error)
    }
    this.requireUnder(this.target)
  }

  /** What came after it failed: the target's name is free again. */
  giveNameBack(): void {
    if (this.isUnder(this.target)) rmSync(this.target)
  }

  /** Ends the work on it; what bears the temporary name goes where it is this file. Never throws. */
  async end(): Promise<void> {
    try {
      if (this.isUnder(this.name)) rmSync(this.name)
    } catch {
      // What could not be tidied up takes nothing from what was done.
    }
    await this.handle.close().catch(() => undefined)
  }

  private copyFrom(file: string): void {
    const source = openSync(file, 'r')
    try {
      const room = new Uint8Array(COPY_PIECE)
      for (let read = readSync(source, room); read > 0; read = readSync(source, room)) {
        for (let done = 0; done < read;) done += writeSync(this.handle.fd, room, done, read - done)
      }
    } finally {
      closeSync(source)
    }
  }

  private async place(rename: () => Promise<void>): Promise<void> {
    this.requireUnder(this.name)
    try {
      await rename()
    } catch (error) {
      throw this.faultOf(error)
    }
    // Somebody may have been quicker than the look before.
    this.requireUnder(this.target)
  }

  private faultOf(error: unknown): unknown {
    return codeOf(error) === 'EEXIST' ? error : asWriteFault(error, this.target)
  }

  private requireUnder(path: string): void {
    if (!this.isUnder(path)) throw new Fault('CANNOT_WRITE', t.swapped(this.target), t.ownFolder)
  }

  private isUnder(path: string): boolean {
    const found = lstatSync(path, { bigint: true, throwIfNoEntry: false })
    const own = fstatSync(this.handle.fd, { bigint: true })
    return found !== undefined && found.ino === own.ino && found.dev === own.dev
  }

  private async attempt(work: Promise<unknown>): Promise<void> {
    try {
      await work
    } catch (error) {
      throw asWriteFault(error, this.target)
    }
  }
}

/** What file systems without hard links answer: those of USB sticks and of some network drives. */
const NO_LINKS = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'])

/** Gives a file a name that nobody may have: of several who try at once exactly one succeeds, the others get EEXIST. */
export function takeFreeName(file: string, name: string): void {
  try {
    linkSync(file, name)
  } catch (error) {
    if (!NO_LINKS.has(codeOf(error) ?? '')) throw error
    closeSync(openSync(name, 'wx', 0o600))
    try {
      renameSync(file, name)
    } catch (held) {
      rmSync(name)
      throw held
    }
  }
}
