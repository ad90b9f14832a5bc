import { addDays, nextMonth } from '../kernel/calendar.ts'
import * as f from '../kernel/flags.ts'
import { handoverWords as t } from '../kernel/messages/handover.ts'
import { records } from '../kernel/outcome.ts'
import { verb } from '../kernel/verb.ts'
import { handoverView } from './batch.ts'
import { readHandovers } from './queries.ts'

export const listBatches = verb({
  path: 'handover list',
  summary: t.list,
  examples: ['baoxiu handover list --unsigned', 'baoxiu handover list --month 2026-11 --csv'],
  operands: {},
  flags: { date: f.day(t.date), month: f.month(t.month), unsigned: f.toggle(t.unsigned) },
  faults: [],
  async run(ctx, given) {
    const { date, month } = given
    const from = date ?? month ?? ''
    const before = date !== undefined ? addDays(date, 1) : month !== undefined ? nextMonth(month) : '9999'
    return records(handoverView, await ctx.reading((db) => readHandovers(db, from, before, given.unsigned)), t.none)
  },
})
