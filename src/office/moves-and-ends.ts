import type { ReadDb, WriteDb } from '../kernel/db.ts'
import { Fault } from '../kernel/faults.ts'
import { peopleWords as t } from '../kernel/messages/people.ts'
import type { Instant } from '../kernel/zone.ts'

/** The same person went on in another branch. */
export interface StaffMove {
  readonly name: string
  readonly from_branch: string
  readonly to_branch: string
  readonly moved_at: Instant
}

/** A branch that takes no more tickets. */
export interface BranchEnd {
  readonly branch: string
  readonly ended_at: Instant
  readonly merged_into: string | null
}

const MOVES = `select name, from_branch, to_branch, moved_at from staff_move order by moved_at, name, from_branch`
const INSERT_MOVE = `
  insert into staff_move (name, from_branch, to_branch, moved_at) values ($1, $2, $3, $4)
  on conflict (name, from_branch, to_branch, moved_at) do nothing`
const ENDS = `select branch, ended_at, merged_into from branch_end order by ended_at, branch`
const INSERT_END = `insert into branch_end (branch, ended_at, merged_into) values ($1, $2, $3)`

/** In the order in which they happened. Strict columns guarantee the shape. */
export async function readStaffMoves(db: ReadDb): Promise<StaffMove[]> {
  return (await db.all(MOVES)) as unknown as StaffMove[]
}

export async function insertStaffMove(db: WriteDb, move: StaffMove): Promise<void> {
  const inserted = await db.run(INSERT_MOVE, [move.name, move.from_branch, move.to_branch, move.moved_at])
  // There, back and there again within a second is told once.
  if (inserted === 1) await db.record({ subject: move.name, table: 'staff_move', after: move })
}

export async function readBranchEnds(db: ReadDb): Promise<BranchEnd[]> {
  return (await db.all(ENDS)) as unknown as BranchEnd[]
}

export async function insertBranchEnd(db: WriteDb, end: BranchEnd): Promise<void> {
  await db.run(INSERT_END, [end.branch, end.ended_at, end.merged_into])
  await db.record({ subject: end.branch, table: 'branch_end', after: end })
}

/** Where the work of a branch goes on: in itself, or where it was merged into; absent where it was closed. */
export async function presentBranch(db: ReadDb, code: string): Promise<string | undefined> {
  const ends = new Map((await readBranchEnds(db)).map((end) => [end.branch, end.merged_into]))
  let present: string | null | undefined = code
  // A branch that was merged stays so: no circle.
  while (typeof present === 'string' && ends.has(present)) present = ends.get(present)
  return present ?? undefined
}

/** Whoever is given to a branch that was closed would wait for ever. */
export async function requireOpenBranch(db: ReadDb, code: string): Promise<void> {
  const ended = (await readBranchEnds(db)).some(({ branch }) => branch === code)
  if (ended) throw new Fault('NOT_ALLOWED', t.branchClosed(code), t.otherBranch)
}
