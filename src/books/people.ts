import { Fault } from '../kernel/faults.ts'
import { whyCell } from '../kernel/messages/book-cells.ts'
import { whyNot as why } from '../kernel/messages/book-refusals.ts'
import { nearest } from '../kernel/nearest.ts'
import type { Text } from '../kernel/text.ts'
import { foldWidth } from '../kernel/width-folding.ts'
import { canBeAPerson } from './cells/name-cell.ts'
import { findMaintainer } from '../office/find-people.ts'
import type { Branch, Staff } from '../office/office.ts'

/**
 * The branches and maintainers that the cells of one book name; each distinct name is looked up once. With `createMissing`
 * an unknown one is proposed, and made once a row that names it is imported.
 */
export class People {
  private readonly branches: Branch[]
  private readonly staff: Staff[]
  private readonly createMissing: boolean
  private readonly known = { branch: new Map<string, string | Text>(), staff: new Map<string, string | Text>() }
  private readonly proposedBranches = new Map<string, Branch>()
  private readonly proposedStaff = new Map<string, Staff>()
  readonly createdBranches: Branch[] = []
  readonly createdStaff: Staff[] = []

  constructor(branches: readonly Branch[], staff: readonly Staff[], createMissing: boolean) {
    this.branches = [...branches]
    this.staff = [...staff]
    this.createMissing = createMissing
  }

  /** The code of the branch that a cell names by code or name. */
  branchOf(cell: string): string | Text {
    const known = this.known.branch.get(cell)
    if (known !== undefined) return known
    const found = this.lookUpBranch(cell)
    this.known.branch.set(cell, found)
    return found
  }

  areaOf(code: string): Branch['area'] | undefined {
    return this.branches.find((branch) => branch.code === code)?.area
  }

  /**
   * A maintainer by name: of the branch, else a unique one elsewhere; old repairs stay theirs who have left. The first of
   * several in one cell is never proposed.
   */
  maintainerOf(cell: string, branch: string, isOneOfSeveral = false): string | Text {
    const key = isOneOfSeveral ? `${branch}\n${cell}\n` : `${branch}\n${cell}`
    const known = this.known.staff.get(key)
    if (known !== undefined) return known
    const found = this.lookUpMaintainer(cell, branch, isOneOfSeveral)
    // Somebody may be proposed yet by a row where the name stands alone.
    if (typeof found === 'string' || !isOneOfSeveral) this.known.staff.set(key, found)
    return found
  }

  /** Whom the import makes, each with the names that it may be a slip of. */
  proposals(): { readonly made: string; readonly near: readonly string[] }[] {
    const branches = this.createdBranches.map(({ code, name }) => {
      const others = this.branches.filter((b) => !this.createdBranches.includes(b)).map((b) => b.name)
      return { made: `${code} ${name}`, near: nearest(name, others) }
    })
    const staff = this.createdStaff.map(({ branch, name }) => {
      const others = this.staff.filter((s) => !this.createdStaff.includes(s)).map((s) => s.name)
      return { made: `${branch} ${name}`, near: nearest(name, [...new Set(others)]) }
    })
    return [...branches, ...staff]
  }

  /** A row that names them is imported: whoever was only proposed becomes real. */
  use(branch: string, ...maintainers: (string | null)[]): void {
    if (this.proposedBranches.size + this.proposedStaff.size === 0) return
    const made = this.proposedBranches.get(branch)
    if (made !== undefined) this.createdBranches.push(made)
    this.proposedBranches.delete(branch)
    for (const name of maintainers) {
      const key = `${branch}\n${name}`
      const added = this.proposedStaff.get(key)
      if (added !== undefined) this.createdStaff.push(added)
      this.proposedStaff.delete(key)
    }
  }

  private lookUpBranch(cell: string): string | Text {
    const folded = foldWidth(cell).replace(/\s/g, '')
    const found =
      this.branches.find((b) => b.code === cell || b.name === cell) ??
      this.branches.find((b) => b.code === folded.toUpperCase() || b.name.replace(/\s/g, '') === folded)
    if (found !== undefined) return found.code
    const near = nearest(
      cell,
      this.branches.flatMap((b) => [b.code, b.name]),
    )
    if (!this.createMissing) return why.branchUnknown(near)
    if (!canBeABranch(cell)) return whyCell.notABranch
    const part = this.branches.find((b) => b.name.includes(folded) || folded.includes(b.name))
    // 城关 beside 城关分公司 is no second branch.
    if (part !== undefined) return whyCell.partOfBranch(part.name)
    const made: Branch = { code: this.freeCode(folded), name: cell, area: 'township', phone: null }
    this.branches.push(made)
    this.proposedBranches.set(made.code, made)
    return made.code
  }

  private freeCode(wanted: string): string {
    const taken = new Set(this.branches.map((b) => b.code))
    if (/^[A-Z0-9]{1,8}$/.test(wanted) && !taken.has(wanted)) return wanted
    let number = 1
    while (taken.has(`B${number}`)) number += 1
    return `B${number}`
  }

  private lookUpMaintainer(cell: string, branch: string, isOneOfSeveral: boolean): string | Text {
    // Spreadsheets space names of two characters out: 王 伟.
    for (const name of [cell, cell.replace(/[\s\u3000]/g, '')]) {
      try {
        return findMaintainer(this.staff, name, branch).name
      } catch (error) {
        if (!(error instanceof Fault)) throw error
      }
    }
    if (!this.createMissing)
      return why.staffUnknown(
        branch,
        nearest(
          cell,
          this.staff.map((s) => s.name),
        ),
      )
    if (isOneOfSeveral) return whyCell.someoneElses
    const name = spelledOut(cell)
    if (!canBeAPerson(name)) return whyCell.notAName
    const added: Staff = { branch, name, retired_at: null }
    this.staff.push(added)
    this.proposedStaff.set(`${branch}\n${added.name}`, added)
    return added.name
  }
}

/** 王 伟 is 王伟; Li Lei is not LiLei. */
function spelledOut(cell: string): string {
  return cell.replace(/(?<=\p{Script=Han})[\s\u3000]+(?=\p{Script=Han})/gu, '')
}

/** No branch is made of a mark, a number, a date, or two names. */
function canBeABranch(cell: string): boolean {
  return (
    /^[\p{Script=Han}\p{Script=Latin}\d（）() -]{2,20}$/u.test(cell) &&
    /[\p{Script=Han}\p{Script=Latin}]{2}/u.test(cell)
  )
}
