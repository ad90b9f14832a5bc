import { Fault } from '../kernel/faults.ts'
import * as f from '../kernel/flags.ts'
import { codeWords } from '../kernel/messages/codes.ts'
import { officeWords as t } from '../kernel/messages/office.ts'
import { record } from '../kernel/outcome.ts'
import { phone } from '../kernel/phone-flag.ts'
import { verb } from '../kernel/verb.ts'
import { requireFree } from './add-branch.ts'
import { findBranch } from './find-people.ts'
import type { Branch } from './office.ts'
import { putBranch, readBranches } from './queries.ts'
import { branchView } from './views.ts'

export const editBranch = verb({
  path: 'branch edit',
  summary: t.branchEdit,
  examples: ['baoxiu branch edit XZ --phone 7654322', 'baoxiu branch edit CG --name 城关维护分公司'],
  operands: { code: f.required(f.text('CODE', t.branchCode)) },
  flags: {
    name: f.text('NAME', t.branchName),
    area: f.choice(['urban', 'township'], t.area, codeWords.area),
    phone: phone(t.branchPhone),
  },
  faults: ['BRANCH_UNKNOWN', 'IN_USE'],
  async run(ctx, given) {
    if ((given.name ?? given.area ?? given.phone) === undefined) throw new Fault('USAGE', t.nothingToChange)
    const branch = await ctx.writing(async (db) => {
      const all = await readBranches(db)
      const before = findBranch(all, given.code)
      const after: Branch = {
        ...before,
        name: given.name ?? before.name,
        area: given.area ?? before.area,
        phone: given.phone ?? before.phone,
      }
      requireFree(
        all.filter((b) => b.code !== before.code),
        after,
      )
      await putBranch(db, after, before)
      return after
    })
    return record(branchView, branch)
  },
})
