import type { Ctx } from '../../kernel/ctx.ts'
import { confirmBulk } from '../../kernel/confirm-bulk.ts'
import type { ReadDb } from '../../kernel/db.ts'
import { Fault } from '../../kernel/faults.ts'
import * as f from '../../kernel/flags.ts'
import { fieldWords as h } from '../../kernel/messages/fields.ts'
import { officeWords } from '../../kernel/messages/office.ts'
import { peopleWords as t } from '../../kernel/messages/people.ts'
import { record } from '../../kernel/outcome.ts'
import { verb } from '../../kernel/verb.ts'
import * as v from '../../kernel/view.ts'
import type { View } from '../../kernel/view.ts'
import { withWarnings } from '../../kernel/warning.ts'
import { findBranch } from '../../office/find-people.ts'
import { readBranchEnds, requireOpenBranch } from '../../office/moves-and-ends.ts'
import type { BranchEnd } from '../../office/moves-and-ends.ts'
import { readBranches } from '../../office/queries.ts'
import { readOpenSlips } from '../../ticket/open-slips.ts'
import { ticketView } from '../../ticket/views.ts'
import { mergeIn } from './take-over.ts'
import type { TakenOver } from './take-over.ts'

const mergedView: View<TakenOver> = [
  v.text('branch', h.branch, (m) => m.branch),
  v.moment('ended_at', t.when, (m) => m.ended_at),
  v.text('merged_into', t.toBranch, (m) => m.merged_into),
  v.words('staff', t.mergedStaff, (m) => m.staff),
  v.list('tickets', t.mergedTickets, ticketView, (m) => m.tickets),
]

/** Fines stay where they fell: what occurred before the merge is the first branch's. */
export const mergeBranch = verb({
  path: 'branch merge',
  summary: t.merge,
  notes: t.mergeNotes,
  examples: ['baoxiu branch merge CG --into XZ', 'baoxiu branch merge CG --into XZ --at "2026-12-01 08:00"'],
  operands: { code: f.required(f.text('CODE', officeWords.branchCode)) },
  flags: { into: f.required(f.text('CODE', t.mergeInto)), at: f.happened(t.mergedAt) },
  faults: ['BRANCH_UNKNOWN', 'IN_USE', 'NOT_ALLOWED', 'MONTH_CLOSED'],
  async run(ctx, given) {
    await askAboutTickets(ctx, given.code)
    const view = withWarnings(mergedView, ctx.language)
    return ctx.writing(async (db) => {
      const branches = await readBranches(db)
      const [from, into] = [findBranch(branches, given.code).code, findBranch(branches, given.into).code]
      if (from === into) throw new Fault('INVALID_VALUE', t.sameMerge)
      const ended = await endOf(db, from)
      if (ended?.merged_into === into) {
        const nothing = { ...ended, staff: [], tickets: [], warnings: [] }
        return record(view, nothing, { notes: [t.mergedAlready(from, into)] })
      }
      if (ended !== undefined) throw new Fault('NOT_ALLOWED', t.branchClosed(from), t.otherBranch)
      await requireOpenBranch(db, into)
      return record(view, await mergeIn(ctx, db, { branch: from, ended_at: given.at, merged_into: into }))
    })
  },
})

async function endOf(db: ReadDb, code: string): Promise<BranchEnd | undefined> {
  return (await readBranchEnds(db)).find(({ branch }) => branch === code)
}

async function askAboutTickets(ctx: Ctx, typed: string): Promise<void> {
  if (ctx.yes || ctx.asker === undefined) return
  const open = await ctx.reading(async (db) => readOpenSlips(db, findBranch(await readBranches(db), typed).code))
  const lines = open.map((x) => `${x.ticket_no}  ${x.customer_name}  ${x.phone}  ${x.address}`)
  await confirmBulk(ctx, lines.length, () => Promise.resolve(lines))
}
