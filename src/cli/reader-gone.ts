/** Whoever read our output has gone (`| head -1`): no more of it is wanted, and nothing is wrong. */
export class ReaderGone extends Error {
  constructor() {
    super('the reader of the output has gone')
    this.name = 'ReaderGone'
  }
}
