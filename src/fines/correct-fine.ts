import type { ReadDb } from '../kernel/db.ts'
import { Fault } from '../kernel/faults.ts'
import * as f from '../kernel/flags.ts'
import { fineWords as t } from '../kernel/messages/fines.ts'
import { record } from '../kernel/outcome.ts'
import { verb } from '../kernel/verb.ts'
import { findBranch, findMaintainer } from '../office/find-people.ts'
import type { Branch, Staff } from '../office/office.ts'
import { readBranches, readStaff } from '../office/queries.ts'
import type { Liability } from './complaint.ts'
import { decide } from './decide.ts'
import { planCorrect } from './deciding.ts'
import { named, readNames } from './month-report.ts'
import { readAsOf } from './read-fines.ts'
import { fineView } from './views.ts'

/** The case stands, but somebody else answers for it. */
export const correctFine = verb({
  path: 'fines correct',
  summary: t.correct,
  notes: t.correctNotes,
  examples: [
    'baoxiu fines correct overdue:KF-20261122-0007 --maintainer 李强 --reason 当日由李强代班 --by 陈经理',
    'baoxiu fines correct complaint:KF-C-20261122-01 --branch XZ --reason 属新庄 --by 陈经理',
  ],
  operands: { fine: f.required(f.text('FINE', t.fine)) },
  flags: {
    branch: f.text('CODE', t.newBranch),
    maintainer: f.text('NAME', t.newMaintainer),
    reason: f.required(f.text('TEXT', t.reason)),
    by: f.required(f.text('NAME', t.by)),
  },
  faults: ['FINE_UNKNOWN', 'BRANCH_UNKNOWN', 'STAFF_UNKNOWN'],
  async run(ctx, given) {
    if (given.branch === undefined && given.maintainer === undefined) throw new Fault('USAGE', t.nothingToCorrect)
    return ctx.writing(async (db) => {
      const asOf = await readAsOf(db, ctx.now)
      const people = await readPeople(db)
      const { fine, notes } = await decide(db, asOf, given.fine, ({ fine, history }) =>
        planCorrect(fine, history, liabilityFor(fine, given, people), given, asOf),
      )
      const [shown] = named([fine], await readNames(db))
      return record(fineView, shown, { notes })
    })
  },
})

interface People {
  readonly branches: readonly Branch[]
  readonly staff: readonly Staff[]
}

async function readPeople(db: ReadDb): Promise<People> {
  return { branches: await readBranches(db), staff: await readStaff(db) }
}

interface To {
  readonly branch: string | undefined
  readonly maintainer: string | undefined
}

/** Whoever did it answers even after leaving; another branch alone means nobody in person. */
function liabilityFor(current: Liability, { branch, maintainer }: To, { branches, staff }: People): Liability {
  const code = branch === undefined ? current.branch : findBranch(branches, branch).code
  if (maintainer !== undefined) return { branch: code, maintainer: findMaintainer(staff, maintainer, code, true).name }
  return { branch: code, maintainer: code === current.branch ? current.maintainer : null }
}
