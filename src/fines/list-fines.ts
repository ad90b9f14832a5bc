import type { ReadDb } from '../kernel/db.ts'
import { Fault } from '../kernel/faults.ts'
import * as f from '../kernel/flags.ts'
import { codeWords } from '../kernel/messages/codes.ts'
import { fineWords as t } from '../kernel/messages/fines.ts'
import { nearest } from '../kernel/nearest.ts'
import { records } from '../kernel/outcome.ts'
import { verb } from '../kernel/verb.ts'
import { findBranch } from '../office/find-people.ts'
import { readBranches, readStaff } from '../office/queries.ts'
import { readExcusable } from './excuse.ts'
import { FINE_STATUSES } from './fine.ts'
import type { Fine } from './fine.ts'
import { readListed } from './month-report.ts'
import { readAsOf } from './read-fines.ts'
import { KINDS } from './rules.ts'
import { fineView } from './views.ts'

/** What the facts say should be fined, and what was decided: of a closed month what it said, of everything else as of now. */
export const listFines = verb({
  path: 'fines list',
  summary: t.list,
  notes: t.listNotes,
  examples: [
    'baoxiu fines list --month 2026-11',
    'baoxiu fines list --status pending --branch CG',
    'baoxiu fines list --month 2026-11 -o 处罚.csv',
  ],
  operands: {},
  flags: {
    month: f.month(t.month),
    status: f.choice(FINE_STATUSES, t.byStatus, codeWords.fine_status),
    kind: f.choice(KINDS, t.byKind, codeWords.kind),
    branch: f.text('CODE', t.ofBranch),
    maintainer: f.text('NAME', t.ofMaintainer),
  },
  faults: ['BRANCH_UNKNOWN', 'STAFF_UNKNOWN'],
  async run(ctx, given) {
    const { fines, excusable } = await ctx.reading(async (db) => {
      const asOf = await readAsOf(db, ctx.now)
      const branch = given.branch === undefined ? undefined : findBranch(await readBranches(db), given.branch).code
      const all = await readListed(db, asOf, given.month)
      if (given.maintainer !== undefined) await requireKnown(db, given.maintainer, all)
      const wanted = all.filter(
        (fine) =>
          (given.status ?? fine.status) === fine.status &&
          (given.kind ?? fine.kind) === fine.kind &&
          (branch ?? fine.branch) === fine.branch &&
          (given.maintainer ?? fine.maintainer) === fine.maintainer,
      )
      return { fines: wanted, excusable: await readExcusable(db, wanted) }
    })
    return records(fineView, fines, t.noFines, { notes: excusable.length === 0 ? [] : [t.mayBeExcused(excusable)] })
  },
})

/** A slip of the pen must not read as "no fines"; whoever has left is known, and whoever stands in the list. */
async function requireKnown(db: ReadDb, typed: string, fines: readonly Fine[]): Promise<void> {
  const names = new Set([...(await readStaff(db)).map(({ name }) => name), ...fines.flatMap((f) => f.maintainer ?? [])])
  if (!names.has(typed)) throw new Fault('STAFF_UNKNOWN', t.maintainerUnknown(typed, nearest(typed, [...names])))
}
