import type { ReadDb, Value } from '../kernel/db.ts'
import { Fault } from '../kernel/faults.ts'
import { storeWords as t } from '../kernel/messages/store.ts'
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

const RECENT = 500
const LATEST = `select max(at) as at from journal where entry > (select max(entry) from journal) - ${RECENT}`
const LATEST_OF_ACTOR = `
  select subject from journal
  where actor = $1 and verb = $2 and at >= $3 and entry > (select max(entry) from journal) - ${RECENT}
  order by entry desc limit 1`
const OF_SUBJECT = `
  select entry, at, actor, verb, subject, tbl, before, after, reason from journal where subject = $1 order by entry`

/** The latest moment of the latest entries: a clock that was set back is behind it until it has caught up. 0: no entry. */
export async function latestEntry(db: ReadDb): Promise<Instant> {
  return Number((await db.get(LATEST))?.at ?? 0)
}

/** What this person last changed by this command since then, among the latest entries. */
export async function latestSubject(
  db: ReadDb,
  actor: string,
  verb: string,
  since: Instant,
): Promise<string | undefined> {
  const row = await db.get(LATEST_OF_ACTOR, [actor, verb, since])
  return row === undefined ? undefined : String(row.subject)
}

export async function readJournalOf(db: ReadDb, subject: string): Promise<JournalEntry[]> {
  // Strict columns guarantee the shape.
  return (await db.all(OF_SUBJECT, [subject])) as unknown as JournalEntry[]
}

/** A row as the journal keeps it; `undefined` where there was none. */
export function imageOf(text: Value | undefined): Readonly<Record<string, Value>> | undefined {
  if (typeof text !== 'string') return undefined
  const image = parsed(text)
  if (image === null || typeof image !== 'object' || Array.isArray(image)) {
    throw new Fault('DB_DAMAGED', t.journalUnreadable(text.slice(0, 60)))
  }
  return image as Readonly<Record<string, Value>>
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
