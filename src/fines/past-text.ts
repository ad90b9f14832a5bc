import { readableTime } from '../kernel/calendar.ts'
import { codeWords } from '../kernel/messages/codes.ts'
import { ticketPastWords as t } from '../kernel/messages/ticket-past.ts'
import type { Text } from '../kernel/text.ts'
import type { Instant } from '../kernel/zone.ts'
import { nextCutOff } from '../handover/rules.ts'
import type { Office } from '../office/office.ts'
import { sharesPhoneOnly } from '../ticket/same-customer.ts'
import type { Ticket } from '../ticket/ticket.ts'
import type { Evidence } from './evidence.ts'
import { spanWords } from './span-words.ts'
import type { TicketPast } from './ticket-past.ts'

/** What whoever verifies should know beside the reasons: what the desk itself lost, and what was told otherwise before. */
export function pastText(evidence: Evidence, past: TicketPast, names: ReadonlyMap<string, string>): Text[] {
  const { ticket, earlier, complaint, asOf } = evidence
  if (ticket === undefined || complaint !== undefined) return []
  if (earlier !== undefined) return [...classesText(past, asOf.office), ...householdText(ticket, earlier)]
  return [...classesText(past, asOf.office), ...delayText(ticket, past, asOf.office, names)]
}

function classesText({ classes }: TicketPast, { zone }: Office): Text[] {
  return classes.map(({ at, from, deadline, had_passed }) => {
    const [word, until] = [codeWords.fault_class[from], readableTime(zone, at)]
    return had_passed && deadline !== undefined
      ? t.wasAndHadPassed(word, until, readableTime(zone, deadline))
      : t.was(word, until)
  })
}

/** Only a phone is shared: perhaps two households. */
function householdText(ticket: Ticket, earlier: Ticket): Text[] {
  if (!sharesPhoneOnly(ticket, earlier)) return []
  const household = ({ customer_name, address }: Ticket): string => `${customer_name} ${address}`
  return [t.phoneOnly(household(ticket), household(earlier))]
}

/** Art. 1.4, 2.1: whatever came after the report by more than the batch that it belonged in. */
function delayText(ticket: Ticket, past: TicketPast, office: Office, names: ReadonlyMap<string, string>): Text[] {
  const { reported_at, entered_at, assigned_at } = ticket
  const first = nextCutOff(office, reported_at).at
  const second = nextCutOff(office, first).at
  const at = (instant: Instant): string => readableTime(office.zone, instant)
  const since = (instant: Instant): Text => spanWords(Math.max(0, instant - reported_at))
  const handed = past.first_handed_over_at ?? ticket.handed_over_at ?? undefined
  const nameOf = (code: string): string => names.get(code) ?? code
  return [
    ...(entered_at >= first ? [t.entered(at(entered_at), since(entered_at))] : []),
    ...(handed !== undefined && handed >= second ? [t.handedOver(at(handed), since(handed))] : []),
    ...past.moves.map((move) => t.moved(nameOf(move.from), nameOf(move.to), at(move.at), since(move.at))),
    ...(assigned_at !== null && assigned_at >= second ? [t.assigned(at(assigned_at), since(assigned_at))] : []),
  ]
}
