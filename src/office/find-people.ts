import { Fault } from '../kernel/faults.ts'
import { officeWords as t } from '../kernel/messages/office.ts'
import { nearest } from '../kernel/nearest.ts'
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

/**
 * A maintainer by name: first in the branch, then a unique one elsewhere; retired people only where `retiredToo`
 * (their old repairs stay theirs).
 */
export function findMaintainer(staff: readonly Staff[], typed: string, branch: string, retiredToo = false): Staff {
  const named = staff.filter((s) => s.name === typed && (retiredToo || s.retired_at === null))
  const here = named.find((s) => s.branch === branch)
  if (here !== undefined) return here
  if (named[0] !== undefined && named.length === 1) return named[0]
  if (named.length > 1)
    throw new Fault(
      'STAFF_UNKNOWN',
      t.staffAmbiguous(
        typed,
        branch,
        named.map((s) => s.branch),
      ),
    )
  const inService = staff.filter((s) => s.retired_at === null)
  const near = nearest(typed, [...new Set(inService.map((s) => s.name))])
  throw new Fault('STAFF_UNKNOWN', t.staffUnknown(typed, branch, near))
}
