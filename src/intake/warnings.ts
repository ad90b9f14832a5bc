import { readableTime } from '../kernel/calendar.ts'
import { callWarningWords as t } from '../kernel/messages/call-warnings.ts'
import type { Clock } from '../kernel/moment.ts'
import type { BothCustomers, Warning } from '../kernel/warning.ts'
import type { Instant } from '../kernel/zone.ts'
import { ruleAt } from '../office/rules.ts'
import type { DatedRule } from '../office/rules.ts'
import { oddPhones } from '../ticket/phone-form.ts'
import { earlierRepair } from '../ticket/repeat.ts'
import { isUnrepaired } from '../ticket/rules.ts'
import { customerMatch, isSameCustomer, isSamePlace, sharesPhoneOnly } from '../ticket/same-customer.ts'
import type { Ticket } from '../ticket/ticket.ts'

/** A call typed later than this after it was taken is worth a word. */
const LATE_ENTRY_SECONDS = 2 * 3600

interface Known {
  /** Other tickets that may be of this customer. */
  readonly similar: readonly Ticket[]
  readonly rules: readonly DatedRule[]
  /** When the journal was last written. */
  readonly latestEntry: Instant
  /** Somebody else, or nobody, is at the desk by the duty list (1.1). */
  readonly notOnDuty: boolean
}

export function warningsOn(ticket: Ticket, known: Known, clock: Clock): Warning[] {
  const others = known.similar.filter((other) => other.ticket_no !== ticket.ticket_no && other.void_at === null)
  const own = others.filter((other) => isSameCustomer(ticket, other))
  const open = own.filter(isUnrepaired).map((other): Warning => ({
    code: 'OPEN_TICKET',
    message: t.openTicket(other.ticket_no),
    ticket_no: other.ticket_no,
  }))
  const absent: Warning = { code: 'NOT_ON_DUTY', message: t.notOnDuty(ticket.taken_by), ticket_no: undefined }
  return [
    ...open,
    ...(known.notOnDuty ? [absent] : []),
    ...repeatWarning(ticket, own, known.rules, clock),
    ...samePlaceWarning(ticket, others, known.rules),
    ...phoneWarnings(ticket),
    ...clockWarnings(ticket, known.latestEntry, clock),
  ]
}

function repeatWarning(
  ticket: Ticket,
  own: readonly Ticket[],
  rules: readonly DatedRule[],
  { zone }: Clock,
): Warning[] {
  const repair = earlierRepair(ticket, own, rules)
  if (repair === undefined) return []
  const at = readableTime(zone, repair.repaired_at ?? 0)
  const told = t.repeatReport(repair.ticket_no, at, repair.repaired_by ?? '')
  const message = sharesPhoneOnly(ticket, repair) ? t.onlyPhone(told, householdOf(ticket), householdOf(repair)) : told
  return [{ code: 'REPEAT_REPORT', message, ticket_no: repair.ticket_no, ...bothCustomers(ticket, repair) }]
}

const householdOf = ({ customer_name, address }: Ticket): string => `${customer_name} ${address}`

function bothCustomers(ticket: Ticket, repair: Ticket): BothCustomers {
  return {
    match: customerMatch(ticket, repair) ?? '',
    customer_name: ticket.customer_name,
    address: ticket.address,
    phone: ticket.phone,
    earlier_customer_name: repair.customer_name,
    earlier_address: repair.address,
    earlier_phone: repair.phone,
  }
}

/** The same name at the same address, with another phone or account: the same household, or two of one name? */
function samePlaceWarning(ticket: Ticket, others: readonly Ticket[], rules: readonly DatedRule[]): Warning[] {
  const since = ticket.reported_at - ruleAt(rules, 'repeat_days', ticket.reported_at).value * 86_400
  const isOfLate = (other: Ticket): boolean => isUnrepaired(other) || (other.repaired_at ?? 0) >= since
  const other = others.find((one) => isSamePlace(ticket, one) && !isSameCustomer(ticket, one) && isOfLate(one))
  if (other === undefined) return []
  return [{ code: 'SAME_PLACE', message: t.samePlace(other.ticket_no, other.phone), ticket_no: other.ticket_no }]
}

/** A digit that was not heard: nobody can call back. */
export function phoneWarnings({ phone, ticket_no }: Ticket): Warning[] {
  const odd = oddPhones(phone)
  return odd.length === 0 ? [] : [{ code: 'PHONE_ODD', message: t.phoneOdd(odd), ticket_no }]
}

function clockWarnings(ticket: Ticket, latestEntry: Instant, { now, zone }: Clock): Warning[] {
  const delay = ticket.entered_at - ticket.reported_at
  const late: Warning = {
    code: 'LATE_ENTRY',
    message: t.lateEntry(Math.floor(delay / 60)),
    ticket_no: ticket.ticket_no,
  }
  const back: Warning = {
    code: 'CLOCK_BACK',
    message: t.clockBack(readableTime(zone, latestEntry)),
    ticket_no: undefined,
  }
  return [...(delay > LATE_ENTRY_SECONDS ? [late] : []), ...(latestEntry > now ? [back] : [])]
}
