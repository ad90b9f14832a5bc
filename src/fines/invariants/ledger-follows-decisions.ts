import { stated } from '../../kernel/invariant.ts'
import { fineInvariantWords as t } from '../../kernel/messages/fine-invariants.ts'
import { invariantWords } from '../../kernel/messages/invariants.ts'
import { STANDING } from '../plain-grounds.ts'

/** Art. 3.0: booked is what the last verdict says; a correction moves it and decides nothing. */
export const ledgerFollowsDecisions = stated({
  name: 'ledger-follows-decisions',
  remedy: invariantWords.changedByHand,
  sql: `
    with verdict as (
      select d.fine_id, d.verdict from decision d where d.verdict <> 'correct' and not exists (
        select 1 from decision n where n.fine_id = d.fine_id and n.decision > d.decision and n.verdict <> 'correct')),
    standing as (${STANDING})
    select fine_id as subject from (
      select v.fine_id from verdict v left join standing s on s.fine_id = v.fine_id
      where (v.verdict = 'confirm') <> (s.fine_id is not null)
      union select s.fine_id from standing s left join verdict v on v.fine_id = s.fine_id where v.fine_id is null) as odd
    order by fine_id limit $1`,
  what: () => t.linesAgainstDecision,
})
