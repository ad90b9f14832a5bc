import * as f from '../kernel/flags.ts'
import { codeWords } from '../kernel/messages/codes.ts'
import { fineWords as t } from '../kernel/messages/fines.ts'
import { record } from '../kernel/outcome.ts'
import { verb } from '../kernel/verb.ts'
import { decide } from './decide.ts'
import { planDismiss } from './deciding.ts'
import type { Plan } from './deciding.ts'
import { GROUNDS } from './decision.ts'
import { findToDismiss } from './find-fine.ts'
import type { FoundFine } from './find-fine.ts'
import { named, readNames } from './month-report.ts'
import { readAsOf } from './read-fines.ts'
import { fineView } from './views.ts'

/** Art. 3.0: verified and not to be paid; a complaint cannot be excused (3.3). */
export const dismissFine = verb({
  path: 'fines dismiss',
  summary: t.dismiss,
  notes: t.dismissNotes,
  examples: [
    'baoxiu fines dismiss overdue:KF-20261122-0007 --ground excused --reason 用户三次不在家 --by 陈经理',
    'baoxiu fines dismiss complaint:KF-C-20261122-01 --ground not-upheld --reason 查无此事 --by 陈经理',
  ],
  operands: { fine: f.required(f.text('FINE', t.fine)) },
  flags: {
    ground: f.required(f.choice(GROUNDS, t.ground, codeWords.ground)),
    reason: f.required(f.text('TEXT', t.reason)),
    by: f.required(f.text('NAME', t.by)),
  },
  faults: ['FINE_UNKNOWN', 'NO_EXCUSES'],
  async run(ctx, given) {
    return ctx.writing(async (db) => {
      const asOf = await readAsOf(db, ctx.now)
      const plan = ({ fine, history }: FoundFine): Plan => planDismiss(fine, history, given.ground, given, asOf)
      const { fine, notes } = await decide(db, asOf, given.fine, plan, findToDismiss)
      const [shown] = named([fine], await readNames(db))
      return record(fineView, shown, { notes })
    })
  },
})
