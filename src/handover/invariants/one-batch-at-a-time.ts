import type { Row } from '../../kernel/db.ts'
import type { Breach, Invariant } from '../../kernel/invariant.ts'
import { invariantWords as t } from '../../kernel/messages/invariants.ts'
import { imageOf } from '../../store/journal.ts'

const TWICE = `
  select s.ticket_no, s.handover_no, t.handover_no as current from handover_slip s
    join ticket t on t.ticket_no = s.ticket_no
  where s.ticket_no in (select ticket_no from handover_slip group by ticket_no having count(*) > 1)
  order by s.ticket_no, s.handover_no`
const STRUCK = `
  select before, after from journal where subject = $1 and tbl = 'ticket' and before is not null order by entry`

/** Art. 1.4: a ticket goes out again only where `amend --branch` struck it off the batch before. */
export const oneBatchAtATime: Invariant = {
  name: 'one-batch-at-a-time',
  remedy: t.restoreOrAsk,
  async *breaches(db) {
    const struckOff = new Map<string, Set<string>>()
    for (const row of await db.all(TWICE)) {
      const [ticket, batch] = [String(row.ticket_no), String(row.handover_no)]
      const struck = struckOff.get(ticket) ?? batchesStruck(await db.all(STRUCK, [ticket]))
      struckOff.set(ticket, struck)
      if (batch === row.current || struck.has(batch)) continue
      yield { subject: ticket, what: t.inTwoBatches(batch, String(row.current ?? '–')) } satisfies Breach
    }
  },
}

function batchesStruck(changes: readonly Row[]): Set<string> {
  const struck = changes.map(({ before, after }) => [imageOf(before)?.handover_no, imageOf(after)?.handover_no])
  return new Set(struck.flatMap(([from, to]) => (typeof from === 'string' && from !== to ? [from] : [])))
}
