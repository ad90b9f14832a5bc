import { stated } from '../../kernel/invariant.ts'
import { invariantWords as t } from '../../kernel/messages/invariants.ts'

/** Every change counts up the revision and writes one entry; what an import brought in is told by the import. */
export const changesRecorded = stated({
  name: 'changes-recorded',
  remedy: t.changedByHand,
  sql: `
    select ticket_no as subject, changes, entries from (
      select t.ticket_no, case when t.import_id is null then t.revision else t.revision - 1 end as changes,
        (select count(*) from journal j where j.subject = t.ticket_no and j.tbl = 'ticket') as entries
      from ticket t where t.import_id is null or t.revision > 1) as counted
    where changes <> entries
    order by ticket_no limit $1`,
  what: (row) => t.changesUnrecorded(Number(row.changes), Number(row.entries)),
})
