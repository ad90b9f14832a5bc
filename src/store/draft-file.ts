import { existsSync, rmSync } from 'node:fs'
import { link, open } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Fault } from '../kernel/faults.ts'
import { storeWords as t } from '../kernel/messages/store.ts'
import { refuseOddTarget, syncFolder, temporaryBeside } from './atomic-file.ts'
import { asWriteFault, codeOf } from './driver-faults.ts'
import { renameWhenFree } from './windows-files.ts'

const PIECE = 1 << 16

/** A file in the making, beside its name to be: kept whole under that name, never over another file, or thrown away. */
export class DraftFile {
  readonly target: string
  private readonly temporary: string
  private readonly handle: FileHandle
  private waiting: string[] = []
  private size = 0

  private constructor(target: string, temporary: string, handle: FileHandle) {
    this.target = target
    this.temporary = temporary
    this.handle = handle
  }

  static async open(target: string): Promise<DraftFile> {
    refuseOddTarget(target)
    if (existsSync(target)) throw new Fault('CANNOT_WRITE', t.exists(target))
    const temporary = temporaryBeside(target)
    try {
      return new DraftFile(target, temporary, await open(temporary, 'wx', 0o600))
    } catch (error) {
      throw asWriteFault(error, target)
    }
  }

  /** All of a file that is no text. */
  async writeBytes(bytes: Uint8Array): Promise<void> {
    try {
      await this.handle.writeFile(bytes)
    } catch (error) {
      throw asWriteFault(error, this.target)
    }
  }

  async write(text: string): Promise<void> {
    this.waiting.push(text)
    this.size += text.length
    if (this.size >= PIECE) await this.flush()
  }

  /** All of it is on the disk, though not under its name yet. */
  async finish(): Promise<void> {
    await this.flush()
    await this.handle.sync()
    await this.handle.close()
  }

  /** After `finish`. */
  async keep(): Promise<void> {
    try {
      await link(this.temporary, this.target).catch(async (error: unknown) => {
        // Not every file system has links.
        if (codeOf(error) === 'EEXIST' || existsSync(this.target))
          throw new Fault('CANNOT_WRITE', t.exists(this.target))
        await renameWhenFree(this.temporary, this.target)
      })
      rmSync(this.temporary, { force: true })
      await syncFolder(dirname(this.target))
    } catch (error) {
      throw asWriteFault(error, this.target)
    }
  }

  async discard(): Promise<void> {
    await this.handle.close().catch(() => undefined)
    rmSync(this.temporary, { force: true })
  }

  private async flush(): Promise<void> {
    const text = this.waiting.join('')
    this.waiting = []
    this.size = 0
    try {
      await this.handle.writeFile(text)
    } catch (error) {
      throw asWriteFault(error, this.target)
    }
  }
}
