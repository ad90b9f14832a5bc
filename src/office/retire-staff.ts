import * as f from '../kernel/flags.ts'
import { Fault } from '../kernel/faults.ts'
import { officeWords as t } from '../kernel/messages/office.ts'
import { peopleWords } from '../kernel/messages/people.ts'
import { nearest } from '../kernel/nearest.ts'
import { record } from '../kernel/outcome.ts'
import { verb } from '../kernel/verb.ts'
import { findBranch } from './find-people.ts'
import { putStaff, readBranches, readStaff } from './queries.ts'
import { staffView } from './views.ts'

export const retireStaff = verb({
  path: 'staff retire',
  summary: t.staffRetire,
  examples: ['baoxiu staff retire 王伟 --branch CG', 'baoxiu staff retire 王伟2 --branch XZ --at "2026-11-30 18:00"'],
  operands: { name: f.required(f.text('NAME', t.staffName)) },
  flags: { branch: f.required(f.text('CODE', t.ofBranch)), at: f.happened(peopleWords.retiredAt) },
  faults: ['BRANCH_UNKNOWN', 'STAFF_UNKNOWN'],
  async run(ctx, given) {
    return ctx.writing(async (db) => {
      const branch = findBranch(await readBranches(db), given.branch)
      const colleagues = (await readStaff(db)).filter((s) => s.branch === branch.code)
      const before = colleagues.find((s) => s.name === given.name)
      if (before === undefined) {
        const near = nearest(
          given.name,
          colleagues.map((s) => s.name),
        )
        throw new Fault('STAFF_UNKNOWN', t.staffNotHere(given.name, branch.code, near))
      }
      if (before.retired_at !== null) return record(staffView, before, { notes: [t.alreadyRetired(before.name)] })
      const after = { ...before, retired_at: given.at }
      await putStaff(db, after, before)
      return record(staffView, after)
    })
  },
})
