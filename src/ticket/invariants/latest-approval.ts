import { stated } from '../../kernel/invariant.ts'
import { invariantWords as t } from '../../kernel/messages/invariants.ts'

/** Art. 2.4: the last approval counts. */
export const latestApproval = stated({
  name: 'latest-approval',
  remedy: t.restoreOrAsk,
  sql: `
    select t.ticket_no as subject from ticket t
      left join approval a on a.ticket_no = t.ticket_no
        and a.approval = (select max(approval) from approval o where o.ticket_no = t.ticket_no)
    where (t.approved_deadline is not null or t.approved_by is not null
        or t.ticket_no in (select ticket_no from approval))
      and (a.approval is not null or t.import_id is null)
      and (t.approved_deadline is distinct from a.deadline or t.approved_by is distinct from a.approved_by)
    order by t.ticket_no limit $1`,
  what: () => t.approvalDiffers,
})
