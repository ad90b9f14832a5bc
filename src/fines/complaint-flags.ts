import type { ReadDb } from '../kernel/db.ts'
import { Fault } from '../kernel/faults.ts'
import * as f from '../kernel/flags.ts'
import { codeWords } from '../kernel/messages/codes.ts'
import { fineWords as t } from '../kernel/messages/fines.ts'
import type { Clock } from '../kernel/moment.ts'
import type { Instant } from '../kernel/zone.ts'
import { foldWidth } from '../kernel/width-folding.ts'
import { findBranch, findMaintainer } from '../office/find-people.ts'
import type { Office } from '../office/office.ts'
import { readBranches, readStaff } from '../office/queries.ts'
import { findTicket } from '../ticket/find-ticket.ts'
import { CHANNELS } from './complaint.ts'
import type { Complaint, LiableComplaint } from './complaint.ts'
import { readComplaint } from './complaint-queries.ts'

/** What is told of a complaint; the same when it is added and when it is amended. */
export const complaintFlags = {
  channel: f.choice(CHANNELS, t.channel, codeWords.channel),
  ticket: f.text('TICKET', t.ofTicket),
  branch: f.text('CODE', t.ofBranch),
  maintainer: f.text('NAME', t.ofMaintainer),
  content: f.text('TEXT', t.content),
  complainant: f.text('NAME', t.complainant),
  received_at: f.happenedIfGiven(t.receivedAt),
}

/** What a complaint is about. */
export type About = Pick<Complaint, 'ticket_no' | 'branch' | 'maintainer'>

interface TypedAbout {
  readonly ticket: string | undefined
  readonly branch: string | undefined
  readonly maintainer: string | undefined
}

/** About a ticket (a void one too: the complaint stands), or about a branch with or without a maintainer. */
export async function findAbout(
  db: ReadDb,
  office: Office,
  typed: TypedAbout,
  at: Instant,
  clock: Clock,
): Promise<About> {
  const { ticket, branch, maintainer } = typed
  if ((ticket === undefined) === (branch === undefined)) throw new Fault('USAGE', t.ticketOrBranch)
  if (ticket !== undefined) {
    if (maintainer !== undefined) throw new Fault('USAGE', t.ticketOrBranch)
    return { ticket_no: (await findTicket(db, office, ticket, clock)).ticket_no, branch: null, maintainer: null }
  }
  const { code } = findBranch(await readBranches(db), branch ?? '')
  const found =
    maintainer === undefined
      ? null
      : findMaintainer(await readStaff(db), maintainer, code, { at, zone: clock.zone }).name
  return { ticket_no: null, branch: code, maintainer: found }
}

/** A complaint by its number, void or not. */
export async function findComplaint(db: ReadDb, typed: string): Promise<LiableComplaint> {
  const found = await readComplaint(db, foldWidth(typed).trim().toUpperCase())
  if (found === undefined) throw new Fault('COMPLAINT_UNKNOWN', t.complaintUnknown(typed))
  return found
}

/** A complaint that may still be changed. */
export async function findLiveComplaint(db: ReadDb, typed: string): Promise<LiableComplaint> {
  const found = await findComplaint(db, typed)
  if (found.void_at !== null) throw new Fault('COMPLAINT_VOID', t.complaintIsVoid(found.complaint_no))
  return found
}
