/** Thrown out of long work after Ctrl-C or SIGTERM; the transaction rolls back on its way. */
export class Interrupted extends Error {
  constructor() {
    super('interrupted')
    this.name = 'Interrupted'
  }
}

/** Lets the event loop hear Ctrl-C and other tasks; throws once the run was interrupted. */
export async function giveWay(signal: AbortSignal): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve))
  if (signal.aborted) throw new Interrupted()
}

/**
 * What is waited for, unless Ctrl-C comes first and it does not end within the grace: a pipe that nobody writes to, or
 * reads, is waited for in vain.
 */
export async function unlessInterrupted<T>(awaited: Promise<T>, signal: AbortSignal, graceMs = 0): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  let giveUp = (): void => undefined
  const interrupted = new Promise<never>((_, reject) => {
    giveUp = () => {
      // Without grace at once: what is quicker than a timer would never hear it.
      if (graceMs === 0) reject(new Interrupted())
      else timer = setTimeout(() => reject(new Interrupted()), graceMs)
    }
  })
  if (signal.aborted) giveUp()
  else signal.addEventListener('abort', giveUp)
  try {
    return await Promise.race([awaited, interrupted])
  } finally {
    clearTimeout(timer)
    signal.removeEventListener('abort', giveUp)
  }
}
