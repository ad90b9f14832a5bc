import { stated } from '../../kernel/invariant.ts'
import { invariantWords as t } from '../../kernel/messages/invariants.ts'

/** Art. 2.5: a slip bears both signatures, or it is said why there is none. */
export const closedWithSignatures = stated({
  name: 'closed-with-signatures',
  remedy: t.correctRepair,
  sql: `
    select ticket_no as subject from ticket
    where import_id is null and closed_at is not null and no_slip_reason is null
      and (customer_signed_by is null or maintainer_signed_by is null)
    order by ticket_no limit $1`,
  what: () => t.closedUnsigned,
})
