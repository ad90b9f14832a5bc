import { readableTime } from '../kernel/calendar.ts'
import { displayWidth, padEnd, visible, wrap } from '../kernel/display.ts'
import { codeWords as w } from '../kernel/messages/codes.ts'
import { fieldWords as h } from '../kernel/messages/fields.ts'
import { repairWords as t } from '../kernel/messages/repair.ts'
import { say } from '../kernel/text.ts'
import type { Language, Text } from '../kernel/text.ts'
import type { Branch, Office } from '../office/office.ts'
import type { Judged } from '../ticket/rules.ts'

const COLUMNS = 80
const LINE = '_'.repeat(20)

/** The slip with its signature lines, a tear line, and the stub (2.5). Fits 80 columns. */
export function slipText(ticket: Judged, office: Office, branches: readonly Branch[], language: Language): string {
  const tell = (text: Text): string => say(text, language)
  const fields = fieldLines(ticket, office, branches, tell)
  const signatures = [
    `${tell(h.resolution)}  ${ticket.resolution === null ? '_'.repeat(60) : ''}`.trimEnd(),
    ...(ticket.resolution === null ? [] : wrap(visible(ticket.resolution), COLUMNS)),
    '',
    `${tell(t.ofCustomer)} ${ticket.customer_signed_by ?? LINE}  ${tell(t.date)} ${LINE}`,
    '',
    `${tell(t.ofMaintainer)} ${ticket.maintainer_signed_by ?? LINE}  ${tell(t.date)} ${LINE}`,
  ]
  const mark = ticket.void_at === null ? '' : `  [${tell(t.voided)}]`
  return [
    `${office.office_name}  ${tell(t.slipTitle)}  ${ticket.ticket_no}${mark}`,
    '',
    ...fields,
    '',
    ...signatures.map(visibleLine),
    '',
    tearLine(tell(t.tearHere)),
    '',
    `${office.office_name}  ${tell(t.stubTitle)}  ${ticket.ticket_no}${mark}`,
    '',
    ...fields,
    '',
  ].join('\n')
}

const visibleLine = (line: string): string => visible(line)

function fieldLines(
  ticket: Judged,
  office: Office,
  branches: readonly Branch[],
  tell: (text: Text) => string,
): string[] {
  const time = (at: number): string => readableTime(office.zone, at)
  const rows: [Text, string][] = [
    [h.fault_class, tell(w.fault_class[ticket.fault_class])],
    [h.customer_name, ticket.customer_name],
    [h.account_no, ticket.account_no ?? ''],
    [h.address, ticket.address],
    [h.phone, ticket.phone],
    [h.symptom, ticket.symptom],
    [h.branch, branches.find((branch) => branch.code === ticket.branch)?.name ?? ticket.branch],
    [h.reported_at, `${time(ticket.reported_at)}  ${tell(h.taken_by)} ${ticket.taken_by}`],
    [h.deadline, ticket.deadline === undefined ? tell(t.awaitingApproval) : time(ticket.deadline)],
    [h.assigned_to, ticket.assigned_to ?? ''],
    [h.note, ticket.note ?? ''],
  ]
  const left = Math.max(...rows.map(([head]) => displayWidth(tell(head)))) + 2
  return rows
    .filter(([, value]) => value !== '')
    .flatMap(([head, value]) =>
      wrap(visible(value), COLUMNS - left).map((line, index) => padEnd(index === 0 ? tell(head) : '', left) + line),
    )
}

function tearLine(words: string): string {
  const dashes = '- '.repeat(Math.floor((COLUMNS - displayWidth(words) - 2) / 4)).trimEnd()
  return `${dashes} ${words} ${dashes}`
}
