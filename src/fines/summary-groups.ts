import { joinedBranches } from '../office/joined-branches.ts'
import type { BranchJoin } from '../office/joined-branches.ts'
import { regrouped } from './summary.ts'
import type { SummaryRow } from './summary.ts'

export const SUMMARY_GROUPS = ['maintainer', 'branch', 'person'] as const

/** One row for each branch. */
export function byBranch(rows: readonly SummaryRow[]): SummaryRow[] {
  return regrouped(rows, ({ branch }) => ({ branch, maintainer: null }))
}

/** One row for each person, over the branches that are joined for that name, under the present one. */
export function byPerson(
  rows: readonly SummaryRow[],
  joins: readonly BranchJoin[],
  names: ReadonlyMap<string, string>,
): SummaryRow[] {
  const grouped = regrouped(rows, ({ branch, maintainer }) => {
    return { branch: joinedBranches(joins, maintainer, branch).present, maintainer }
  })
  return grouped.map((row) => ({ ...row, branch_name: names.get(row.branch) ?? row.branch_name }))
}
