import type { ReadDb } from '../../kernel/db.ts'
import type { Breach, Invariant } from '../../kernel/invariant.ts'
import { invariantWords as t } from '../../kernel/messages/invariants.ts'
import type { ImportRecord } from '../import-record.ts'
import { readImports } from '../queries.ts'
import type { RosterReport } from '../roster-report.ts'

/** What an import says that it brought in is there: rows of a book, shifts of a roster. */
export const importsWhole: Invariant = {
  name: 'imports-whole',
  remedy: t.restoreOrAsk,
  async *breaches(db) {
    const records = await readImports(db)
    if (records.length === 0) return
    const found = await rowsFound(db)
    for (const record of records) {
      const [said, there] = [rowsSaid(record), found.get(record.import_id) ?? 0]
      if (said !== there) yield { subject: record.import_id, what: t.importDiffers(said, there) } satisfies Breach
    }
  },
}

/** Tickets go with an import that is undone, shifts stay as void; returns, branches and staff change what is there. */
function rowsSaid({ kind, imported, report, undone_at }: ImportRecord): number {
  if (kind === 'tickets') return undone_at === null ? imported : 0
  return kind === 'shifts' ? (JSON.parse(report) as RosterReport).shifts : 0
}

const TICKETS = `select import_id, count(*) as found from ticket where import_id is not null group by import_id`
const SHIFTS = `select import_id, count(*) as found from shift where import_id is not null group by import_id`

async function rowsFound(db: ReadDb): Promise<ReadonlyMap<string, number>> {
  const rows = [...(await db.all(TICKETS)), ...(await db.all(SHIFTS))]
  return new Map(rows.map(({ import_id, found }) => [String(import_id), Number(found)]))
}
