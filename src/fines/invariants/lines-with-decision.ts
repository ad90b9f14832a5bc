import { stated } from '../../kernel/invariant.ts'
import { fineInvariantWords as t } from '../../kernel/messages/fine-invariants.ts'
import { invariantWords } from '../../kernel/messages/invariants.ts'

/** Art. 3.0: nothing is booked but by a decision, which is of the same moment and by the same person. */
export const linesWithDecision = stated({
  name: 'lines-with-decision',
  remedy: invariantWords.changedByHand,
  sql: `
    select distinct l.fine_id as subject from ledger_line l
    where not exists (
      select 1 from decision d
      where d.fine_id = l.fine_id and d.decided_at = l.decided_at and d.decided_by = l.decided_by)
    order by l.fine_id limit $1`,
  what: () => t.lineUndecided,
})
