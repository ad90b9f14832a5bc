import type { ReadDb } from './db.ts'
import type { Clock } from './moment.ts'
import type { Text } from './text.ts'

/** A record of which an invariant does not hold. */
export interface Breach {
  /** Its number: a ticket, a batch, a fine, a month. */
  readonly subject: string
  /** What is wrong with it, in one sentence. */
  readonly what: Text
}

/** One thing that must hold in the books. Every slice exports its own as a list; `check` runs them all. */
export interface Invariant {
  /** Stable, for scripts: `numbers-without-gaps`. */
  readonly name: string
  /** What to do about a breach. */
  readonly remedy: Text
  /** Reads one consistent state; a million tickets must pass in about a second, in bounded memory. */
  breaches(db: ReadDb, clock: Clock): AsyncIterable<Breach>
}
