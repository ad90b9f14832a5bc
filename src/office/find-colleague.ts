import { dayAt } from '../kernel/calendar.ts'
import { Fault } from '../kernel/faults.ts'
import { officeWords as t } from '../kernel/messages/office.ts'
import type { Clock } from '../kernel/moment.ts'
import { nearest } from '../kernel/nearest.ts'
import type { Staff } from './office.ts'

/** A maintainer of this very branch, still in service. */
export function findColleague(staff: readonly Staff[], name: string, branch: string, { zone }: Clock): Staff {
  const colleagues = staff.filter((s) => s.branch === branch)
  const found = colleagues.find((s) => s.name === name)
  const names = colleagues.map((s) => s.name)
  if (found === undefined) throw new Fault('STAFF_UNKNOWN', t.staffNotHere(name, branch, nearest(name, names)))
  if (found.retired_at === null) return found
  throw new Fault('STAFF_LEFT', t.staffLeft(name, branch, dayAt(zone, found.retired_at)))
}
