import type { Client, QueryResult } from 'pg'
import type { Row } from '../../kernel/db.ts'
import { Interrupted, unlessInterrupted } from '../interrupted.ts'
import { cellValues } from './column-values.ts'
import type { Statement } from './statement.ts'

/** One connection, on which statements may be sent without waiting for the ones before them. */
export class Link {
  private readonly client: Client
  private readonly signal: AbortSignal
  /** Why something that nobody waited for went wrong: told by the next that is waited for. */
  private failure: unknown

  constructor(client: Client, signal: AbortSignal) {
    this.client = client
    this.signal = signal
  }

  /** The answer, unless Ctrl-C comes first. */
  async query(statement: Statement): Promise<QueryResult<Row>> {
    if (this.signal.aborted) throw new Interrupted()
    try {
      return await unlessInterrupted(this.submit(statement), this.signal)
    } catch (error) {
      throw this.failure ?? error
    }
  }

  /** Sends what is answered later; whatever goes wrong with it makes the whole transaction fail. */
  send(statement: Statement): void {
    this.submit(statement).catch((error: unknown) => {
      this.failure ??= error
    })
  }

  /** Several statements without parameters, in one turn. */
  async script(text: string, signal = this.signal): Promise<QueryResult<Row>[]> {
    const results: unknown = await unlessInterrupted(this.client.query({ text, types: cellValues }), signal)
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
    this.client.end().catch(() => undefined)
  }

  /** Ends it at once: the server rolls back what was not committed. */
  cut(): void {
    // The driver says goodbye only to a server that answers.
    const { stream } = (this.client as unknown as { connection: { stream: { destroy(): void } } }).connection
    stream.destroy()
  }

  private submit({ text, values }: Statement): Promise<QueryResult<Row>> {
    return this.client.query<Row>({ text, values: [...values], types: cellValues, queryMode: 'extended' } as never)
  }
}
