import { Fault } from '../kernel/faults.ts'
import { moreBookWords as t, whyListed as why } from '../kernel/messages/books-more.ts'
import { verb } from '../kernel/verb.ts'
import { foldWord } from '../kernel/word-folding.ts'
import { requireFree } from '../office/add-branch.ts'
import type { Area, Branch } from '../office/office.ts'
import { putBranch, readBranches } from '../office/queries.ts'
import { readCode } from '../office/setting-values.ts'
import { branchView } from '../office/views.ts'
import { phonesIn } from './cells/phone-cell.ts'
import { importListed } from './import-listed.ts'
import type { Deed, Judge, ListKind } from './import-listed.ts'
import { listAsked, listFlags, listOperands } from './list-flags.ts'
import { headingTable } from './listed-columns.ts'
import type { ListRow } from './listed-rows.ts'

type BranchField = 'code' | 'name' | 'area' | 'phone'

const meaningOf = headingTable<BranchField>({
  code: 'branch_code 分公司代码 分公司编号 分公司编码 单位代码 单位编号 单位编码 | 代码 编码 | 编号',
  name: 'branch_name branch 分公司名称 | 分公司 | 单位名称 单位 站名 营业厅名称 营业厅 维护站名称 维护站 站点 支局 | 名称',
  area: '区域类型 | 区域 所属区域 城乡 | type 类型',
  phone: '报修电话 | 联系电话 | phone telephone tel 电话 电话号码 联系方式 座机 手机',
})

const AREAS: ReadonlyMap<string, Area> = new Map([
  ...['urban', 'city', 'town', '城区', '市区', '城市', '县城', '城关'].map((word) => [word, 'urban'] as const),
  ...['township', 'rural', '乡镇', '农村', '镇', '乡'].map((word) => [word, 'township'] as const),
])

const branches: ListKind<BranchField> = {
  kind: 'branches',
  meaningOf,
  needed: ['code', 'name', 'area'],
  own: [branchView.map((column) => column.name).join(), branchView.map((column) => column.heading.zh).join()],
  judge: async (db) => new BranchJudge(await readBranches(db)),
}

/** A branch is known by its code; what is known is never written over. */
class BranchJudge implements Judge<BranchField> {
  private readonly known: Branch[]

  constructor(known: readonly Branch[]) {
    this.known = [...known]
  }

  async judge(row: ListRow<BranchField>): Promise<Deed | undefined> {
    const branch = this.read(row)
    const known = this.known.find(({ code }) => code === branch.code)
    if (known !== undefined) {
      const same = known.name === branch.name && known.area === branch.area
      if (same && (!row.has('phone') || known.phone === branch.phone)) return undefined
      return row.refuse('code', why.branchKnown(known.code))
    }
    requireFree(this.known, branch)
    this.known.push(branch)
    return { defaulted: false, apply: (db) => putBranch(db, branch) }
  }

  private read(row: ListRow<BranchField>): Branch {
    const area = AREAS.get(foldWord(row.needed('area')))
    if (area === undefined) return row.refuse('area', why.notAnArea)
    return { code: codeOf(row), name: row.needed('name'), area, phone: phoneOf(row) }
  }
}

function phoneOf(row: ListRow<BranchField>): string | null {
  const phones = phonesIn(row.cell('phone') ?? '')
  return phones === '' ? null : phones
}

function codeOf(row: ListRow<BranchField>): string {
  try {
    return readCode(row.needed('code'), row.nameOf('code'))
  } catch (error) {
    if (error instanceof Fault) return row.refuse('code', why.notACode)
    throw error
  }
}

export const importBranches = verb({
  path: 'import branches',
  summary: t.importBranches,
  notes: t.importListNotes,
  examples: ['baoxiu import branches 分公司.csv --dry-run', 'baoxiu import branches branches.csv'],
  operands: listOperands,
  flags: listFlags,
  faults: ['CANNOT_READ', 'ROWS_REFUSED'],
  run: (ctx, given) => importListed(ctx, branches, listAsked(given)),
})
