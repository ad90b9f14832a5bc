import type { Instant } from '../kernel/zone.ts'
import type { Ticket } from './ticket.ts'

/** A branch whose ticket it was until it was merged into another one. */
interface FormerBranch {
  readonly branch: string
  readonly until: Instant
}

/** Older images of the journal have no former branches. */
type OfBranches = Pick<Ticket, 'branch'> & Partial<Pick<Ticket, 'former_branches'>>

/** Whose ticket it was at a moment: what occurred before a merge stays with the branch of then. */
export function branchAt(ticket: OfBranches, at: Instant): string {
  return formerBranches(ticket).find(({ until }) => at < until)?.branch ?? ticket.branch
}

/** What changes on a ticket that goes on in another branch from a moment on; its batch stays. */
export function givenTo(ticket: OfBranches, branch: string, at: Instant): Pick<Ticket, 'branch' | 'former_branches'> {
  const former = [...formerBranches(ticket), { branch: ticket.branch, until: at }]
  return { branch, former_branches: JSON.stringify(former) }
}

function formerBranches({ former_branches }: OfBranches): readonly FormerBranch[] {
  // Only `givenTo` writes them.
  return former_branches === null || former_branches === undefined
    ? []
    : (JSON.parse(former_branches) as readonly FormerBranch[])
}
