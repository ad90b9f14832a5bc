import { Fault } from '../../kernel/faults.ts'
import * as f from '../../kernel/flags.ts'
import { officeWords } from '../../kernel/messages/office.ts'
import { peopleWords as t } from '../../kernel/messages/people.ts'
import { record } from '../../kernel/outcome.ts'
import { verb } from '../../kernel/verb.ts'
import * as v from '../../kernel/view.ts'
import type { View } from '../../kernel/view.ts'
import { fieldWords as h } from '../../kernel/messages/fields.ts'
import { findBranch } from '../../office/find-people.ts'
import { findColleague } from '../../office/find-colleague.ts'
import { requireOpenBranch } from '../../office/moves-and-ends.ts'
import type { StaffMove } from '../../office/moves-and-ends.ts'
import { readBranches, readOffice, readStaff } from '../../office/queries.ts'
import { transferStaff } from '../../office/transfer-staff.ts'
import { readOpenSlips } from '../../ticket/open-slips.ts'
import { judge } from '../../ticket/rules.ts'
import type { Judged } from '../../ticket/rules.ts'
import { ticketView } from '../../ticket/views.ts'

interface Moved extends StaffMove {
  readonly open_slips: readonly Judged[]
}

const movedView: View<Moved> = [
  v.text('name', h.staff_name, (m) => m.name),
  v.text('from_branch', t.fromBranch, (m) => m.from_branch),
  v.text('to_branch', t.toBranch, (m) => m.to_branch),
  v.moment('moved_at', t.when, (m) => m.moved_at),
  v.list('open_slips', t.openTickets, ticketView, (m) => m.open_slips),
]

/** Fines stay where they fell; one line of the summary by person holds both branches. */
export const moveStaff = verb({
  path: 'staff move',
  summary: t.move,
  notes: t.moveNotes,
  examples: [
    'baoxiu staff move 王伟 --from CG --to XZ',
    'baoxiu staff move 王伟 --from CG --to XZ --at "2026-12-01 08:00"',
  ],
  operands: { name: f.required(f.text('NAME', officeWords.staffName)) },
  flags: {
    from: f.required(f.text('CODE', t.from)),
    to: f.required(f.text('CODE', t.into)),
    at: f.happened(t.movedAt),
  },
  faults: ['BRANCH_UNKNOWN', 'STAFF_UNKNOWN', 'STAFF_LEFT', 'IN_USE', 'NOT_ALLOWED'],
  async run(ctx, given) {
    return ctx.writing(async (db) => {
      const branches = await readBranches(db)
      const [from, to] = [findBranch(branches, given.from).code, findBranch(branches, given.to).code]
      if (from === to) throw new Fault('INVALID_VALUE', t.sameBranch)
      await requireOpenBranch(db, to)
      const staff = await readStaff(db)
      const before = findColleague(staff, given.name, from, ctx)
      const there = staff.find((s) => s.branch === to && s.name === given.name)
      if (there?.retired_at === null) throw new Fault('IN_USE', officeWords.staffTaken(given.name, to))
      const move = await transferStaff(db, before, there, to, given.at)
      const { rules } = await readOffice(db)
      const open = (await readOpenSlips(db, from)).filter(({ assigned_to }) => assigned_to === before.name)
      return record(movedView, { ...move, open_slips: open.map((slip) => judge(slip, rules, ctx.now)) })
    })
  },
})
