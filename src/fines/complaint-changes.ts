import type { Ctx } from '../kernel/ctx.ts'
import type { ReadDb } from '../kernel/db.ts'
import type { Warned } from '../kernel/warning.ts'
import type { Complaint, LiableComplaint } from './complaint.ts'
import { findComplaint } from './complaint-flags.ts'
import { readRecord } from './complaint-queries.ts'

/** A complaint after its change (without `before` it is new), with the findings that the change makes or unmakes (3.0). */
export async function changedComplaint(
  ctx: Pick<Ctx, 'findingChanges'>,
  db: ReadDb,
  complaintNo: string,
  before?: Complaint,
): Promise<Warned<LiableComplaint>> {
  const change = { subject: complaintNo, table: 'complaint', after: await readRecord(db, complaintNo) }
  const warnings = await ctx.findingChanges(db, [before === undefined ? change : { ...change, before }])
  return { ...(await findComplaint(db, complaintNo)), warnings }
}
