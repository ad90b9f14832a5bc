import type { Client, QueryResult } from 'pg'
import type { Row } from '../../kernel/db.ts'
import { Interrupted } from '../interrupted.ts'
import { cellValues } from './column-values.ts'
import type { Statement } from './statement.ts'

/** As in a file, what takes no time is done whatever is heard; a server may take any. */
const GRACE_MS = 450

/** One connection, on which statements may be sent without waiting for the ones before them. */
export class Link {
  private readonly client: Client
  private readonly signal: AbortSignal
  /** Why something that nobody waited for went wrong: told by the next that is waited for. */
  private failure: unknown

  /** Those who wait for an answer: one listener for all of them. */
  private readonly waiting = new Set<(reason: Interrupted) => void>()
  private readonly interrupt = (): void => {
    setTimeout(() => {
      this.isOver = true
      for (const reject of this.waiting) reject(new Interrupted())
    }, GRACE_MS).unref()
  }
  private isOver = false

  constructor(client: Client, signal: AbortSignal) {
    this.client = client
    this.signal = signal
    signal.addEventListener('abort', this.interrupt)
  }

  /** The answer, unless Ctrl-C comes first. */
  async query(statement: Statement): Promise<QueryResult<Row>> {
    if (this.isOver) throw new Interrupted()
    try {
      return await this.unlessInterrupted(this.submit(statement))
    } catch (error) {
      throw this.failure ?? error
    }
  }

  /** Between the pages of long work Ctrl-C is heard at once. */
  giveWay(): void {
    if (this.signal.aborted) throw new Interrupted()
  }

  /** Sends what is answered later; whatever goes wrong with it makes the whole transaction fail. */
  send(statement: Statement): void {
    this.submit(statement).catch((error: unknown) => {
      this.failure ??= error
    })
  }

  /** Several statements without parameters, in one turn. */
  async script(text: string): Promise<QueryResult<Row>[]> {
    return await this.unlessInterrupted(this.scriptToItsEnd(text))
  }

  /** The same where Ctrl-C comes too late. */
  async scriptToItsEnd(text: string): Promise<QueryResult<Row>[]> {
    const results: unknown = await this.client.query({ text, types: cellValues })
    return (Array.isArray(results) ? results : [results]) as QueryResult<Row>[]
  }

  /** Sends a script whose answer nobody needs. */
  sendScript(text: string): void {
    this.client.query(text).catch((error: unknown) => {
      this.failure ??= error
    })
  }

  /** What went wrong with something that was sent, once; the next transaction begins without it. */
  takeFailure(): unknown {
    const { failure } = this
    this.failure = undefined
    return failure
  }

  close(): void {
    this.signal.removeEventListener('abort', this.interrupt)
    this.client.end().catch(() => undefined)
  }

  /** Ends it at once: the server rolls back what was not committed. */
  cut(): void {
    this.signal.removeEventListener('abort', this.interrupt)
    // The driver says goodbye only to a server that answers.
    const { stream } = (this.client as unknown as { connection: { stream: { destroy(): void } } }).connection
    stream.destroy()
  }

  private async unlessInterrupted<T>(answer: Promise<T>): Promise<T> {
    let reject: (reason: Interrupted) => void = () => undefined
    const interrupted = new Promise<never>((_, refuse) => (reject = refuse))
    this.waiting.add(reject)
    try {
      return await Promise.race([answer, interrupted])
    } finally {
      this.waiting.delete(reject)
    }
  }

  private submit({ text, values }: Statement): Promise<QueryResult<Row>> {
    return this.client.query<Row>({ text, values: [...values], types: cellValues, queryMode: 'extended' } as never)
  }
}
