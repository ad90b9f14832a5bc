import { boundsOfMonth } from '../kernel/calendar.ts'
import * as f from '../kernel/flags.ts'
import { conductWords as t } from '../kernel/messages/conduct.ts'
import { records } from '../kernel/outcome.ts'
import { verb } from '../kernel/verb.ts'
import { inspectionView } from './conduct-views.ts'
import { readInspections } from './inspection-queries.ts'
import { nameKey } from './people.ts'

export const listInspections = verb({
  path: 'conduct list',
  summary: t.list,
  examples: ['baoxiu conduct list --month 2026-11', 'baoxiu conduct list --staff 李敏'],
  operands: {},
  flags: { month: f.month(t.month), staff: f.text('NAME', t.staff) },
  faults: [],
  async run(ctx, { month, staff }) {
    const span = month === undefined ? { from: 0, to: Number.MAX_SAFE_INTEGER } : boundsOfMonth(ctx.zone, month)
    const all = await ctx.reading((db) => readInspections(db, span))
    const found = all.filter((inspection) => staff === undefined || nameKey(inspection.staff) === nameKey(staff))
    return records(inspectionView, found, month === undefined ? t.none : t.noneIn(month))
  },
})
