import { stated } from '../../kernel/invariant.ts'
import { invariantWords as t } from '../../kernel/messages/invariants.ts'

/** A duplicate points at a ticket that is there. */
export const duplicatesKnown = stated({
  name: 'duplicates-known',
  remedy: t.restoreOrAsk,
  sql: `
    select ticket_no as subject, duplicate_of from ticket t
    where duplicate_of is not null and not exists (select 1 from ticket o where o.ticket_no = t.duplicate_of)
    order by ticket_no limit $1`,
  what: (row) => t.duplicateUnknown(String(row.duplicate_of)),
})
