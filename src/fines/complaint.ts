import type { Day } from '../kernel/calendar.ts'
import type { Instant } from '../kernel/zone.ts'
import { branchAt } from '../ticket/former-branches.ts'
import type { Ticket } from '../ticket/ticket.ts'

export const CHANNELS = ['telecom-10000', 'mayor-hotline', 'bureau-leader', 'company-leader'] as const
/** Where the customer complained (3.3). */
export type Channel = (typeof CHANNELS)[number]

/** A complaint as table `complaint` holds it: about a ticket, whose branch and maintainer answer, or about a branch. */
export interface Complaint {
  readonly complaint_no: string
  readonly channel: Channel
  readonly ticket_no: string | null
  readonly branch: string | null
  readonly maintainer: string | null
  readonly content: string
  readonly complainant: string | null
  readonly received_at: Instant
  readonly entered_at: Instant
  readonly void_at: Instant | null
  readonly void_reason: string | null
  /** Counts the changes. */
  readonly revision: number
}

/** Who answers for a case: the branch, and the maintainer where one is known. */
export interface Liability {
  readonly branch: string
  readonly maintainer: string | null
}

/** A complaint with the branch and maintainer that answer for it now. */
export type LiableComplaint = Complaint & Liability

/** What says who answers for a ticket. */
export type AnsweredFor = Pick<Ticket, 'branch' | 'former_branches' | 'repaired_by' | 'assigned_to'>

/**
 * Whoever repaired it, else whoever was sent, else nobody in person: the branch, and of one that was merged since the one
 * whose ticket it was at that moment.
 */
export function liabilityOf(ticket: AnsweredFor, at: Instant): Liability {
  return { branch: branchAt(ticket, at), maintainer: ticket.repaired_by ?? ticket.assigned_to }
}

/** `KF-C-20261122-01`: office code, day on which it was received, a gap-free number of that day. */
export function complaintNumber(officeCode: string, day: Day, number: number): string {
  return `${officeCode}-C-${day.replaceAll('-', '')}-${String(number).padStart(2, '0')}`
}

/** The counter behind a day's numbers. */
export function complaintSeries(day: Day): string {
  return `complaint:${day}`
}
