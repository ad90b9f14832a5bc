import * as f from '../kernel/flags.ts'
import { fieldWords as h } from '../kernel/messages/fields.ts'
import { reportWords as t } from '../kernel/messages/report.ts'
import { ticketWords } from '../kernel/messages/ticket.ts'
import { record } from '../kernel/outcome.ts'
import { verb } from '../kernel/verb.ts'
import * as v from '../kernel/view.ts'
import type { View } from '../kernel/view.ts'
import type { Zone } from '../kernel/zone.ts'
import { readComplaintsOf } from '../fines/complaint-queries.ts'
import type { LiableComplaint } from '../fines/complaint.ts'
import { voidableComplaintView } from '../fines/views.ts'
import { readOffice } from '../office/queries.ts'
import { readJournalOf } from '../store/journal.ts'
import type { JournalEntry } from '../store/journal.ts'
import { findTicket } from '../ticket/find-ticket.ts'
import { readApprovals, readChases, readHolds } from '../ticket/happenings.ts'
import type { Approval, Chase, Hold } from '../ticket/happenings.ts'
import { judge } from '../ticket/rules.ts'
import type { Judged } from '../ticket/rules.ts'
import { approvalView, chaseView, holdView, ticketView } from '../ticket/views.ts'
import { eventView } from './events.ts'

/** A ticket with everything that happened to it. */
interface Story extends Judged {
  readonly chase_list: readonly Chase[]
  readonly holds: readonly Hold[]
  readonly approvals: readonly Approval[]
  readonly complaints: readonly LiableComplaint[]
  readonly events: readonly JournalEntry[]
}

const storyView = (zone: Zone): View<Story> => [
  ...ticketView,
  v.text('no_slip_reason', h.no_slip_reason, (s: Story) => s.no_slip_reason),
  v.text('void_reason', h.void_reason, (s: Story) => s.void_reason),
  v.text('duplicate_of', h.duplicate_of, (s: Story) => s.duplicate_of),
  v.fields('extra', t.extra, (s: Story) => s.extra),
  v.list('chase_list', h.chase_list, chaseView, (s: Story) => s.chase_list),
  v.list('holds', h.holds, holdView, (s: Story) => s.holds),
  v.list('approvals', h.approvals, approvalView, (s: Story) => s.approvals),
  v.list('complaints', h.complaints, voidableComplaintView, (s: Story) => s.complaints),
  v.list('events', h.events, eventView(zone), (s: Story) => s.events),
]

export const showTicket = verb({
  path: 'show',
  summary: t.show,
  examples: ['baoxiu show KF-20261122-0007', 'baoxiu show 7', 'baoxiu show 22-7 --json'],
  operands: { ticket: f.required(f.text('TICKET', ticketWords.ticket)) },
  flags: {},
  faults: ['TICKET_UNKNOWN'],
  async run(ctx, given) {
    return ctx.reading(async (db) => {
      const office = await readOffice(db)
      const ticket = await findTicket(db, office, given.ticket, ctx)
      const story = {
        ...judge(ticket, office.rules, ctx.now),
        chase_list: await readChases(db, ticket.ticket_no),
        holds: await readHolds(db, ticket.ticket_no),
        approvals: await readApprovals(db, ticket.ticket_no),
        complaints: await readComplaintsOf(db, ticket.ticket_no),
        events: await readJournalOf(db, ticket.ticket_no),
      }
      return record(storyView(office.zone), story)
    })
  },
})
