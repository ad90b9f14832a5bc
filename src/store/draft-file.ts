import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import { Fault } from '../kernel/faults.ts'
import { storeWords as t } from '../kernel/messages/store.ts'
import { refuseOddTarget, syncFolder } from './atomic-file.ts'
import { codeOf } from './driver-faults.ts'
import { TemporaryFile } from './temporary-file.ts'

const PIECE = 1 << 16

/** A file in the making, beside its name to be: kept whole under that name, never over another file, or thrown away. */
export class DraftFile {
  readonly target: string
  private readonly temporary: TemporaryFile
  private waiting: string[] = []
  private size = 0

  private constructor(temporary: TemporaryFile) {
    this.target = temporary.target
    this.temporary = temporary
  }

  static async open(target: string): Promise<DraftFile> {
    refuseOddTarget(target)
    if (existsSync(target)) throw new Fault('CANNOT_WRITE', t.exists(target))
    return new DraftFile(await TemporaryFile.beside(target))
  }

  /** All of a file that is no text. */
  async writeBytes(bytes: Uint8Array): Promise<void> {
    await this.temporary.write(bytes)
  }

  async write(text: string): Promise<void> {
    this.waiting.push(text)
    this.size += text.length
    if (this.size >= PIECE) await this.flush()
  }

  /** All of it is on the disk, though not under its name yet. */
  async finish(): Promise<void> {
    await this.flush()
    await this.temporary.sync()
  }

  /** After `finish`. */
  async keep(): Promise<void> {
    try {
      await this.temporary.takeFreeName()
      await syncFolder(dirname(this.target))
    } catch (error) {
      throw codeOf(error) === 'EEXIST' ? new Fault('CANNOT_WRITE', t.exists(this.target)) : error
    } finally {
      await this.temporary.end()
    }
  }

  async discard(): Promise<void> {
    await this.temporary.end()
  }

  private async flush(): Promise<void> {
    const text = this.waiting.join('')
    this.waiting = []
    this.size = 0
    await this.temporary.write(text)
  }
}
