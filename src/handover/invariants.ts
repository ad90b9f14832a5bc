import type { Row } from '../kernel/db.ts'
import { stated } from '../kernel/invariant.ts'
import type { Breach, Invariant } from '../kernel/invariant.ts'
import { invariantWords as t } from '../kernel/messages/invariants.ts'
import { imageOf } from '../store/journal.ts'
import { noticeNumber } from './handover.ts'

const slipsCounted = stated({
  name: 'slips-counted',
  remedy: t.restoreOrAsk,
  sql: `
    select handover_no as subject, ticket_count, found from (
      select h.handover_no, h.ticket_count,
        (select count(*) from handover_slip s where s.handover_no = h.handover_no) as found
      from handover h) as counted
    where ticket_count <> found order by handover_no limit $1`,
  what: (row) => t.slipsDiffer(Number(row.ticket_count), Number(row.found)),
})

/** Art. 1.4: the collector signs what was printed. */
const signaturesWhole = stated({
  name: 'signatures-whole',
  remedy: t.restoreOrAsk,
  sql: `
    select handover_no as subject, collected_by, signed_at from handover
    where (collected_by is null) <> (signed_at is null) or signed_at < printed_at
    order by handover_no limit $1`,
  what: (row) => (row.collected_by === null || row.signed_at === null ? t.halfSigned : t.signedBefore),
})

/** What a ticket says of its batch is what the batch says. Tickets of an own export carry theirs without a batch. */
const ticketsInTheirBatch = stated({
  name: 'tickets-in-their-batch',
  remedy: t.restoreOrAsk,
  sql: `
    select t.ticket_no as subject, t.handover_no, s.place from ticket t
      left join handover_slip s on s.handover_no = t.handover_no and s.ticket_no = t.ticket_no
      left join handover h on h.handover_no = s.handover_no
    where t.handover_no is not null and (
      (s.place is null and t.import_id is null)
      or (s.place is not null and (t.handed_over_at is distinct from h.printed_at
        or t.handover_channel is distinct from h.channel)))
    order by t.ticket_no limit $1`,
  what: (row) => (row.place === null ? t.notInBatch(String(row.handover_no)) : t.batchDiffers(String(row.handover_no))),
})

const TWICE = `
  select s.ticket_no, s.handover_no, t.handover_no as current from handover_slip s
    join ticket t on t.ticket_no = s.ticket_no
  where s.ticket_no in (select ticket_no from handover_slip group by ticket_no having count(*) > 1)
  order by s.ticket_no, s.handover_no`
const STRUCK = `
  select before, after from journal where subject = $1 and tbl = 'ticket' and before is not null order by entry`

/** Art. 1.4: a ticket goes out again only where `amend --branch` struck it off the batch before. */
const oneBatchAtATime: Invariant = {
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

const NOTICES = `select name, last from counter where name >= 'notice:' and name < 'notice;' order by name`
const CODE = `select value from setting where key = 'office_code'`
const KNOWN = `select handover_no from handover where handover_no = $1`

/** Art. 2.9: notices of a day and branch are numbered without a gap. */
const noticesWithoutGaps: Invariant = {
  name: 'notices-without-gaps',
  remedy: t.restoreOrAsk,
  async *breaches(db) {
    const code = String((await db.get(CODE))?.value)
    for (const row of await db.all(NOTICES)) {
      const [, date = '', branch = ''] = String(row.name).split(':')
      for (let number = 1; number <= Number(row.last); number += 1) {
        const notice = noticeNumber(code, date, number, branch)
        if ((await db.get(KNOWN, [notice])) === undefined) {
          yield { subject: notice, what: t.noticeMissing(notice) } satisfies Breach
        }
      }
    }
  },
}

export const handoverInvariants: readonly Invariant[] = [
  slipsCounted,
  signaturesWhole,
  ticketsInTheirBatch,
  oneBatchAtATime,
  noticesWithoutGaps,
]
