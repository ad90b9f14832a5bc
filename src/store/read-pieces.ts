import { createReadStream, statSync } from 'node:fs'
import { Fault } from '../kernel/faults.ts'
import { storeWords as t } from '../kernel/messages/store.ts'
import { asFault, codeOf } from './driver-faults.ts'
import { Interrupted } from './interrupted.ts'

const PIECE = 131_072

/** The bytes of a file, piece by piece. */
export async function* readPieces(file: string, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  try {
    if (statSync(file).isDirectory()) throw new Fault('CANNOT_READ', t.folder(file))
    for await (const piece of createReadStream(file, { highWaterMark: PIECE })) {
      if (signal.aborted) throw new Interrupted()
      yield piece as Uint8Array
    }
  } catch (error) {
    if (codeOf(error) === 'ENOENT') throw new Fault('CANNOT_READ', t.noFile(file))
    if (codeOf(error) === 'EACCES') throw new Fault('CANNOT_READ', t.cannotRead(file))
    throw asFault(error, file)
  }
}

/** Bytes of a file, to tell how much of it was read; absent for a pipe. */
export function sizeOf(file: string): number | undefined {
  const found = statSync(file, { throwIfNoEntry: false })
  return found?.isFile() === true ? found.size : undefined
}
