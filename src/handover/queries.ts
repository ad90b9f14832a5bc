import type { Day, Month } from '../kernel/calendar.ts'
import type { ReadDb, Row, WriteDb } from '../kernel/db.ts'
import type { Instant } from '../kernel/zone.ts'
import { TICKET_COLUMNS, saveTicket, ticketOf } from '../ticket/queries.ts'
import type { Ticket } from '../ticket/ticket.ts'
import type { Handover } from './handover.ts'

const COLUMNS =
  'handover_no, channel, branch, date, slot, cut_off, printed_at, reprints, ticket_count, collected_by, signed_at'
const OF_TICKET = TICKET_COLUMNS.map((column) => `t.${column}`).join(', ')

const BATCH = `select ${COLUMNS} from handover where handover_no = $1`
const OF_SLOT = `select ${COLUMNS} from handover where date = $1 and slot = $2 order by branch`
const LIST = `
  select ${COLUMNS} from handover
  where date >= $1 and date < $2 and ($3 = 0 or signed_at is null)
  order by printed_at, handover_no`
const UNSIGNED = `select ${COLUMNS} from handover where signed_at is null order by printed_at, handover_no`
const LATER_PRINTED = `select distinct branch from handover where cut_off > $1 and slot <> 'notice'`
/** Held to `isDue` by a property test. */
const DUE = `
  select ${OF_TICKET} from ticket t
  where t.repaired_at is null and t.closed_at is null and t.void_at is null
    and t.intake = 'desk' and t.reported_at < $1 and t.handover_no is null and t.source is null
  order by t.branch, t.reported_at, t.ticket_no`
const SLIPS = `
  select ${OF_TICKET} from handover_slip s join ticket t on t.ticket_no = s.ticket_no
  where s.handover_no = $1 order by s.place`
const INSERT = `
  insert into handover (${COLUMNS}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`
const INSERT_SLIP = `insert into handover_slip (handover_no, ticket_no, place) values ($1, $2, $3)`
const REPRINT = `update handover set reprints = reprints + 1 where handover_no = $1 returning ${COLUMNS}`
const SIGN = `
  update handover set collected_by = $2, signed_at = $3
  where handover_no = $1 and signed_at is null returning ${COLUMNS}`
const AMEND = `
  update handover set collected_by = $2
  where handover_no = $1 and signed_at is not null returning ${COLUMNS}`
const COLLECTORS = `select distinct collected_by from handover where branch = $1 and collected_by is not null`
const COPIES = `select count(*) as copies from handover_paper where handover_no = $1`
const INSERT_COPY = `insert into handover_paper (handover_no, copy, sent_at) values ($1, $2, $3)`

/** Strict columns guarantee the shape. */
const handoverOf = (row: Row): Handover => row as unknown as Handover

export async function readHandover(db: ReadDb, handoverNo: string): Promise<Handover | undefined> {
  const row = await db.get(BATCH, [handoverNo])
  return row === undefined ? undefined : handoverOf(row)
}

export async function readHandoversOf(db: ReadDb, date: Day, slot: string): Promise<Handover[]> {
  return (await db.all(OF_SLOT, [date, slot])).map(handoverOf)
}

/** Half-open in days or months: both sort as text. */
export async function readHandovers(
  db: ReadDb,
  from: Day | Month,
  before: Day | Month,
  unsigned: boolean,
): Promise<Handover[]> {
  return (await db.all(LIST, [from, before, unsigned ? 1 : 0])).map(handoverOf)
}

export async function readUnsigned(db: ReadDb): Promise<Handover[]> {
  return (await db.all(UNSIGNED)).map(handoverOf)
}

/** Branches for which a later half-day was printed already: what they get now waits for their next one. */
export async function readBranchesPast(db: ReadDb, cutOff: Instant): Promise<Set<string>> {
  return new Set((await db.all(LATER_PRINTED, [cutOff])).map((row) => String(row.branch)))
}

export async function readDue(db: ReadDb, cutOff: Instant): Promise<Ticket[]> {
  return (await db.all(DUE, [cutOff])).map(ticketOf)
}

/** The slips of a batch as they are now, in their printed order. */
export async function readSlips(db: ReadDb, handoverNo: string): Promise<Ticket[]> {
  return (await db.all(SLIPS, [handoverNo])).map(ticketOf)
}

/** Freezes a batch: its slips say from now on that they were handed over with it. */
export async function insertHandover(db: WriteDb, handover: Handover, tickets: readonly Ticket[]): Promise<Ticket[]> {
  const h = handover
  await db.run(INSERT, [
    h.handover_no,
    h.channel,
    h.branch,
    h.date,
    h.slot,
    h.cut_off,
    h.printed_at,
    h.reprints,
    h.ticket_count,
    h.collected_by,
    h.signed_at,
  ])
  await db.record({ subject: h.handover_no, table: 'handover', after: h })
  const slips: Ticket[] = []
  for (const [place, ticket] of tickets.entries()) {
    await db.run(INSERT_SLIP, [h.handover_no, ticket.ticket_no, place + 1])
    const slip = { handover_no: h.handover_no, ticket_no: ticket.ticket_no, place: place + 1 }
    await db.record({ subject: h.handover_no, table: 'handover_slip', after: slip })
    const handed = { handover_no: h.handover_no, handed_over_at: notifiedAt(h), handover_channel: h.channel }
    slips.push(await saveTicket(db, ticket, handed))
  }
  return slips
}

/** Paper tells the branch when it is printed, a list to read out when somebody there has taken it (2.9). */
function notifiedAt({ channel, printed_at, signed_at }: Handover): Instant | null {
  return channel === 'phone' ? signed_at : printed_at
}

/** The collector's signature (1.4), or who took the phone notice (2.9): from then on the township knows its reports. */
export async function signHandover(db: WriteDb, before: Handover, by: string, at: Instant): Promise<Handover> {
  const after = await changed(db, before, await db.get(SIGN, [before.handover_no, by, at]))
  for (const slip of await readSlips(db, after.handover_no)) {
    const isHere = slip.handover_no === after.handover_no
    if (isHere && slip.handed_over_at !== notifiedAt(after))
      await saveTicket(db, slip, { handed_over_at: notifiedAt(after) })
  }
  return after
}

/** Who signed was written wrongly. */
export async function amendCollector(db: WriteDb, before: Handover, by: string, reason: string): Promise<Handover> {
  return changed(db, before, await db.get(AMEND, [before.handover_no, by]), reason)
}

/** Whoever signed for this branch before. */
export async function readCollectors(db: ReadDb, branch: string): Promise<string[]> {
  return (await db.all(COLLECTORS, [branch])).map((row) => String(row.collected_by))
}

/** A batch goes to the printer at that moment; from the second time on it is a reprint. */
export async function recordPaper(db: WriteDb, handover: Handover, sent_at: Instant): Promise<Handover> {
  const { handover_no } = handover
  const copy = Number((await db.get(COPIES, [handover_no]))?.copies) + 1
  await db.run(INSERT_COPY, [handover_no, copy, sent_at])
  await db.record({ subject: handover_no, table: 'handover_paper', after: { handover_no, copy, sent_at } })
  return copy === 1 ? handover : changed(db, handover, await db.get(REPRINT, [handover_no]))
}

async function changed(db: WriteDb, before: Handover, row: Row | undefined, reason?: string): Promise<Handover> {
  if (row === undefined) throw new Error(`batch ${before.handover_no} changed while it was being changed`)
  const after = handoverOf(row)
  const change = { subject: after.handover_no, table: 'handover', before, after }
  await db.record(reason === undefined ? change : { ...change, reason })
  return after
}
