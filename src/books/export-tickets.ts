import type { Month } from '../kernel/calendar.ts'
import { addDays, boundsOfMonth, startOfDay } from '../kernel/calendar.ts'
import type { Day } from '../kernel/calendar.ts'
import type { ReadDb } from '../kernel/db.ts'
import * as f from '../kernel/flags.ts'
import { bookWords as t } from '../kernel/messages/books.ts'
import { stream } from '../kernel/outcome.ts'
import { verb } from '../kernel/verb.ts'
import type { Instant, Zone } from '../kernel/zone.ts'
import type { Office } from '../office/office.ts'
import { requireDays } from '../kernel/flags.ts'
import { readOffice } from '../office/queries.ts'
import { VERDICT_PLACES, judgedRow } from '../ticket/judged-rows.ts'
import { TICKET_COLUMNS } from '../ticket/queries.ts'
import type { Judged } from '../ticket/rules.ts'
import { ticketView } from '../ticket/views.ts'

/** What the view shows and the verdicts need: a million rows are not read for what nobody sees. */
const NEEDED = new Set([
  ...ticketView.map((column) => column.name),
  'approved_deadline',
  'closed_at',
  'filed',
  'void_at',
])
const COLUMNS = TICKET_COLUMNS.filter((column) => NEEDED.has(column))

// The sign keeps the engine from sorting a whole span of time anew for every block.
const TICKETS = `
  select ${[...COLUMNS, VERDICT_PLACES].join(', ')} from ticket
  where +reported_at >= $1 and +reported_at < $2 and ticket_no > $3 order by ticket_no limit $4`

export const exportTickets = verb({
  path: 'export tickets',
  summary: t.exportTickets,
  notes: t.exportNotes,
  examples: [
    'baoxiu export tickets -o tickets.csv',
    'baoxiu export tickets --month 2026-11 --headers zh --encoding gb18030 -o 11月.csv',
  ],
  operands: {},
  flags: { month: f.month(t.month), from: f.day(t.fromDay), to: f.day(t.toDay) },
  faults: ['TIME_ORDER'],
  async run(ctx, given) {
    const office = await ctx.reading(readOffice)
    const span = spanOf(ctx.zone, given)
    return stream(ticketView, (db) => judgedBlocks(db, office, span, ctx.now))
  },
})

interface Span {
  readonly from: Instant
  readonly to: Instant
}

/** Half-open; without any bound: everything. */
export function spanOf(
  zone: Zone,
  given: { month: Month | undefined; from: Day | undefined; to: Day | undefined },
): Span {
  requireDays(given.from, given.to)
  const bounds = given.month === undefined ? { from: -EVER, to: EVER } : boundsOfMonth(zone, given.month)
  const from = given.from === undefined ? -EVER : startOfDay(zone, given.from)
  const to = given.to === undefined ? EVER : startOfDay(zone, addDays(given.to, 1))
  return { from: Math.max(bounds.from, from), to: Math.min(bounds.to, to) }
}

/** Beyond any time, were it damaged. */
const EVER = 9_223_372_036_854_774_784

async function* judgedBlocks(db: ReadDb, office: Office, { from, to }: Span, now: Instant): AsyncGenerator<Judged[]> {
  for await (const rows of db.each(TICKETS, [from, to], 'ticket_no', '')) {
    yield rows.map((row) => judgedRow(row, office.rules, now))
  }
}
