import type { Invariant } from '../../kernel/invariant.ts'
import { invariantWords as t } from '../../kernel/messages/invariants.ts'
import { KEYS, ownRows } from '../told-tables.ts'

// Of tickets `changes-recorded` tells more; leaving them out spares sorting a million entries.
const MADE = `select tbl, count(*) as made from journal where before is null and tbl <> 'ticket' group by tbl`
const TABLES = Object.keys(KEYS).filter((table) => table !== 'ticket')
const ROWS = TABLES.map((table) => `select '${table}' as tbl, count(*) as found from ${table} where ${ownRows(table)}`)

/** No row is ever taken away: as many entries made rows of a table as it has. */
export const rowsRecorded: Invariant = {
  name: 'rows-recorded',
  remedy: t.askFully,
  async *breaches(db) {
    const made = new Map((await db.all(MADE)).map((row) => [String(row.tbl), Number(row.made)]))
    for (const row of await db.all(ROWS.join(' union all '))) {
      const [table, rows, entries] = [String(row.tbl), Number(row.found), made.get(String(row.tbl)) ?? 0]
      if (rows !== entries) yield { subject: table, what: t.rowsUnrecorded(rows, entries) }
    }
  },
}
