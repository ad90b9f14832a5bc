import { readableTime } from '../kernel/calendar.ts'
import { displayWidth, padEnd, visible, wrap } from '../kernel/display.ts'
import { codeWords as w } from '../kernel/messages/codes.ts'
import { handoverWords as t } from '../kernel/messages/handover.ts'
import { say } from '../kernel/text.ts'
import type { Language, Text } from '../kernel/text.ts'
import type { Branch, Office } from '../office/office.ts'
import type { Judged } from '../ticket/rules.ts'
import { isStruck } from './batch.ts'
import type { Batch } from './batch.ts'

const COLUMNS = 80
const RULE = '-'.repeat(COLUMNS)

/** One sheet for each batch: the slips, their count and the collector's signature (1.4); for townships the phone list (2.9). */
export function batchSheets(
  batches: readonly Batch[],
  office: Office,
  branches: readonly Branch[],
  language: Language,
): string {
  return batches.map((batch) => sheet(batch, office, branches, language)).join('\n')
}

function sheet(batch: Batch, office: Office, branches: readonly Branch[], language: Language): string {
  const branch = branches.find((b) => b.code === batch.branch)
  const time = (at: number): string => readableTime(office.zone, at)
  const tell = (text: Text): string => say(text, language)
  const titles = [
    `${office.office_name}  ${tell(batch.channel === 'phone' ? t.phoneList : t.sheet)}`,
    `${tell(t.numberOf(batch.handover_no))}  ${tell(t.branchOf(branch?.name ?? batch.branch, branch?.phone ?? ''))}`,
    `${batch.date} ${tell(w.slot[batch.slot])}  ${tell(t.cutOffAt(time(batch.cut_off)))}`,
    printedLine(batch, time, tell),
  ]
  const slips = batch.tickets.flatMap((ticket, index) => [...slipLines(index + 1, ticket, batch, time, tell), ''])
  const count = tell(t.countOf(batch.ticket_count))
  const signature = tell(batch.channel === 'phone' ? t.readTo : t.collectedBy)
  const signed =
    batch.signed_at === null
      ? `${'_'.repeat(16)}  ${tell(t.time)} ${'_'.repeat(16)}`
      : `${batch.collected_by ?? ''}  ${time(batch.signed_at)}`
  return [...titles.map((line) => fit(line)), RULE, ...slips, RULE, fit(`${count}    ${signature} ${signed}`), ''].join(
    '\n',
  )
}

function printedLine(batch: Batch, time: (at: number) => string, tell: (text: Text) => string): string {
  if (batch.printed_at === null) return tell(t.previewOnly)
  const again = batch.reprints > 0 ? `  ${tell(t.reprint(batch.reprints))}` : ''
  return `${tell(t.printedAt(time(batch.printed_at)))}${again}`
}

function slipLines(
  place: number,
  ticket: Judged,
  batch: Batch,
  time: (at: number) => string,
  tell: (text: Text) => string,
): string[] {
  const deadline = ticket.deadline === undefined ? tell(t.awaitingApproval) : time(ticket.deadline)
  const mark =
    ticket.void_at !== null ? `  [${tell(t.markVoid)}]` : isStruck(ticket, batch) ? `  [${tell(t.markStruck)}]` : ''
  const lines = [
    `${ticket.ticket_no}  ${tell(w.fault_class[ticket.fault_class])}${mark}`,
    `${ticket.customer_name}  ${ticket.phone}${ticket.account_no === null ? '' : `  ${ticket.account_no}`}`,
    ticket.address,
    ticket.symptom,
    `${tell(t.reported)} ${time(ticket.reported_at)} (${ticket.taken_by})  ${tell(t.deadline)} ${deadline}`,
    ...(ticket.note === null ? [] : [`${tell(t.note)} ${ticket.note}`]),
  ]
  return hanging(`${String(place).padStart(3)}. `, lines)
}

function hanging(mark: string, lines: readonly string[]): string[] {
  const room = COLUMNS - displayWidth(mark)
  return lines
    .flatMap((line) => wrap(visible(line), room))
    .map((line, index) => `${padEnd(index === 0 ? mark : '', displayWidth(mark))}${line}`.trimEnd())
}

function fit(line: string): string {
  return wrap(visible(line), COLUMNS).join('\n')
}
