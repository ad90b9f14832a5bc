import { stated } from '../../kernel/invariant.ts'
import { invariantWords as t } from '../../kernel/messages/invariants.ts'

/** Art. 1.4: the collector signs for a number of slips. */
export const slipsCounted = stated({
  name: 'slips-counted',
  remedy: t.restoreOrAsk,
  sql: `
    select handover_no as subject, ticket_count, found from (
      select h.handover_no, h.ticket_count,
        (select count(*) from handover_slip s where s.handover_no = h.handover_no) as found
      from handover h) as counted
    where ticket_count <> found order by handover_no limit $1`,
  what: (row) => t.slipsDiffer(Number(row.ticket_count), Number(row.found)),
})
