import { readableTime } from '../kernel/calendar.ts'
import { codeWords as w } from '../kernel/messages/codes.ts'
import { fieldWords as h } from '../kernel/messages/fields.ts'
import { repairWords as t } from '../kernel/messages/repair.ts'
import type { Field, Part, Sheet, Tick } from '../kernel/sheet.ts'
import { say } from '../kernel/text.ts'
import type { Language, Text } from '../kernel/text.ts'
import type { Branch, Office } from '../office/office.ts'
import { deadlineOf } from '../ticket/rules.ts'
import type { Judged } from '../ticket/rules.ts'
import { FAULT_CLASSES, HOLD_REASONS, SERVICES } from '../ticket/ticket.ts'
import { ticketWords } from '../kernel/messages/ticket.ts'
import { isNameless } from '../ticket/signature.ts'

interface Told {
  time(at: number): string
  tell(text: Text): string
}

/** The slip that comes back with two signatures, a tear line, and the stub that stays (2.5). */
export function slipSheet(ticket: Judged, office: Office, branches: readonly Branch[], language: Language): Sheet {
  const told: Told = { time: (at) => readableTime(office.zone, at), tell: (text) => say(text, language) }
  const { tell } = told
  const title = (of: Text): Part => ({
    kind: 'title',
    office: office.office_name,
    title: tell(of),
    number: ticket.ticket_no,
    mark: ticket.void_at === null ? '' : tell(t.voided),
  })
  const fields: Part = { kind: 'fields', fields: fieldsOf(ticket, office, branches, told) }
  return {
    parts: [
      title(t.slipTitle),
      fields,
      { kind: 'box', box: { head: tell(h.symptom), text: ticket.symptom, room: 1, choice: undefined, blanks: [] } },
      resultBox(ticket, told),
      signatures(ticket, told),
      { kind: 'tear', text: tell(t.tearHere) },
      title(t.stubTitle),
      fields,
      { kind: 'box', box: { head: tell(h.symptom), text: ticket.symptom, room: 1, choice: undefined, blanks: [] } },
      stubBox(ticket, told),
    ],
  }
}

function fieldsOf(ticket: Judged, office: Office, branches: readonly Branch[], told: Told): Field[] {
  const { time, tell } = told
  const branch = branches.find(({ code }) => code === ticket.branch)?.name ?? ticket.branch
  const fields: [Text, string][] = [
    [h.customer_name, ticket.customer_name],
    [h.account_no, ticket.account_no ?? ''],
    [h.address, ticket.address],
    [h.phone, ticket.phone],
    [h.reported_at, `${time(ticket.reported_at)}  ${tell(h.taken_by)} ${ticket.taken_by}`],
    [h.deadline, deadlineWords(ticket, office, told)],
    [h.branch, `${branch}  ${tell(h.assigned_to)} ${ticket.assigned_to ?? '________'}`],
    [h.note, ticket.note ?? ''],
  ]
  const services = ticks(SERVICES, ticket.service, w.service, tell)
  return [
    { head: tell(h.fault_class), value: '', ticks: ticks(FAULT_CLASSES, ticket.fault_class, w.fault_class, tell) },
    { head: tell(h.service), value: '', ticks: services },
    ...fields.filter(([, value]) => value !== '').map(([head, value]) => ({ head: tell(head), value })),
  ]
}

function ticks<C extends string>(
  choices: readonly C[],
  chosen: C | null,
  words: Readonly<Record<C, Text>>,
  tell: Told['tell'],
): Tick[] {
  return choices.map((choice) => ({ word: tell(words[choice]), ticked: choice === chosen }))
}

/** The deadline as a sentence, with where it comes from (2.2–2.4). */
function deadlineWords(ticket: Judged, office: Office, { time, tell }: Told): string {
  const { deadline, rule } = deadlineOf(ticket, office.rules)
  if (deadline === undefined) return tell(t.awaitingApproval)
  if (rule === undefined) return tell(t.byApproval(time(deadline), ticket.approved_by ?? ''))
  return tell(t.withinHours(time(deadline), rule.value))
}

/** What was done; or, for a fault that stays, why, and the appointment (2.6). */
function resultBox(ticket: Judged, { time, tell }: Told): Part {
  const repaired = ticket.repaired_at === null ? null : time(ticket.repaired_at)
  const appointment = ticket.appointment_at === null ? null : time(ticket.appointment_at)
  const reasons = ticks(HOLD_REASONS, ticket.hold_reason, w.hold_reason, tell)
  return {
    kind: 'box',
    box: {
      head: tell(h.resolution),
      text: ticket.resolution ?? '',
      room: 3,
      choice: repaired === null ? { head: tell(h.hold_reason), ticks: reasons } : undefined,
      blanks: [
        { head: tell(h.repaired_at), value: repaired },
        ...(repaired === null ? [{ head: tell(h.appointment_at), value: appointment }] : []),
      ],
    },
  }
}

function signatures(ticket: Judged, { tell }: Told): Part {
  const shown = (value: string | null): string | null =>
    value !== null && isNameless(value) ? tell(ticketWords.signedNameless) : value
  const date = { head: tell(h.date), value: null }
  return {
    kind: 'signatures',
    signatures: [
      [{ head: tell(h.customer_signed_by), value: shown(ticket.customer_signed_by) }, date],
      [{ head: tell(h.maintainer_signed_by), value: shown(ticket.maintainer_signed_by) }, date],
    ],
  }
}

function stubBox(ticket: Judged, { time, tell }: Told): Part {
  const repaired = ticket.repaired_at === null ? null : time(ticket.repaired_at)
  const blanks = [
    { head: tell(h.repaired_at), value: repaired },
    { head: tell(h.repaired_by), value: ticket.repaired_by },
  ]
  return {
    kind: 'box',
    box: { head: tell(h.resolution), text: ticket.resolution ?? '', room: 1, choice: undefined, blanks },
  }
}
