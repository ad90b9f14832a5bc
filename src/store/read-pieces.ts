import { statSync } from 'node:fs'
import { open } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { Fault } from '../kernel/faults.ts'
import { storeWords as t } from '../kernel/messages/store.ts'
import { pathOf } from '../kernel/typed-names.ts'
import { asReadFault } from './driver-faults.ts'
import { unlessInterrupted } from './interrupted.ts'

const PIECE = 131_072

/** The bytes of a file, piece by piece; of a pipe as they come. */
export async function* readPieces(file: string, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  let handle: FileHandle | undefined
  try {
    if (statSync(pathOf(file)).isDirectory()) throw new Fault('CANNOT_READ', t.folder(file))
    handle = await unlessInterrupted(open(pathOf(file)), signal)
    const room = new Uint8Array(PIECE)
    for (;;) {
      const { bytesRead } = await unlessInterrupted(handle.read(room), signal)
      if (bytesRead === 0) return
      yield room.slice(0, bytesRead)
    }
  } catch (error) {
    throw asReadFault(error, file)
  } finally {
    // Not waited for: a pipe that is being read is closed only when something comes.
    handle?.close().catch(() => undefined)
  }
}

/** Bytes of a file, to tell how much of it was read; absent for a pipe. */
export function sizeOf(file: string): number | undefined {
  try {
    const found = statSync(pathOf(file))
    return found.isFile() ? found.size : undefined
  } catch (error) {
    throw asReadFault(error, file)
  }
}
