import { asFault, codeOf } from './driver-faults.ts'
import { Interrupted } from './interrupted.ts'
import type { LockHolder } from './lock-holder.ts'

const PATIENCE_MS = 10_000
/** So long nobody is told why: most waits are over by then. */
const QUIET_MS = 2000
const TELL_EVERY_MS = 10_000
const LOOK_EVERY_MS = 500

/** What a seat that has to wait is told, and for how long it may wait at most. */
export interface Waiting {
  tell(holder: LockHolder): void
  readonly mostMs: number
}

/** Who is known to be in the way. */
interface Watch extends Waiting {
  holder(): LockHolder | undefined
}

const NOBODY: Watch = { holder: () => undefined, tell: () => undefined, mostMs: Infinity }

/**
 * Tries again while another seat is in the way: it writes, or it was the last to close and folds its log into the file.
 * Waits without blocking the event loop, so that Ctrl-C is heard; after ten seconds in
 * which nobody of ours was seen at work the fault is `DB_BUSY`.
 */
export async function patiently<T>(
  file: string,
  signal: AbortSignal,
  attempt: () => T | Promise<T>,
  watch: Watch = NOBODY,
): Promise<T> {
  let wait: Wait | undefined
  for (;;) {
    try {
      return await attempt()
    } catch (error) {
      if (codeOf(error)?.startsWith('SQLITE_BUSY') !== true) throw error
      wait ??= new Wait(watch)
      if (wait.isOver()) throw asFault(error, file)
    }
    await new Promise((resolve) => setTimeout(resolve, 20 + Math.random() * 40))
    if (signal.aborted) throw new Interrupted()
  }
}

/** One wait, from the first time that somebody was in the way. */
class Wait {
  private readonly watch: Watch
  private readonly since = performance.now()
  private patience = this.since + PATIENCE_MS
  private nextLook = this.since + LOOK_EVERY_MS
  private nextWord = this.since + QUIET_MS

  constructor(watch: Watch) {
    this.watch = watch
  }

  isOver(): boolean {
    const now = performance.now()
    if (now >= this.nextLook) this.look(now)
    return now > Math.min(this.patience, this.since + this.watch.mostMs)
  }

  private look(now: number): void {
    this.nextLook = now + LOOK_EVERY_MS
    const holder = this.watch.holder()
    if (holder === undefined) return
    this.patience = now + PATIENCE_MS
    if (now < this.nextWord) return
    this.watch.tell(holder)
    this.nextWord = now + TELL_EVERY_MS
  }
}
