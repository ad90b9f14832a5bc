import type { Invariant } from '../../kernel/invariant.ts'
import { invariantWords as t } from '../../kernel/messages/invariants.ts'
import { KEYS, ownRows } from '../told-tables.ts'

/** Not `KF-20261122-0001`: most entries are about tickets, and an index tells which. `$3` is where `-0` stands. */
const OF_OTHERS = `
  subject < $1 or subject >= $2
  or substr(subject, $3, 2) not in ('-0', '-1', '-2', '-3', '-4', '-5', '-6', '-7', '-8', '-9')`
/** Of tickets themselves `changes-recorded` tells more; some have rows of other tables. */
const MADE = `
  select tbl, count(*) as made from journal
  where before is null and tbl <> 'ticket' and entry in (
    select entry from journal where ${OF_OTHERS}
    union all select entry from journal where subject in (
      select ticket_no from chase union select ticket_no from hold union select ticket_no from approval))
  group by tbl`
const CODE = `select value from setting where key = 'office_code'`
const TABLES = Object.keys(KEYS).filter((table) => table !== 'ticket')
const ROWS = TABLES.map((table) => `select '${table}' as tbl, count(*) as found from ${table} where ${ownRows(table)}`)

/** No row is ever taken away: as many entries made rows of a table as it has. */
export const rowsRecorded: Invariant = {
  name: 'rows-recorded',
  remedy: t.askFully,
  async *breaches(db) {
    const code = (await db.get(CODE))?.value
    // That it is missing is told by `settings-readable`.
    if (typeof code !== 'string') return
    const values = [`${code}-0`, `${code}-:`, `${code}-20261122-`.length]
    const made = new Map((await db.all(MADE, values)).map((row) => [String(row.tbl), Number(row.made)]))
    for (const row of await db.all(ROWS.join(' union all '))) {
      const [table, rows, entries] = [String(row.tbl), Number(row.found), made.get(String(row.tbl)) ?? 0]
      if (rows !== entries) yield { subject: table, what: t.rowsUnrecorded(rows, entries) }
    }
  },
}
