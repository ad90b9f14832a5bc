import type { ReadDb, Row } from './db.ts'
import type { Clock } from './moment.ts'
import type { Text } from './text.ts'

/** A record of which an invariant does not hold. */
export interface Breach {
  /** Its number: a ticket, a batch, a fine, a month. */
  readonly subject: string
  /** What is wrong with it, in one sentence. */
  readonly what: Text
}

/**
 * One thing that must hold in the books: a file of its own under `invariants/` of its slice, named as it is. Every slice
 * exports a list of them, and `check` runs them all.
 */
export interface Invariant {
  /** Stable, for scripts: `numbers-without-gaps`. */
  readonly name: string
  /** What to do about a breach. */
  readonly remedy: Text
  /** Too slow for every night: only with `check --full`. */
  readonly thorough?: boolean
  /** Pure but for what it reads, one consistent state: the same records and clock, the same breaches. A million tickets must pass in about a second, in bounded memory. */
  breaches(db: ReadDb, clock: Clock): AsyncIterable<Breach>
}

/** More breaches of one invariant than this tell nothing new. */
export const MOST_BREACHES = 1000

interface Stated extends Omit<Invariant, 'breaches'> {
  /** Selects the breaches, their number as `subject`; `$1` is how many at most. */
  readonly sql: string
  what(row: Row, clock: Clock): Text
}

/** An invariant that one statement decides. */
export function stated({ sql, what, ...invariant }: Stated): Invariant {
  return {
    ...invariant,
    async *breaches(db, clock) {
      for (const row of await db.all(sql, [MOST_BREACHES]))
        yield { subject: String(row.subject), what: what(row, clock) }
    },
  }
}
