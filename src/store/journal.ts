import type { ReadDb } from '../kernel/db.ts'
import type { Instant } from '../kernel/zone.ts'

/** One line of the append-only journal: who changed what, when, by which command, from what to what. */
export interface JournalEntry {
  readonly entry: number
  readonly at: Instant
  readonly actor: string
  readonly verb: string
  readonly subject: string
  readonly tbl: string
  readonly before: string | null
  readonly after: string
  readonly reason: string | null
}

const LATEST = `select at from journal order by entry desc limit 1`
const OF_SUBJECT = `
  select entry, at, actor, verb, subject, tbl, before, after, reason from journal where subject = $1 order by entry`

/** When the journal was last written; 0 where it is empty. */
export async function latestEntry(db: ReadDb): Promise<Instant> {
  return Number((await db.get(LATEST))?.at ?? 0)
}

export async function readJournalOf(db: ReadDb, subject: string): Promise<JournalEntry[]> {
  // Strict columns guarantee the shape.
  return (await db.all(OF_SUBJECT, [subject])) as unknown as JournalEntry[]
}
