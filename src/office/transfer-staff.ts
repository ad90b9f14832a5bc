import type { WriteDb } from '../kernel/db.ts'
import type { Instant } from '../kernel/zone.ts'
import { insertStaffMove } from './moves-and-ends.ts'
import type { StaffMove } from './moves-and-ends.ts'
import type { Staff } from './office.ts'
import { putStaff } from './queries.ts'

/** One person goes on in another branch; `there`: that branch has had them before. */
export async function transferStaff(
  db: WriteDb,
  before: Staff,
  there: Staff | undefined,
  to: string,
  at: Instant,
): Promise<StaffMove> {
  const move = { name: before.name, from_branch: before.branch, to_branch: to, moved_at: at }
  await putStaff(db, { ...before, retired_at: at }, before)
  await putStaff(db, { branch: to, name: before.name, retired_at: null }, there)
  await insertStaffMove(db, move)
  return move
}
