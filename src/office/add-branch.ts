import { Fault } from '../kernel/faults.ts'
import * as f from '../kernel/flags.ts'
import { codeWords } from '../kernel/messages/codes.ts'
import { officeWords as t } from '../kernel/messages/office.ts'
import { record } from '../kernel/outcome.ts'
import { phone } from '../kernel/phone-flag.ts'
import { verb } from '../kernel/verb.ts'
import type { Branch } from './office.ts'
import { putBranch, readBranches } from './queries.ts'
import { readCode } from './setting-values.ts'
import { branchView } from './views.ts'

export const addBranch = verb({
  path: 'branch add',
  summary: t.branchAdd,
  examples: [
    'baoxiu branch add CG 城关分公司 --area urban',
    'baoxiu branch add XZ 新庄分公司 --area township --phone 7654321',
  ],
  operands: {
    code: f.required(f.optional('CODE', t.branchCode, readCode)),
    name: f.required(f.text('NAME', t.branchName)),
  },
  flags: {
    area: f.required(f.choice(['urban', 'township'], t.area, codeWords.area)),
    phone: phone(t.branchPhone),
  },
  faults: ['IN_USE'],
  async run(ctx, given) {
    const branch: Branch = { code: given.code, name: given.name, area: given.area, phone: given.phone ?? null }
    await ctx.writing(async (db) => {
      requireFree(await readBranches(db), branch)
      await putBranch(db, branch)
    })
    return record(branchView, branch)
  },
})

/** Code and name each name one branch only: book cells match either. */
export function requireFree(others: readonly Branch[], branch: Branch): void {
  for (const word of [branch.code, branch.name]) {
    if (others.some((b) => b.code === word || b.name === word)) throw new Fault('IN_USE', t.branchTaken(word))
  }
}
