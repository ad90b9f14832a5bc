import type { ReadDb } from '../kernel/db.ts'
import { readStaffMoves } from './moves-and-ends.ts'

/** A branch that goes on as another one: for one maintainer who moved, or (`null`) for all whose branch was merged. */
export interface BranchJoin {
  readonly maintainer: string | null
  readonly from: string
  readonly to: string
}

/** In the order in which they happened. */
export async function readBranchJoins(db: ReadDb): Promise<readonly BranchJoin[]> {
  return (await readStaffMoves(db)).map((move) => ({
    maintainer: move.name,
    from: move.from_branch,
    to: move.to_branch,
  }))
}

interface JoinedBranches {
  /** The branch asked about, and every other in which it is the same person. */
  readonly branches: readonly string[]
  /** Where that person is now. */
  readonly present: string
}

/** The branches in which one name is one person; the same name elsewhere is another one. */
export function joinedBranches(
  joins: readonly BranchJoin[],
  maintainer: string | null,
  branch: string,
): JoinedBranches {
  const own = joins.filter((join) => join.maintainer === null || join.maintainer === maintainer)
  const branches = new Set([branch])
  let before = 0
  while (branches.size > before) {
    before = branches.size
    for (const { from, to } of own) if (branches.has(from) || branches.has(to)) branches.add(from).add(to)
  }
  return { branches: [...branches], present: own.findLast(({ from }) => branches.has(from))?.to ?? branch }
}
