import type { ChildProcessWithoutNullStreams } from 'node:child_process'
import { expect } from 'vitest'
import { sleep } from './seat.ts'
import type { Seat } from './seat.ts'

const WITHIN_MS = 500

interface Ending {
  readonly status: number | null
  readonly signal: string | null
  readonly after: number
}

/** Sends a signal once the program is in the middle of its work, and tells how and how soon it ended. */
export async function interrupted(
  child: ChildProcessWithoutNullStreams,
  by: NodeJS.Signals,
  at: number,
): Promise<Ending> {
  const exit = new Promise<Omit<Ending, 'after'>>((resolve) => {
    child.once('exit', (status, signal) => resolve({ status, signal }))
  })
  await Promise.race([sleep(at), exit])
  const sent = performance.now()
  child.kill(by)
  return { ...(await exit), after: performance.now() - sent }
}

/** What a busy machine adds is not ours: the quickest of three counts. */
async function quickest(attempt: () => Promise<Ending>): Promise<Ending> {
  let best = await attempt()
  for (let more = 0; more < 2 && best.after > WITHIN_MS; more += 1) {
    const next = await attempt()
    if (next.after < best.after) best = next
  }
  return best
}

/** A shell says 130 and 143 of both: an exit with that status, and a death by that signal. */
export function statusOf({ status, signal }: Ending): number | null {
  return signal === 'SIGINT' ? 130 : signal === 'SIGTERM' ? 143 : status
}

/** The signal comes in the middle of the work, so many milliseconds after its start: nothing is left of it, and soon. */
export async function expectInterrupted(
  seat: Seat,
  argv: readonly string[],
  by: NodeJS.Signals,
  at: number,
): Promise<void> {
  const before = { names: seat.names(), entries: seat.count('journal') }
  const ending = await quickest(async () => {
    const child = seat.start(argv)
    child.stderr.resume()
    return interrupted(child, by, at)
  })
  expect(statusOf(ending)).toBe(by === 'SIGINT' ? 130 : 143)
  expect(ending.after).toBeLessThan(WITHIN_MS)
  expect({ names: seat.names(), entries: seat.count('journal') }).toEqual(before)
}
