import type { QueryResult } from 'pg'
import type { Row, WriteDb } from '../../kernel/db.ts'
import { Fault } from '../../kernel/faults.ts'
import { serverWords as t } from '../../kernel/messages/server.ts'
import { Interrupted } from '../interrupted.ts'
import type { ServerTarget } from '../../kernel/server-target.ts'
import type { Deed } from '../sqlite-db.ts'
import type { Store } from '../store.ts'
import { connectToServer } from './connect.ts'
import { Link } from './link.ts'
import { fateOf } from './lost-commit.ts'
import { pgDb } from './pg-db.ts'
import { asServerFault, isLost, stateOf } from './sql-faults.ts'
import { whoWrites, workName } from './who-writes.ts'
import type { WritingSeat } from './who-writes.ts'

/** How to wait for other seats. */
export interface SeatWaiting {
  /** Told every ten seconds who is in the way. */
  tell(seat: WritingSeat): void
  /** Milliseconds after which even a seat that is at work is no longer waited for; without a limit where somebody can press Ctrl-C. */
  readonly most: number
}

export const NO_DEED: Deed = { actor: '', verb: '', at: 0 }

/** One wait for the lock. */
const LOCK_MS = 10_000
/** A commit without an answer for so long is looked up. */
const COMMIT_MS = 30_000

const SETTINGS = `
  set client_min_messages = warning; set lock_timeout = ${LOCK_MS};
  set idle_in_transaction_session_timeout = '5min'; set tcp_keepalives_idle = 30; set tcp_keepalives_interval = 10;
  set tcp_keepalives_count = 3`
const BEGIN_READING = 'begin isolation level repeatable read, read only'
const BEGIN_STAGING = 'begin isolation level repeatable read'
/** The state that is read is that after the lock: whoever had it before is seen. */
const BEGIN_WRITING = (name: string): string => `
  begin isolation level repeatable read; set local application_name = '${name}';
  lock table counter in share row exclusive mode; select pg_current_xact_id()::text as id`

/** Of several who create at once, one goes first; the others see what it did. */
const BEGIN_CREATING = `
  begin; select pg_advisory_xact_lock(hashtext('baoxiu'), hashtext(current_schema()));
  select pg_current_xact_id()::text as id`

const idOf = (results: readonly QueryResult<Row>[]): string => String(results.at(-1)?.rows[0]?.id)

/** The Store over one connection, which is made anew after it was lost. */
export class PgStore implements Store {
  private readonly target: ServerTarget
  private readonly signal: AbortSignal
  private readonly waiting: SeatWaiting
  private link: Link | undefined
  private busy = false

  constructor(target: ServerTarget, link: Link, signal: AbortSignal, waiting: SeatWaiting) {
    this.target = target
    this.signal = signal
    this.waiting = waiting
    this.link = link
    link.sendScript(SETTINGS)
  }

  reading: Store['reading'] = (work) => this.alone((link) => this.unlocked(link, BEGIN_READING, work))

  staging: Store['staging'] = (work) => this.alone((link) => this.unlocked(link, BEGIN_STAGING, work))

  writing: Store['writing'] = (deed, work) => this.transaction(deed, (link) => this.lock(link, deed), work)

  /** As `writing`, after `prepare` made the tables in the same transaction. */
  creating<T>(deed: Deed, prepare: (link: Link) => Promise<void>, work: (db: WriteDb) => Promise<T>): Promise<T> {
    return this.transaction(
      deed,
      async (link) => {
        const results = await link.script(BEGIN_CREATING)
        await prepare(link)
        return idOf(results)
      },
      work,
    )
  }

  close(): void {
    this.link?.close()
  }

  private transaction<T>(
    deed: Deed,
    begin: (link: Link) => Promise<string>,
    work: (db: WriteDb) => Promise<T>,
  ): Promise<T> {
    return this.alone(async (link) => {
      const id = await begin(link)
      const answer = await work(pgDb(link, deed, this.target.shown))
      await this.commit(link, id, deed)
      return answer
    })
  }

  private async alone<T>(work: (link: Link) => Promise<T>): Promise<T> {
    if (this.busy) throw new Error('a transaction is open on this connection already')
    this.busy = true
    try {
      this.link ??= await this.connected()
      return await work(this.link)
    } catch (error) {
      await this.abandon(error)
      throw asServerFault(error, this.target.shown)
    } finally {
      this.busy = false
    }
  }

  private async connected(): Promise<Link> {
    const link = new Link(await connectToServer(this.target, this.signal), this.signal)
    link.sendScript(SETTINGS)
    return link
  }

  /** Whatever stood in the transaction is gone; a connection that may still be at work is not used again. */
  private async abandon(error: unknown): Promise<void> {
    const { link } = this
    if (link === undefined) return
    try {
      if (isLost(error) || error instanceof Interrupted) throw error
      await link.script('rollback')
      link.takeFailure()
    } catch {
      link.cut()
      this.link = undefined
    }
  }

  private async unlocked<T>(link: Link, begin: string, work: (db: WriteDb) => Promise<T>): Promise<T> {
    link.sendScript(begin)
    const answer = await work(pgDb(link, NO_DEED, this.target.shown))
    if (begin === BEGIN_READING) link.sendScript('commit')
    else await link.script('commit')
    return answer
  }

  /** Begins and waits for the seats that write; answers the transaction's id. */
  private async lock(link: Link, deed: Deed): Promise<string> {
    const until = performance.now() + this.waiting.most
    for (;;) {
      try {
        return idOf(await link.script(BEGIN_WRITING(workName(deed))))
      } catch (error) {
        if (stateOf(error) !== '55P03') throw error
        await link.script('rollback')
        const seat = await whoWrites(link)
        if (seat === 'unknown' || performance.now() > until) throw error
        if (seat !== 'absent') this.waiting.tell(seat)
      }
    }
  }

  private async commit(link: Link, id: string, deed: Deed): Promise<void> {
    const silent = setTimeout(() => link.cut(), COMMIT_MS)
    try {
      // Once it is sent, Ctrl-C comes too late: what became of it must be known.
      const [result] = await link.scriptToItsEnd('commit')
      // The server answers a commit of what failed before with a rollback.
      if (result?.command !== 'COMMIT') throw link.takeFailure() ?? new Error('the transaction was rolled back')
    } catch (error) {
      if (!isLost(error)) throw error
      await this.lookUp(id, deed)
    } finally {
      clearTimeout(silent)
    }
  }

  private async lookUp(id: string, deed: Deed): Promise<void> {
    const fate = await fateOf(id, this.target)
    if (fate.kind === 'saved') {
      fate.link.sendScript(SETTINGS)
      this.link = fate.link
      return
    }
    this.link = undefined
    const { shown } = this.target
    throw fate.kind === 'not-saved'
      ? new Fault('DB_UNREACHABLE', t.wentAway(shown, 'COMMIT'))
      : new Fault('CANNOT_TELL', t.cannotTell(shown, deed.verb, deed.actor), t.lookFirst(deed.verb))
  }
}
