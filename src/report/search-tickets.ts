import * as f from '../kernel/flags.ts'
import { reportWords as t } from '../kernel/messages/report.ts'
import { records } from '../kernel/outcome.ts'
import { verb } from '../kernel/verb.ts'
import { readOffice } from '../office/queries.ts'
import { judge } from '../ticket/rules.ts'
import { ticketView } from '../ticket/views.ts'
import { countTickets, readTickets } from './ticket-filter.ts'

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
      const { rules } = await readOffice(db)
      const found = await readTickets(db, filter, rules, 'newest', given.limit)
      const count = found.length < given.limit ? found.length : await countTickets(db, filter, rules)
      const notes = count > found.length ? [t.moreFound(count - found.length)] : []
      return records(
        ticketView,
        found.map((ticket) => judge(ticket, rules, ctx.now)),
        t.none,
        { notes },
      )
    })
  },
})
