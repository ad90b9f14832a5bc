import { stated } from '../../kernel/invariant.ts'
import { fineInvariantWords as t } from '../../kernel/messages/fine-invariants.ts'
import { invariantWords } from '../../kernel/messages/invariants.ts'

/** Art. 3.0: a line is booked in the month of its case; in another one only once that is closed. */
export const linesInTheirMonth = stated({
  name: 'lines-in-their-month',
  remedy: invariantWords.changedByHand,
  sql: `
    select fine_id as subject, month, booked_month from ledger_line
    where booked_month <> month and month not in (select month from month_close)
    order by fine_id, line limit $1`,
  what: ({ month, booked_month }) => t.bookedElsewhere(String(month), String(booked_month)),
})
