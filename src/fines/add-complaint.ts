import { dayAt } from '../kernel/calendar.ts'
import type { Ctx } from '../kernel/ctx.ts'
import type { WriteDb } from '../kernel/db.ts'
import * as f from '../kernel/flags.ts'
import { fineWords as t } from '../kernel/messages/fines.ts'
import { record } from '../kernel/outcome.ts'
import { verb } from '../kernel/verb.ts'
import type { Given } from '../kernel/verb.ts'
import { withWarnings } from '../kernel/warning.ts'
import { nextNumber } from '../office/numbering.ts'
import { readOffice } from '../office/queries.ts'
import { complaintNumber, complaintSeries } from './complaint.ts'
import type { Complaint } from './complaint.ts'
import { changedComplaint } from './complaint-changes.ts'
import { complaintFlags, findAbout } from './complaint-flags.ts'
import { insertComplaint } from './complaint-queries.ts'
import { complaintView } from './views.ts'

const flags = {
  ...complaintFlags,
  channel: f.required(complaintFlags.channel),
  content: f.required(complaintFlags.content),
  received_at: f.happened(t.receivedAt),
  continue: f.toggle(t.goOnComplaint),
}

/** Art. 3.3: every complaint is one record, whatever becomes of the ticket. */
export const addComplaint = verb({
  path: 'complaint add',
  summary: t.complaintAdd,
  notes: t.complaintAddNotes,
  examples: [
    'baoxiu complaint add --channel mayor-hotline --ticket KF-20261122-0007 --content 三天没人来修',
    'baoxiu complaint add --channel telecom-10000 --branch XZ --maintainer 赵敏 --content 态度恶劣 --complainant 张三',
  ],
  operands: {},
  flags,
  faults: ['TICKET_UNKNOWN', 'BRANCH_UNKNOWN', 'STAFF_UNKNOWN', 'STAFF_LEFT', 'TIME_ORDER'],
  async run(ctx, given) {
    const added = await ctx.writing(async (db) => {
      const { complaint_no } = await addIn(ctx, db, given)
      return changedComplaint(ctx, db, complaint_no)
    })
    return record(withWarnings(complaintView, ctx.language), added)
  },
})

async function addIn(ctx: Ctx, db: WriteDb, given: Given<typeof flags>): Promise<Complaint> {
  const office = await readOffice(db)
  const about = await findAbout(db, office, given, given.received_at, ctx)
  const day = dayAt(office.zone, given.received_at)
  const complaint: Complaint = {
    complaint_no: complaintNumber(office.office_code, day, await nextNumber(db, complaintSeries(day))),
    channel: given.channel,
    ...about,
    content: given.content,
    complainant: given.complainant ?? null,
    received_at: given.received_at,
    entered_at: ctx.now,
    void_at: null,
    void_reason: null,
    revision: 1,
  }
  await insertComplaint(db, complaint)
  return complaint
}
