import { stated } from '../../kernel/invariant.ts'
import { fineInvariantWords as t } from '../../kernel/messages/fine-invariants.ts'
import { invariantWords } from '../../kernel/messages/invariants.ts'

/** Each reversal takes back what stood, so that all lines together come to what stands confirmed. */
export const ledgerAddsUp = stated({
  name: 'ledger-adds-up',
  remedy: invariantWords.changedByHand,
  sql: `
    select s.fine_id as subject from (
      select fine_id, sum(amount) as total, max(line) as line from ledger_line group by fine_id) as s
      join ledger_line l on l.line = s.line
    where s.total <> case l.entry when 'reverse' then 0 else l.amount end
    order by s.fine_id limit $1`,
  what: () => t.linesDiffer,
})
