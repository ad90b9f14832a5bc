import { readableTime } from '../kernel/calendar.ts'
import { Fault } from '../kernel/faults.ts'
import { repairWords as t } from '../kernel/messages/repair.ts'
import type { Clock } from '../kernel/moment.ts'
import type { Instant } from '../kernel/zone.ts'
import { findMaintainer } from '../office/find-people.ts'
import type { Staff } from '../office/office.ts'
import { requireOrder } from '../ticket/find-ticket.ts'
import type { Ticket } from '../ticket/ticket.ts'

/** A repair as it is told. */
export interface RepairTold {
  readonly repaired_at: Instant | undefined
  readonly by: string | undefined
  readonly resolution: string | undefined
}

/** A slip that is back, as it is told. */
export interface SlipTold extends RepairTold {
  readonly customer_signed: string | undefined
  readonly maintainer_signed: string | undefined
  readonly returned_at: Instant
  /** Why no paper ever went out; then there are no signatures. */
  readonly no_slip: string | undefined
}

/** What the user calls each part: a flag on the command line, a column in a file. */
export type Called = Readonly<Record<Exclude<keyof SlipTold, 'no_slip'>, string>>

export const AS_FLAGS: Called = {
  repaired_at: '--repaired-at',
  by: '--by',
  resolution: '--resolution',
  customer_signed: '--customer-signed',
  maintainer_signed: '--maintainer-signed',
  returned_at: '--returned-at',
}

/** Art. 2.5: what a slip that came back changes on a ticket that is not closed; the repair too, where it has none yet. */
export function closing(
  ticket: Ticket,
  told: SlipTold,
  staff: readonly Staff[],
  called: Called,
  clock: Clock,
): Partial<Ticket> {
  const slip = slipBack(ticket, told, called)
  const repair =
    ticket.repaired_at === null ? repairTold(ticket, told, staff, called, clock) : sameRepair(ticket, told, clock)
  const repaired_at = repair.repaired_at ?? ticket.repaired_at ?? told.returned_at
  requireOrder([called.repaired_at, repaired_at], ['reported_at', ticket.reported_at], clock)
  requireOrder([called.returned_at, told.returned_at], ['repaired_at', repaired_at], clock)
  return { ...repair, ...slip, closed_at: clock.now }
}

/** Both signatures, or the reason why no paper ever went out. */
function slipBack(ticket: Ticket, told: SlipTold, called: Called): Partial<Ticket> {
  if (told.no_slip !== undefined) return { no_slip_reason: told.no_slip }
  const { customer_signed, maintainer_signed } = told
  if (customer_signed === undefined || maintainer_signed === undefined) {
    const lacking = [
      ...(customer_signed === undefined ? [called.customer_signed] : []),
      ...(maintainer_signed === undefined ? [called.maintainer_signed] : []),
    ]
    throw new Fault('SIGNATURE_MISSING', t.signatures(ticket.ticket_no, lacking))
  }
  return {
    customer_signed_by: customer_signed,
    maintainer_signed_by: maintainer_signed,
    returned_at: told.returned_at,
  }
}

/** The repair, where `repair` was not given before. */
function repairTold(
  ticket: Ticket,
  told: SlipTold,
  staff: readonly Staff[],
  called: Called,
  { zone }: Clock,
): Partial<Ticket> {
  const { by, resolution } = told
  if (by === undefined || resolution === undefined) {
    const lacking = [...(by === undefined ? [called.by] : []), ...(resolution === undefined ? [called.resolution] : [])]
    throw new Fault('USAGE', t.repairMissing(ticket.ticket_no, lacking))
  }
  const repaired_at = told.repaired_at ?? told.returned_at
  const maintainer = findMaintainer(staff, by, ticket.branch, { at: repaired_at, zone })
  return { repaired_at, repaired_by: maintainer.name, resolution }
}

/** A repair that is recorded already may be said again, not otherwise. */
export function sameRepair(ticket: Ticket, told: RepairTold, { zone }: Clock): Partial<Ticket> {
  const differs =
    (told.repaired_at ?? ticket.repaired_at) !== ticket.repaired_at ||
    (told.by ?? ticket.repaired_by) !== ticket.repaired_by ||
    (told.resolution ?? ticket.resolution) !== ticket.resolution
  if (!differs) return {}
  const at = readableTime(zone, ticket.repaired_at ?? 0)
  throw new Fault('ALREADY_REPAIRED', t.repairedOtherwise(ticket.ticket_no, ticket.repaired_by ?? '', at))
}

/** Art. 2.2, 2.3: what a repair changes on a ticket that has none: the clock stops, the slip is still out. */
export function repairing(
  ticket: Ticket,
  told: { readonly repaired_at: Instant; readonly by: string; readonly resolution: string },
  staff: readonly Staff[],
  called: string,
  clock: Clock,
): Partial<Ticket> {
  requireOrder([called, told.repaired_at], ['reported_at', ticket.reported_at], clock)
  const moment = { at: told.repaired_at, zone: clock.zone }
  const { name } = findMaintainer(staff, told.by, ticket.branch, moment)
  return { repaired_at: told.repaired_at, repaired_by: name, resolution: told.resolution }
}
