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
