import { boundsOfMonth } from '../kernel/calendar.ts'
import * as f from '../kernel/flags.ts'
import { fineWords as t } from '../kernel/messages/fines.ts'
import { records } from '../kernel/outcome.ts'
import { verb } from '../kernel/verb.ts'
import { readComplaints } from './complaint-queries.ts'
import { ALWAYS } from './span.ts'
import { complaintView, voidableComplaintView } from './views.ts'

export const listComplaints = verb({
  path: 'complaint list',
  summary: t.complaintList,
  examples: ['baoxiu complaint list --month 2026-11', 'baoxiu complaint list --all --json'],
  operands: {},
  flags: {
    month: f.month(t.month),
    all: f.toggle(t.voidToo),
  },
  faults: [],
  async run(ctx, given) {
    const { from, to } = given.month === undefined ? ALWAYS : boundsOfMonth(ctx.zone, given.month)
    const all = await ctx.reading((db) => readComplaints(db, from, to))
    if (given.all) return records(voidableComplaintView, all, t.noComplaints)
    return records(
      complaintView,
      all.filter((complaint) => complaint.void_at === null),
      t.noComplaints,
    )
  },
})
