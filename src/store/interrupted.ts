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

/** What is waited for, unless Ctrl-C comes first: a pipe that nobody writes to is waited for in vain. */
export async function unlessInterrupted<T>(awaited: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const giveUp = (): void => reject(new Interrupted())
    if (signal.aborted) giveUp()
    signal.addEventListener('abort', giveUp)
    const done = (): void => signal.removeEventListener('abort', giveUp)
    awaited.then(resolve, reject).finally(done)
  })
}
