import { ruleAt } from '../office/rules.ts'
import type { DatedRule } from '../office/rules.ts'
import { isSameCustomer } from './same-customer.ts'
import type { Ticket } from './ticket.ts'

type Report = Pick<
  Ticket,
  'ticket_no' | 'fault_class' | 'reported_at' | 'void_at' | 'account_no' | 'phone' | 'customer_name' | 'address'
>
type Repair = Report & Pick<Ticket, 'repaired_at'>

/**
 * Art. 3.2: the repair that did not last: another, non-void ticket of the same customer and class, repaired at most
 * `repeat_days` × 86,400 s before this report. The latest such repair is blamed; of two at one second the higher number.
 */
export function earlierRepair<R extends Repair>(
  report: Report,
  candidates: Iterable<R>,
  rules: readonly DatedRule[],
): R | undefined {
  if (report.void_at !== null) return undefined
  const window = ruleAt(rules, 'repeat_days', report.reported_at).value * 86_400
  let blamed: R | undefined
  for (const repair of candidates) {
    if (isWithin(report, repair, window) && isSameCustomer(report, repair) && isLater(repair, blamed)) blamed = repair
  }
  return blamed
}

function isWithin(report: Report, repair: Repair, window: number): boolean {
  const { repaired_at } = repair
  return (
    repaired_at !== null &&
    repair.void_at === null &&
    repair.ticket_no !== report.ticket_no &&
    repair.fault_class === report.fault_class &&
    repaired_at <= report.reported_at &&
    report.reported_at <= repaired_at + window
  )
}

function isLater(repair: Repair, than: Repair | undefined): boolean {
  if (than === undefined) return true
  if (repair.repaired_at !== than.repaired_at) return (repair.repaired_at ?? 0) > (than.repaired_at ?? 0)
  return compareNumbers(repair.ticket_no, than.ticket_no) > 0
}

/** Orders ticket numbers: digits by value, so that `-10000` follows `-9999`. */
export function compareNumbers(a: string, b: string): number {
  const [partsA, partsB] = [a.split('-'), b.split('-')]
  for (const [index, part] of partsA.entries()) {
    const other = partsB[index]
    if (other === undefined) return 1
    if (part !== other)
      return /^\d+$/.test(part + other)
        ? Number(part) - Number(other) || (part < other ? -1 : 1)
        : part < other
          ? -1
          : 1
  }
  return partsA.length - partsB.length
}
