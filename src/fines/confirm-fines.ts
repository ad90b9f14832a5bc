import { confirmBulk } from '../kernel/confirm-bulk.ts'
import * as f from '../kernel/flags.ts'
import { fineWords as t } from '../kernel/messages/fines.ts'
import { records } from '../kernel/outcome.ts'
import type { Text } from '../kernel/text.ts'
import { verb } from '../kernel/verb.ts'
import { decide } from './decide.ts'
import { planConfirm } from './deciding.ts'
import type { Fine } from './fine.ts'
import { named, readNames } from './month-report.ts'
import { readAsOf } from './read-fines.ts'
import { fineView } from './views.ts'

/** Art. 3.0: a person verified it; several at once: all or none. */
export const confirmFines = verb({
  path: 'fines confirm',
  summary: t.confirm,
  notes: t.confirmNotes,
  examples: [
    'baoxiu fines confirm overdue:KF-20261122-0007 --by 陈经理',
    'baoxiu fines confirm repeat:KF-20261122-0009 complaint:KF-C-20261122-01 --by 陈经理 --note 已与用户核实',
  ],
  operands: { fines: f.required(f.several(f.text('FINE', t.fine))) },
  flags: {
    by: f.required(f.text('NAME', t.by)),
    note: f.text('TEXT', t.note),
  },
  faults: ['FINE_UNKNOWN'],
  async run(ctx, given) {
    await confirmBulk(ctx, given.fines.length, async () => given.fines)
    const word = { by: given.by, reason: given.note ?? null }
    return ctx.writing(async (db) => {
      const asOf = await readAsOf(db, ctx.now)
      const confirmed = new Map<string, Fine>()
      const notes: Text[] = []
      for (const typed of new Set(given.fines)) {
        const done = await decide(db, asOf, typed, ({ fine, history }) => planConfirm(fine, history, word, asOf))
        confirmed.set(done.fine.fine_id, done.fine)
        notes.push(...done.notes)
      }
      return records(fineView, named([...confirmed.values()], await readNames(db)), t.noFines, { notes })
    })
  },
})
