import type { ReadDb } from '../kernel/db.ts'
import { Fault } from '../kernel/faults.ts'
import * as f from '../kernel/flags.ts'
import { fineWords as t } from '../kernel/messages/fines.ts'
import type { Clock } from '../kernel/moment.ts'
import { record } from '../kernel/outcome.ts'
import { verb } from '../kernel/verb.ts'
import { findBranch, findMaintainer } from '../office/find-people.ts'
import type { Branch, Staff } from '../office/office.ts'
import { readBranches, readStaff } from '../office/queries.ts'
import type { Liability } from './complaint.ts'
import { decide } from './decide.ts'
import { standingLine } from './decision.ts'
import { planCorrect } from './deciding.ts'
import type { FoundFine } from './find-fine.ts'
import { differing } from './moved.ts'
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
  faults: ['FINE_UNKNOWN', 'BRANCH_UNKNOWN', 'STAFF_UNKNOWN', 'STAFF_LEFT'],
  async run(ctx, given) {
    return ctx.writing(async (db) => {
      const asOf = await readAsOf(db, ctx.now)
      const people = await readPeople(db)
      const { fine, notes } = await decide(db, asOf, given.fine, (found) =>
        planCorrect(found, liabilityFor(found, given, people, ctx), given, asOf),
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

export async function readPeople(db: ReadDb): Promise<People> {
  return { branches: await readBranches(db), staff: await readStaff(db) }
}

interface To {
  readonly branch: string | undefined
  readonly maintainer: string | undefined
}

/**
 * Whoever has left since answers for what occurred before; another branch alone means nobody in person. Where nobody is named, the one
 * whom the records name now, if they differ from what was booked.
 */
export function liabilityFor(
  { fine: current, finding, history }: FoundFine,
  to: To,
  { branches, staff }: People,
  { zone }: Clock,
): Liability {
  const { branch, maintainer } = to
  if (branch === undefined && maintainer === undefined) {
    const isMoved =
      finding !== undefined && standingLine(history) !== undefined && differing(current, finding).length > 0
    if (!isMoved) throw new Fault('USAGE', t.nothingToCorrect)
    return { branch: finding.branch, maintainer: finding.maintainer }
  }
  const code = branch === undefined ? current.branch : findBranch(branches, branch).code
  const moment = { at: current.occurred_at, zone }
  if (maintainer !== undefined)
    return { branch: code, maintainer: findMaintainer(staff, maintainer, code, moment).name }
  return { branch: code, maintainer: code === current.branch ? current.maintainer : null }
}
