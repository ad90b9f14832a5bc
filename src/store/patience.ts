import { asFault, codeOf } from './driver-faults.ts'
import { Interrupted } from './interrupted.ts'

const PATIENCE_MS = 10_000

/** Tells whether somebody is known to be at work for long. */
export type Patience = () => boolean

/**
 * Tries again while another seat is in the way: it writes, or it was the last to close and folds its log into the file.
 * Waits without blocking the event loop, so that Ctrl-C is heard; after ten seconds in
 * which nobody is known to be at long work the fault is `DB_BUSY`.
 */
export async function patiently<T>(
  file: string,
  signal: AbortSignal,
  attempt: () => T | Promise<T>,
  isGoingOn: Patience = () => false,
): Promise<T> {
  let patience: number | undefined
  for (;;) {
    try {
      return await attempt()
    } catch (error) {
      const busy = codeOf(error)?.startsWith('SQLITE_BUSY') === true
      const now = performance.now()
      if (busy && isGoingOn()) patience = now + PATIENCE_MS
      patience ??= now + PATIENCE_MS
      if (!busy) throw error
      if (now > patience) throw asFault(error, file)
    }
    await new Promise((resolve) => setTimeout(resolve, 20 + Math.random() * 40))
    if (signal.aborted) throw new Interrupted()
  }
}
