import * as f from '../kernel/flags.ts'
import { officeWords as t } from '../kernel/messages/office.ts'
import { records } from '../kernel/outcome.ts'
import { verb } from '../kernel/verb.ts'
import { findBranch } from './find-people.ts'
import { readBranches, readStaff } from './queries.ts'
import { staffView } from './views.ts'

export const listStaff = verb({
  path: 'staff list',
  summary: t.staffList,
  examples: ['baoxiu staff list', 'baoxiu staff list --branch CG'],
  operands: {},
  flags: { branch: f.text('CODE', t.ofBranch) },
  faults: ['BRANCH_UNKNOWN'],
  async run(ctx, given) {
    const staff = await ctx.reading(async (db) => {
      const everyone = await readStaff(db)
      if (given.branch === undefined) return everyone
      const branch = findBranch(await readBranches(db), given.branch)
      return everyone.filter((s) => s.branch === branch.code)
    })
    return records(staffView, staff, t.noStaff)
  },
})
