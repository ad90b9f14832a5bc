import { Fault } from '../../kernel/faults.ts'
import * as f from '../../kernel/flags.ts'
import { fieldWords as h } from '../../kernel/messages/fields.ts'
import { officeWords } from '../../kernel/messages/office.ts'
import { peopleWords as t } from '../../kernel/messages/people.ts'
import { record } from '../../kernel/outcome.ts'
import { verb } from '../../kernel/verb.ts'
import * as v from '../../kernel/view.ts'
import type { View } from '../../kernel/view.ts'
import { findBranch } from '../../office/find-people.ts'
import { insertBranchEnd, readBranchEnds } from '../../office/moves-and-ends.ts'
import type { BranchEnd } from '../../office/moves-and-ends.ts'
import { readBranches, readStaff } from '../../office/queries.ts'
import { readOpenSlips } from '../../ticket/open-slips.ts'

const endView: View<BranchEnd> = [
  v.text('branch', h.branch, (end) => end.branch),
  v.moment('ended_at', t.when, (end) => end.ended_at),
  v.text('merged_into', t.toBranch, (end) => end.merged_into),
]

export const closeBranch = verb({
  path: 'branch close',
  summary: t.close,
  notes: t.closeNotes,
  examples: ['baoxiu branch close XZ', 'baoxiu branch close XZ --at "2026-12-01 08:00"'],
  operands: { code: f.required(f.text('CODE', officeWords.branchCode)) },
  flags: { at: f.happened(t.closedAt) },
  faults: ['BRANCH_UNKNOWN', 'BRANCH_IN_USE'],
  async run(ctx, given) {
    return ctx.writing(async (db) => {
      const { code } = findBranch(await readBranches(db), given.code)
      const ended = (await readBranchEnds(db)).find(({ branch }) => branch === code)
      if (ended !== undefined) return record(endView, ended, { notes: [t.closedAlready(code)] })
      const open = (await readOpenSlips(db, code)).map(({ ticket_no }) => ticket_no)
      if (open.length > 0) throw new Fault('BRANCH_IN_USE', t.openSlips(code, open))
      const end: BranchEnd = { branch: code, ended_at: given.at, merged_into: null }
      await insertBranchEnd(db, end)
      const names = (await readStaff(db)).filter((s) => s.branch === code && s.retired_at === null).map((s) => s.name)
      return record(endView, end, { notes: names.length === 0 ? [] : [t.stillThere(code, names)] })
    })
  },
})
