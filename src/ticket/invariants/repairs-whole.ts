import { stated } from '../../kernel/invariant.ts'
import { invariantWords as t } from '../../kernel/messages/invariants.ts'

/** Art. 2.5: a repair says when, by whom and what was done. */
export const repairsWhole = stated({
  name: 'repairs-whole',
  remedy: t.correctRepair,
  sql: `
    select ticket_no as subject from ticket
    where import_id is null and ((repaired_at is null) <> (repaired_by is null) or (repaired_at is null) <> (resolution is null))
    order by ticket_no limit $1`,
  what: () => t.halfRepaired,
})
