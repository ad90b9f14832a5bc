import type { ReadDb } from '../kernel/db.ts'
import { readBranchEnds, readStaffMoves } from './moves-and-ends.ts'
import type { StaffMove } from './moves-and-ends.ts'
import type { Staff } from './office.ts'
import { readStaff } from './queries.ts'

/** A branch that goes on as another one: for one maintainer who moved, or (`null`) for all whose branch was merged. */
export interface BranchJoin {
  readonly maintainer: string | null
  readonly from: string
  readonly to: string
  /** Names that are of one person here and of another one there. */
  readonly namesakes?: readonly string[]
}

/** In the order in which they happened. */
export async function readBranchJoins(db: ReadDb): Promise<readonly BranchJoin[]> {
  const [moves, ends, staff] = [await readStaffMoves(db), await readBranchEnds(db), await readStaff(db)]
  const moved = moves.map((move) => ({
    at: move.moved_at,
    join: { maintainer: move.name, from: move.from_branch, to: move.to_branch },
  }))
  const merged = ends.flatMap(({ branch: from, ended_at: at, merged_into: to }) =>
    to === null ? [] : [{ at, join: { maintainer: null, from, to, namesakes: namesakesOf(from, to, staff, moves) } }],
  )
  return [...moved, ...merged].sort((a, b) => a.at - b.at).map(({ join }) => join)
}

/** Names known in both branches of which nobody went from one to the other. */
export function namesakesOf(
  one: string,
  other: string,
  staff: readonly Staff[],
  moves: readonly StaffMove[],
): readonly string[] {
  const namesIn = (code: string): string[] => staff.filter(({ branch }) => branch === code).map(({ name }) => name)
  const both = [one, other]
  const went = moves.filter((move) => both.includes(move.from_branch) && both.includes(move.to_branch))
  const there = new Set(namesIn(other))
  return namesIn(one).filter((name) => there.has(name) && !went.some((move) => move.name === name))
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
  const own = joins.filter((join) =>
    join.maintainer === null
      ? maintainer === null || join.namesakes?.includes(maintainer) !== true
      : join.maintainer === maintainer,
  )
  const branches = new Set([branch])
  let before = 0
  while (branches.size > before) {
    before = branches.size
    for (const { from, to } of own) if (branches.has(from) || branches.has(to)) branches.add(from).add(to)
  }
  return { branches: [...branches], present: own.findLast(({ from }) => branches.has(from))?.to ?? branch }
}
