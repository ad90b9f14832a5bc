import { boundsOfMonth, readableTime } from '../../kernel/calendar.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import type { ReadDb, WriteDb } from '../../kernel/db.ts'
import { Fault } from '../../kernel/faults.ts'
import { peopleWords as t } from '../../kernel/messages/people.ts'
import type { Warned } from '../../kernel/warning.ts'
import type { Instant } from '../../kernel/zone.ts'
import { namesakesOf } from '../../office/joined-branches.ts'
import { insertBranchEnd, readStaffMoves } from '../../office/moves-and-ends.ts'
import type { BranchEnd } from '../../office/moves-and-ends.ts'
import type { Office } from '../../office/office.ts'
import { readOffice, readStaff } from '../../office/queries.ts'
import { transferStaff } from '../../office/transfer-staff.ts'
import { ticketChange } from '../../ticket/changed-ticket.ts'
import { givenTo } from '../../ticket/former-branches.ts'
import { readOpenSlips } from '../../ticket/open-slips.ts'
import { saveTicket } from '../../ticket/queries.ts'
import { judge } from '../../ticket/rules.ts'
import type { Judged } from '../../ticket/rules.ts'
import type { Ticket } from '../../ticket/ticket.ts'

interface Merge extends BranchEnd {
  readonly merged_into: string
}

/** A branch that was merged, and who and what goes on in the other one. */
export interface TakenOver extends BranchEnd {
  readonly staff: readonly string[]
  readonly tickets: readonly Judged[]
}

export async function mergeIn(ctx: Ctx, db: WriteDb, merge: Merge): Promise<Warned<TakenOver>> {
  const [office, open] = [await readOffice(db), await readOpenSlips(db, merge.branch)]
  requireOpenMonths(office, merge.ended_at, open)
  const staff = await takeOverStaff(db, merge)
  const pairs: (readonly [before: Ticket, after: Ticket])[] = []
  for (const before of open) {
    pairs.push([before, await saveTicket(db, before, givenTo(before, merge.merged_into, merge.ended_at))])
  }
  await insertBranchEnd(db, merge)
  const changes = pairs.map(([before, after]) => ticketChange(before, after))
  const warnings = await ctx.findingChanges(db, changes)
  const tickets = pairs.map(([, after]) => judge(after, office.rules, ctx.now))
  return { ...merge, staff, tickets, warnings }
}

/** What occurred in a closed month stays as it was booked: no ticket of that time may change hands in it. */
function requireOpenMonths({ zone, closed_month }: Office, at: Instant, open: readonly Ticket[]): void {
  if (closed_month === undefined) return
  const { to } = boundsOfMonth(zone, closed_month)
  if (at >= to || !open.some(({ reported_at }) => reported_at < to)) return
  throw new Fault('MONTH_CLOSED', t.mergeInClosed(readableTime(zone, at), closed_month))
}

async function takeOverStaff(db: WriteDb, { branch, merged_into, ended_at }: Merge): Promise<readonly string[]> {
  const staff = await readStaff(db)
  const movers = staff.filter((s) => s.branch === branch && s.retired_at === null)
  const there = new Map(staff.filter((s) => s.branch === merged_into).map((s) => [s.name, s]))
  const strangers = await namesakesIn(db, { branch, merged_into })
  const others = movers.map(({ name }) => name).filter((n) => strangers.has(n) || there.get(n)?.retired_at === null)
  if (others.length > 0) throw new Fault('IN_USE', t.namesakes(others, merged_into), t.tellApart)
  for (const mover of movers) await transferStaff(db, mover, there.get(mover.name), merged_into, ended_at)
  return movers.map(({ name }) => name)
}

async function namesakesIn(
  db: ReadDb,
  { branch, merged_into }: Pick<Merge, 'branch' | 'merged_into'>,
): Promise<Set<string>> {
  return new Set(namesakesOf(branch, merged_into, await readStaff(db), await readStaffMoves(db)))
}
