import type { ReadDb } from '../kernel/db.ts'
import { Fault } from '../kernel/faults.ts'
import * as f from '../kernel/flags.ts'
import { reportWords as t } from '../kernel/messages/report.ts'
import type { Clock } from '../kernel/moment.ts'
import { records } from '../kernel/outcome.ts'
import { verb } from '../kernel/verb.ts'
import { foldWidth } from '../kernel/width-folding.ts'
import type { Office } from '../office/office.ts'
import { readBranches, readOffice } from '../office/queries.ts'
import { findTicket } from '../ticket/find-ticket.ts'
import { judge } from '../ticket/rules.ts'
import type { Ticket } from '../ticket/ticket.ts'
import { ticketView } from '../ticket/views.ts'
import { shortView } from './short-view.ts'
import { countTickets, readJudged } from './ticket-filter.ts'

const USUAL_LIMIT = 100

/** Whatever a caller remembers: part of a name, a phone, an address, a number, what was wrong. */
export const searchTickets = verb({
  path: 'search',
  summary: t.searchFor,
  notes: t.searchNotes,
  examples: ['baoxiu search 1234', 'baoxiu search 张 建设路', 'baoxiu search 0007 --limit 10'],
  operands: { words: f.required(f.several(f.text('TEXT', t.searchWords))) },
  flags: { limit: f.otherwise(f.whole(t.limit), USUAL_LIMIT) },
  faults: [],
  async run(ctx, given) {
    const filter = { words: given.words.join(' ') }
    return ctx.reading(async (db) => {
      const office = await readOffice(db)
      const { rules } = office
      const named = await ticketNamed(db, office, filter.words, ctx)
      const others = (await readJudged(db, filter, { rules, now: ctx.now }, 'newest', given.limit)).filter(
        ({ ticket_no }) => ticket_no !== named?.ticket_no,
      )
      const found = [...(named === undefined ? [] : [judge(named, rules, ctx.now)]), ...others].slice(0, given.limit)
      const isFurther = named?.ticket_no.includes(filter.words) === false
      const count =
        found.length < given.limit ? found.length : Number(isFurther) + (await countTickets(db, filter, rules))
      const notes = count > found.length ? [t.moreFound(count - found.length)] : []
      return records(ticketView, found, t.none, { notes, eyes: shortView(found, await readBranches(db), ctx) })
    })
  },
})

/** A short number (`22-7`) names one ticket, whatever else it occurs in. */
async function ticketNamed(db: ReadDb, office: Office, typed: string, clock: Clock): Promise<Ticket | undefined> {
  if (!/^(?:\d{1,4}-)?\d{1,4}$/.test(foldWidth(typed))) return undefined
  try {
    return await findTicket(db, office, typed, clock)
  } catch (error) {
    if (error instanceof Fault && error.code === 'TICKET_UNKNOWN') return undefined
    throw error
  }
}
