import { invariantWords as t } from '../../kernel/messages/invariants.ts'
import { ofEachTicket } from '../each-ticket.ts'

/** Art. 2.4: the last approval counts. */
export const latestApproval = ofEachTicket({
  name: 'latest-approval',
  remedy: t.restoreOrAsk,
  brokenWhere: `
    ((t.import_id is null and (t.approved_deadline is not null or t.approved_by is not null))
      or t.ticket_no in (select ticket_no from approval))
    and not exists (
      select 1 from approval a where a.ticket_no = t.ticket_no
        and a.approval = (select max(approval) from approval o where o.ticket_no = t.ticket_no)
        and a.deadline is not distinct from t.approved_deadline and a.approved_by is not distinct from t.approved_by)`,
  what: () => t.approvalDiffers,
})
