import { Fault } from '../kernel/faults.ts'
import * as f from '../kernel/flags.ts'
import { officeWords as t } from '../kernel/messages/office.ts'
import { record } from '../kernel/outcome.ts'
import { verb } from '../kernel/verb.ts'
import { findBranch } from './find-people.ts'
import { requireOpenBranch } from './moves-and-ends.ts'
import { putStaff, readBranches, readStaff } from './queries.ts'
import { staffView } from './views.ts'

export const addStaff = verb({
  path: 'staff add',
  summary: t.staffAdd,
  examples: ['baoxiu staff add 王伟 --branch CG', 'baoxiu staff add 王伟2 --branch CG'],
  operands: { name: f.required(f.text('NAME', t.staffName)) },
  flags: { branch: f.required(f.text('CODE', t.ofBranch)) },
  faults: ['BRANCH_UNKNOWN', 'IN_USE'],
  async run(ctx, given) {
    const staff = await ctx.writing(async (db) => {
      const branch = findBranch(await readBranches(db), given.branch)
      await requireOpenBranch(db, branch.code)
      const before = (await readStaff(db)).find((s) => s.branch === branch.code && s.name === given.name)
      if (before !== undefined && before.retired_at === null)
        throw new Fault('IN_USE', t.staffTaken(given.name, branch.code))
      const added = { branch: branch.code, name: given.name, retired_at: null }
      await putStaff(db, added, before)
      return added
    })
    return record(staffView, staff)
  },
})
