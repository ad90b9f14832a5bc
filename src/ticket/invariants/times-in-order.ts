import { readableTime } from '../../kernel/calendar.ts'
import { stated } from '../../kernel/invariant.ts'
import { invariantWords as t } from '../../kernel/messages/invariants.ts'

/** Art. 1.3, 2.5: a ticket is reported, then repaired, then its slip comes back. */
export const timesInOrder = stated({
  name: 'times-in-order',
  remedy: t.correctTimes,
  sql: `
    select ticket_no as subject, reported_at, repaired_at, returned_at from ticket
    where repaired_at < reported_at or (import_id is null and returned_at < repaired_at)
    order by ticket_no limit $1`,
  what: (row, { zone }) => {
    const [reported, repaired] = [Number(row.reported_at), Number(row.repaired_at)]
    if (repaired < reported) return t.repairedBefore(readableTime(zone, repaired), readableTime(zone, reported))
    return t.returnedBefore(readableTime(zone, Number(row.returned_at)), readableTime(zone, repaired))
  },
})
