import { invariantWords as t } from '../../kernel/messages/invariants.ts'
import { ofEachTicket } from '../each-ticket.ts'

/** Art. 2.5: a slip bears both signatures, or it is said why there is none. */
export const closedWithSignatures = ofEachTicket({
  name: 'closed-with-signatures',
  remedy: t.correctRepair,
  brokenWhere: `
    t.import_id is null and t.closed_at is not null and t.no_slip_reason is null
      and (t.customer_signed_by is null or t.maintainer_signed_by is null)`,
  what: () => t.closedUnsigned,
})
