import type { Sink } from '../kernel/ctx.ts'
import { Interrupted } from '../store/interrupted.ts'
import { ReaderGone } from './reader-gone.ts'

/** How long an interrupted call waits for whoever reads its output. */
const GRACE_MS = 100

/** A stream of the process as a sink. It waits for a slow reader as long as it takes, unless `signal` ends that. */
export function sinkOf(stream: NodeJS.WriteStream, colour: boolean, signal?: AbortSignal): Sink {
  // Errors reach the write that caused them; unheard, they would end the process with a stack trace.
  stream.on('error', () => undefined)
  const write = async (text: string | Uint8Array): Promise<void> =>
    new Promise((resolve, reject) => {
      stream.write(text, (error) => {
        if (error === null || error === undefined) resolve()
        else reject('code' in error && error.code === 'EPIPE' ? new ReaderGone() : error)
      })
    })
  return {
    get columns() {
      // A terminal that does not know its size says 0.
      return stream.isTTY ? stream.columns || 80 : undefined
    },
    get rows() {
      return stream.isTTY ? stream.rows || 24 : undefined
    },
    colour,
    write: signal === undefined ? write : async (text) => unlessInterrupted(write(text), signal),
  }
}

async function unlessInterrupted(writing: Promise<void>, signal: AbortSignal): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  let giveUp = (): void => undefined
  const interrupted = new Promise<void>((_, reject) => {
    giveUp = () => {
      timer = setTimeout(() => reject(new Interrupted()), GRACE_MS)
    }
  })
  if (signal.aborted) giveUp()
  else signal.addEventListener('abort', giveUp)
  try {
    await Promise.race([writing, interrupted])
  } finally {
    clearTimeout(timer)
    signal.removeEventListener('abort', giveUp)
  }
}
