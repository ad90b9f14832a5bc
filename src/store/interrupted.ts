/** Thrown out of long work after Ctrl-C or SIGTERM; the transaction rolls back on its way. */
export class Interrupted extends Error {
  constructor() {
    super('interrupted')
    this.name = 'Interrupted'
  }
}
