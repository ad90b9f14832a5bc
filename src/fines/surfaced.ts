import type { ReadDb } from '../kernel/db.ts'
import type { AsOf } from './booking.ts'
import type { Fine } from './fine.ts'
import { readMonthClose } from './queries.ts'
import { readFines } from './read-fines.ts'

/** Pending findings of closed months that their stored lists do not hold: they came to light after the close. */
export async function readSurfaced(db: ReadDb, asOf: AsOf): Promise<Fine[]> {
  const surfaced: Fine[] = []
  for (const month of asOf.closed) {
    const listed = new Set(
      (JSON.parse((await readMonthClose(db, month))?.list ?? '[]') as Fine[]).map((f) => f.fine_id),
    )
    const fines = await readFines(db, asOf, month)
    surfaced.push(...fines.filter((fine) => fine.status === 'pending' && !listed.has(fine.fine_id)))
  }
  return surfaced
}
