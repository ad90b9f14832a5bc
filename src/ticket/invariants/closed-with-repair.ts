import { stated } from '../../kernel/invariant.ts'
import { invariantWords as t } from '../../kernel/messages/invariants.ts'

/** Art. 2.5: what is closed was repaired, but for what was only filed. */
export const closedWithRepair = stated({
  name: 'closed-with-repair',
  remedy: t.correctRepair,
  sql: `
    select ticket_no as subject from ticket
    where (closed_at is not null and repaired_at is null and filed = 0)
      or (filed = 1 and (closed_at is null or repaired_at is not null))
    order by ticket_no limit $1`,
  what: () => t.closedUnrepaired,
})
