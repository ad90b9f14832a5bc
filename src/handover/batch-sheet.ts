import { readableTime } from '../kernel/calendar.ts'
import { codeWords as w } from '../kernel/messages/codes.ts'
import { fieldWords as h } from '../kernel/messages/fields.ts'
import { handoverWords as t } from '../kernel/messages/handover.ts'
import type { Sheet } from '../kernel/sheet.ts'
import { say } from '../kernel/text.ts'
import type { Language, Text } from '../kernel/text.ts'
import type { Branch, Office } from '../office/office.ts'
import type { Batch, Slip } from './batch.ts'

interface Told {
  time(at: number): string
  tell(text: Text): string
}

/** The slips, their count and the collector's signature (1.4); for townships the list to read out by phone (2.9). */
export function batchSheet(batch: Batch, office: Office, branches: readonly Branch[], language: Language): Sheet {
  const told: Told = { time: (at) => readableTime(office.zone, at), tell: (text) => say(text, language) }
  const { time, tell } = told
  const branch = branches.find((b) => b.code === batch.branch)
  const byPhone = batch.channel === 'phone'
  return {
    parts: [
      {
        kind: 'title',
        office: office.office_name,
        title: tell(byPhone ? t.phoneList : t.sheet),
        number: batch.handover_no,
        mark: batch.printed_at === null ? tell(t.previewMark) : '',
      },
      {
        kind: 'lines',
        lines: [
          tell(t.branchOf(branch?.name ?? batch.branch, branch?.phone ?? '')),
          `${batch.date} ${tell(w.slot[batch.slot])}  ${tell(t.cutOffAt(time(batch.cut_off)))}  ${printedLine(batch, told)}`,
        ],
      },
      {
        kind: 'entries',
        entries: {
          heads: [h.ticket_no, t.customer, h.address, h.symptom, t.times].map(tell),
          // A number, a phone and a time with its word stay in one line each.
          shares: [19.5, 16, 16.5, 19, 29],
          rows: batch.tickets.map((ticket) => slipRow(ticket, told)),
          tick: byPhone ? tell(t.readOut) : undefined,
        },
      },
      { kind: 'lines', lines: [tell(t.countOf(batch.ticket_count))] },
      {
        kind: 'signatures',
        signatures: [
          [
            { head: tell(byPhone ? t.readTo : t.collectedBy), value: batch.collected_by },
            { head: tell(h.at), value: batch.signed_at === null ? null : time(batch.signed_at) },
          ],
        ],
      },
    ],
  }
}

function printedLine(batch: Batch, { time, tell }: Told): string {
  if (batch.printed_at === null) return ''
  const again = batch.reprints > 0 ? `  ${tell(t.reprint(batch.reprints))}` : ''
  return `${tell(t.printedAt(time(batch.printed_at)))}${again}`
}

/** What the maintainer needs to know of one slip, column by column. */
function slipRow(ticket: Slip, { time, tell }: Told): string[][] {
  const mark = ticket.void_at !== null ? tell(t.markVoid) : ticket.mark === 'struck' ? tell(t.markStruck) : ''
  const deadline = ticket.deadline === undefined ? tell(t.awaitingApproval) : time(ticket.deadline)
  return [
    [ticket.ticket_no, tell(w.fault_class[ticket.fault_class]), mark === '' ? '' : `[${mark}]`],
    [ticket.customer_name, ticket.phone, ticket.account_no ?? ''],
    [ticket.address],
    [ticket.symptom, ticket.note === null ? '' : tell(t.noteOf(ticket.note))],
    [`${tell(t.reported)} ${time(ticket.reported_at)} (${ticket.taken_by})`, `${tell(t.deadline)} ${deadline}`],
  ]
}
