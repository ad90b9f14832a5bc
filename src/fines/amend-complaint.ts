import type { Ctx } from '../kernel/ctx.ts'
import type { ReadDb } from '../kernel/db.ts'
import { Fault } from '../kernel/faults.ts'
import * as f from '../kernel/flags.ts'
import { fineWords as t } from '../kernel/messages/fines.ts'
import { officeWords } from '../kernel/messages/office.ts'
import { record } from '../kernel/outcome.ts'
import { verb } from '../kernel/verb.ts'
import type { Given } from '../kernel/verb.ts'
import { withWarnings } from '../kernel/warning.ts'
import { readOffice } from '../office/queries.ts'
import type { Complaint } from './complaint.ts'
import { changedComplaint } from './complaint-changes.ts'
import { complaintFlags, findAbout, findLiveComplaint } from './complaint-flags.ts'
import type { About } from './complaint-flags.ts'
import { readRecord, saveComplaint } from './complaint-queries.ts'
import { complaintView } from './views.ts'

const flags = { ...complaintFlags, reason: f.required(f.text('TEXT', t.reason)) }
type AmendGiven = Given<typeof flags>

/** A correction of what was written down: the number stays, the fine follows the corrected record while pending. */
export const amendComplaint = verb({
  path: 'complaint amend',
  summary: t.complaintAmend,
  examples: [
    'baoxiu complaint amend KF-C-20261122-01 --channel bureau-leader --reason 渠道登记有误',
    'baoxiu complaint amend KF-C-20261122-01 --ticket KF-20261122-0007 --reason 后来查到单号',
  ],
  operands: { complaint: f.required(f.text('COMPLAINT', t.complaint)) },
  flags,
  faults: ['COMPLAINT_UNKNOWN', 'COMPLAINT_VOID', 'TICKET_UNKNOWN', 'BRANCH_UNKNOWN', 'STAFF_UNKNOWN', 'TIME_ORDER'],
  async run(ctx, given) {
    const amended = await ctx.writing(async (db) => {
      const { complaint_no } = await findLiveComplaint(db, given.complaint)
      const before = await readRecord(db, complaint_no)
      await saveComplaint(db, before, await changesOf(ctx, db, before, given), given.reason)
      return changedComplaint(ctx, db, complaint_no, before)
    })
    return record(withWarnings(complaintView, ctx.language), amended)
  },
})

async function changesOf(ctx: Ctx, db: ReadDb, before: Complaint, given: AmendGiven): Promise<Partial<Complaint>> {
  const { channel, content, complainant, received_at } = given
  const told = Object.entries({ channel, content, complainant, received_at }).filter(([, value]) => value !== undefined)
  const changes = { ...Object.fromEntries(told), ...(await aboutOf(ctx, db, before, given)) }
  if (Object.keys(changes).length === 0) throw new Fault('USAGE', officeWords.nothingToChange)
  return changes
}

/** A maintainer alone is of the branch that the complaint is about already. */
async function aboutOf(ctx: Ctx, db: ReadDb, before: Complaint, given: AmendGiven): Promise<Partial<About>> {
  const { ticket, branch, maintainer } = given
  if ((ticket ?? branch ?? maintainer) === undefined) return {}
  const typed = {
    ticket,
    maintainer,
    branch: branch ?? (ticket === undefined ? (before.branch ?? undefined) : undefined),
  }
  return findAbout(db, await readOffice(db), typed, given.received_at ?? before.received_at, ctx)
}
