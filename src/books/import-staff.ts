import { MomentReader } from '../kernel/book-moments.ts'
import { dayAt } from '../kernel/calendar.ts'
import type { Ctx } from '../kernel/ctx.ts'
import { whyNot } from '../kernel/messages/book-refusals.ts'
import { moreBookWords as t, whyListed as why } from '../kernel/messages/books-more.ts'
import { verb } from '../kernel/verb.ts'
import type { Instant } from '../kernel/zone.ts'
import { findBranch } from '../office/find-people.ts'
import type { Branch, Staff } from '../office/office.ts'
import { putStaff, readBranches, readStaff } from '../office/queries.ts'
import { staffView } from '../office/views.ts'
import { peopleIn } from './cells/name-cell.ts'
import { importListed } from './import-listed.ts'
import type { Deed, Judge, ListKind } from './import-listed.ts'
import { listAsked, listFlags, listOperands } from './list-flags.ts'
import { headingTable } from './listed-columns.ts'
import type { ListRow } from './listed-rows.ts'

type StaffField = 'branch' | 'name' | 'retired_at'

const meaningOf = headingTable<StaffField>({
  branch:
    'branch_code branch_name 分公司 分公司名称 所属分公司 | 分公司代码 | 维护站 所属站 所属维护站 站点 营业厅 所属营业厅 支局 | 单位 所属单位 工作单位 | 部门 所属部门 | 片区 所属片区 乡镇',
  name: '员工姓名 维护人姓名 维护员姓名 维修人姓名 维修员姓名 人员姓名 | 姓名 名字 | staff maintainer 维护人 维护员 维护人员 维修人 维修员 维修人员 | 人员 员工',
  retired_at: 'retired 离职时间 离职日期 离岗时间 离岗日期 | left 退休时间 退休日期 调离时间 调离日期',
})

const staff: ListKind<StaffField> = {
  kind: 'staff',
  meaningOf,
  needed: ['branch', 'name'],
  own: [staffView.map((column) => column.name).join(), staffView.map((column) => column.heading.zh).join()],
  judge: async (db, ctx) => new StaffJudge(await readBranches(db), await readStaff(db), ctx),
}

/** A maintainer is known by branch and name; who has left and who has not is never written over. */
class StaffJudge implements Judge<StaffField> {
  private readonly branches: readonly Branch[]
  private readonly known: Staff[]
  private readonly now: Instant
  private readonly moments: MomentReader

  constructor(branches: readonly Branch[], known: readonly Staff[], { now, zone }: Ctx) {
    this.branches = branches
    this.known = [...known]
    this.now = now
    const thisYear = Number(dayAt(zone, now).slice(0, 4))
    this.moments = new MomentReader({ year: undefined, order: undefined, thisYear }, zone)
  }

  async judge(row: ListRow<StaffField>): Promise<Deed | undefined> {
    const branch = findBranch(this.branches, row.needed('branch')).code
    const member: Staff = { branch, name: nameOf(row), retired_at: this.retiredAt(row) }
    const known = this.known.find((s) => s.branch === branch && s.name === member.name)
    if (known !== undefined) {
      if (known.retired_at === member.retired_at) return undefined
      return row.refuse('name', known.retired_at === null ? why.stillHere(branch) : why.hasLeft(branch))
    }
    this.known.push(member)
    return { defaulted: false, apply: (db) => putStaff(db, member) }
  }

  private retiredAt(row: ListRow<StaffField>): Instant | null {
    const cell = row.cell('retired_at')
    if (cell === undefined) return null
    const found = this.moments.read(cell)
    if ('en' in found) return row.refuse('retired_at', found)
    return found.at > this.now ? row.refuse('retired_at', whyNot.inFuture) : found.at
  }
}

/** One person to a row; a blank between two characters is only for show. */
function nameOf(row: ListRow<StaffField>): string {
  const name = row.needed('name')
  if (peopleIn(name).length > 1) return row.refuse('name', why.severalPeople)
  return name.replace(/(?<=\p{Script=Han})[\s\u3000]+(?=\p{Script=Han})/gu, '')
}

export const importStaff = verb({
  path: 'import staff',
  summary: t.importStaff,
  notes: t.importListNotes,
  examples: ['baoxiu import staff 维护人员.csv --dry-run', 'baoxiu import staff staff.csv'],
  operands: listOperands,
  flags: listFlags,
  faults: ['CANNOT_READ', 'ROWS_REFUSED'],
  run: (ctx, given) => importListed(ctx, staff, listAsked(given)),
})
