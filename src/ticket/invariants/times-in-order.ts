import { readableTime } from '../../kernel/calendar.ts'
import { invariantWords as t } from '../../kernel/messages/invariants.ts'
import { ofEachTicket } from '../each-ticket.ts'

/** Art. 1.3, 2.5: a ticket is reported, then repaired, then its slip comes back. */
export const timesInOrder = ofEachTicket({
  name: 'times-in-order',
  remedy: t.correctTimes,
  columns: 't.reported_at, t.repaired_at, t.returned_at',
  brokenWhere: 't.repaired_at < t.reported_at or (t.import_id is null and t.returned_at < t.repaired_at)',
  what: (row, { zone }) => {
    const [reported, repaired] = [Number(row.reported_at), Number(row.repaired_at)]
    if (repaired < reported) return t.repairedBefore(readableTime(zone, repaired), readableTime(zone, reported))
    return t.returnedBefore(readableTime(zone, Number(row.returned_at)), readableTime(zone, repaired))
  },
})
