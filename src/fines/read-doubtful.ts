import { startOfDay } from '../kernel/calendar.ts'
import type { ReadDb } from '../kernel/db.ts'
import type { AsOf } from './booking.ts'
import { DOUBTFUL, UNBACKED } from './plain-grounds.ts'
import { readFineFiles } from './read-fines.ts'
import type { FineFile } from './read-fines.ts'

/** Confirmed fines that the records may no longer bear out. */
export function readDoubtful(db: ReadDb, asOf: AsOf): AsyncIterable<FineFile> {
  return filesOf(db, asOf, DOUBTFUL)
}

/** Fines decided on, not standing, for which the records may hold no finding. */
export function readUnbacked(db: ReadDb, asOf: AsOf): AsyncIterable<FineFile> {
  return filesOf(db, asOf, UNBACKED)
}

const AT_ONCE = 1000
const LAST_DECIDED = `select coalesce(max(decided_at), 0) as at from decision`

/** The fines that a statement names, each with everything about it. */
async function* filesOf(db: ReadDb, { now: told, ...given }: AsOf, sql: string): AsyncIterable<FineFile> {
  const { office } = given
  // A clock that was set back makes nobody punctual who was late when it was decided.
  const now = Math.max(told, Number((await db.get(LAST_DECIDED))?.at))
  const asOf = { ...given, now }
  const rows = await db.all(sql, [now, startOfDay(office.zone, office.fines_from)])
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    const ids = rows.slice(from, from + AT_ONCE).map((row) => String(row.fine_id))
    yield* await readFineFiles(db, asOf, ids)
  }
}
