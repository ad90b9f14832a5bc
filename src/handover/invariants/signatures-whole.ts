import { stated } from '../../kernel/invariant.ts'
import { invariantWords as t } from '../../kernel/messages/invariants.ts'

/** Art. 1.4: the collector signs what was printed. */
export const signaturesWhole = stated({
  name: 'signatures-whole',
  remedy: t.restoreOrAsk,
  sql: `
    select handover_no as subject, collected_by, signed_at from handover
    where (collected_by is null) <> (signed_at is null) or signed_at < printed_at
    order by handover_no limit $1`,
  what: (row) => (row.collected_by === null || row.signed_at === null ? t.halfSigned : t.signedBefore),
})
