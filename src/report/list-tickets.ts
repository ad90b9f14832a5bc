import { addDays, startOfDay } from '../kernel/calendar.ts'
import * as f from '../kernel/flags.ts'
import { codeWords } from '../kernel/messages/codes.ts'
import { reportWords as t } from '../kernel/messages/report.ts'
import { ticketWords } from '../kernel/messages/ticket.ts'
import { records } from '../kernel/outcome.ts'
import { verb } from '../kernel/verb.ts'
import { findBranch } from '../office/find-people.ts'
import { readBranches, readOffice } from '../office/queries.ts'
import { STATUSES } from '../ticket/rules.ts'
import { FAULT_CLASSES } from '../ticket/ticket.ts'
import { ticketView } from '../ticket/views.ts'
import { shortView } from './short-view.ts'
import { readJudged } from './ticket-filter.ts'

const EVERYTHING = 1_000_000_000

export const listTickets = verb({
  path: 'list',
  summary: t.list,
  notes: t.listNotes,
  examples: [
    'baoxiu list --overdue',
    'baoxiu list --status open --status handed_over --branch CG',
    'baoxiu list --search 建设路 --from 2026-11-01 --csv',
  ],
  operands: {},
  flags: {
    status: f.several(f.choice(STATUSES, t.status, codeWords.status)),
    branch: f.text('CODE', ticketWords.branch),
    class: f.choice(FAULT_CLASSES, ticketWords.faultClass, codeWords.fault_class),
    from: f.day(t.from),
    to: f.day(t.to),
    overdue: f.toggle(t.overdue),
    due_within: f.duration(t.dueWithin),
    maintainer: f.text('NAME', t.ofMaintainer),
    phone: f.text('NUMBER', t.phone),
    search: f.text('TEXT', t.search),
    limit: f.otherwise(f.whole(t.limit), EVERYTHING),
  },
  faults: ['BRANCH_UNKNOWN', 'TIME_ORDER'],
  async run(ctx, given) {
    const { overdue, due_within } = given
    f.requireDays(given.from, given.to)
    const byDeadline = overdue || due_within !== undefined
    const { tickets, branches } = await ctx.reading(async (db) => {
      const { rules, zone } = await readOffice(db)
      const branches = await readBranches(db)
      const filter = {
        statuses: given.status,
        branch: given.branch === undefined ? undefined : findBranch(branches, given.branch).code,
        fault_class: given.class,
        from: given.from === undefined ? undefined : startOfDay(zone, given.from),
        before: given.to === undefined ? undefined : startOfDay(zone, addDays(given.to, 1)),
        unrepaired: byDeadline,
        // Late from the second after the deadline; due within a time means not late yet.
        dueAfter: due_within !== undefined && !overdue ? ctx.now : undefined,
        dueBefore: due_within !== undefined ? ctx.now + due_within + 1 : overdue ? ctx.now : undefined,
        maintainer: given.maintainer,
        phone: given.phone,
        search: given.search,
      }
      const judging = { rules, now: ctx.now }
      const order = byDeadline ? 'deadline' : 'newest'
      return { tickets: await readJudged(db, filter, judging, order, given.limit), branches }
    })
    return records(ticketView, tickets, t.none, { eyes: shortView(tickets, branches, ctx) })
  },
})
