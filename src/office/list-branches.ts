import { officeWords as t } from '../kernel/messages/office.ts'
import { records } from '../kernel/outcome.ts'
import { verb } from '../kernel/verb.ts'
import { readBranches } from './queries.ts'
import { branchView } from './views.ts'

export const listBranches = verb({
  path: 'branch list',
  summary: t.branchList,
  examples: ['baoxiu branch list', 'baoxiu branch list --json'],
  operands: {},
  flags: {},
  faults: [],
  run: async (ctx) => records(branchView, await ctx.reading(readBranches), t.noBranches),
})
