import { stated } from '../../kernel/invariant.ts'
import { invariantWords as t } from '../../kernel/messages/invariants.ts'

const CHASES = `(select count(*) from chase c where c.ticket_no = t.ticket_no)`

/** Every chase is recorded; a ticket says how many there were. */
export const chasesCounted = stated({
  name: 'chases-counted',
  remedy: t.restoreOrAsk,
  sql: `
    select ticket_no as subject, chases, found from (
      select t.ticket_no, t.chases, t.import_id, ${CHASES} as found from ticket t
      where t.chases > 0 or t.ticket_no in (select ticket_no from chase)) as counted
    where chases < found or (import_id is null and chases > found)
    order by ticket_no limit $1`,
  what: (row) => t.chasesDiffer(Number(row.chases), Number(row.found)),
})
