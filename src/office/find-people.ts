import { dayAt } from '../kernel/calendar.ts'
import { Fault } from '../kernel/faults.ts'
import { officeWords as t } from '../kernel/messages/office.ts'
import { nearest } from '../kernel/nearest.ts'
import type { Instant, Zone } from '../kernel/zone.ts'
import type { Branch, Staff } from './office.ts'

/** A branch by its code or name, exactly; else the nearest are named. */
export function findBranch(branches: readonly Branch[], typed: string): Branch {
  const found = branches.find((b) => b.code === typed) ?? branches.find((b) => b.name === typed)
  if (found !== undefined) return found
  const byAnyCase = branches.filter((b) => b.code.toLowerCase() === typed.toLowerCase())
  if (byAnyCase[0] !== undefined && byAnyCase.length === 1) return byAnyCase[0]
  const near = nearest(
    typed,
    branches.flatMap((b) => [b.code, b.name]),
  )
  throw new Fault('BRANCH_UNKNOWN', t.branchUnknown(typed, near))
}

/** When somebody did something, or will: whoever had left by then cannot be named for it. */
export interface StaffMoment {
  readonly at: Instant
  readonly zone: Zone
}

/**
 * A maintainer by name: first in the branch, then a unique one elsewhere. With a moment, whoever had not left by then;
 * without one, whoever ever was there.
 */
export function findMaintainer(staff: readonly Staff[], typed: string, branch: string, moment?: StaffMoment): Staff {
  const named = staff.filter((s) => s.name === typed)
  const present = moment === undefined ? named : named.filter((s) => isThere(s, moment.at))
  const here = present.find((s) => s.branch === branch)
  if (here !== undefined) return here
  const inService = present.filter((s) => s.retired_at === null)
  for (const [only, another] of [inService, present]) if (only !== undefined && another === undefined) return only
  if (present.length > 1) {
    const branches = present.map((s) => s.branch)
    throw new Fault('STAFF_UNKNOWN', t.staffAmbiguous(typed, branch, branches))
  }
  if (moment !== undefined) refuseLeaver(named, typed, branch, moment)
  const near = nearest(typed, [...new Set(staff.filter((s) => s.retired_at === null).map((s) => s.name))])
  throw new Fault('STAFF_UNKNOWN', t.staffUnknown(typed, branch, near))
}

/** In service, or not gone yet at that moment. */
export function isThere(staff: Staff, at: Instant): boolean {
  return staff.retired_at === null || at <= staff.retired_at
}

function refuseLeaver(named: readonly Staff[], typed: string, branch: string, { zone }: StaffMoment): void {
  const left = named.find((s) => s.branch === branch) ?? named[0]
  if (left?.retired_at === undefined || left.retired_at === null) return
  throw new Fault('STAFF_LEFT', t.staffLeft(typed, left.branch, dayAt(zone, left.retired_at)))
}
