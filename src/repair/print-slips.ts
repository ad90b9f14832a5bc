import * as f from '../kernel/flags.ts'
import { codeWords } from '../kernel/messages/codes.ts'
import { repairWords as t } from '../kernel/messages/repair.ts'
import { ticketWords } from '../kernel/messages/ticket.ts'
import { paper } from '../kernel/outcome.ts'
import { PAPER_FORMATS, printed } from '../kernel/paper.ts'
import { verb } from '../kernel/verb.ts'
import { readBranches, readOffice } from '../office/queries.ts'
import { findTicket } from '../ticket/find-ticket.ts'
import { judge } from '../ticket/rules.ts'
import type { Judged } from '../ticket/rules.ts'
import { ticketView } from '../ticket/views.ts'
import { slipSheet } from './slip-sheet.ts'

/** Art. 2.5: the slip that comes back with two signatures, and the stub that stays. */
export const printSlips = verb({
  path: 'slip',
  summary: t.slip,
  examples: ['baoxiu slip KF-20261122-0007', 'baoxiu slip 7 8 9 --format html -o slips.html'],
  operands: { tickets: f.required(f.several(f.text('TICKET', ticketWords.ticket))) },
  flags: { format: f.otherwise(f.choice(PAPER_FORMATS, t.format, codeWords.paper_format), 'text') },
  faults: ['TICKET_UNKNOWN'],
  async run(ctx, given) {
    return ctx.reading(async (db) => {
      const office = await readOffice(db)
      const branches = await readBranches(db)
      const slips: Judged[] = []
      for (const typed of given.tickets)
        slips.push(judge(await findTicket(db, office, typed, ctx), office.rules, ctx.now))
      const sheets = slips.map((ticket) => slipSheet(ticket, office, branches, ctx.language))
      return paper(printed(sheets, given.format, t.slipTitle, ctx), ticketView, slips)
    })
  },
})
