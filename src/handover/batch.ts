import { dayAt } from '../kernel/calendar.ts'
import type { ReadDb } from '../kernel/db.ts'
import { Fault } from '../kernel/faults.ts'
import { handoverWords as t } from '../kernel/messages/handover.ts'
import { codeWords as w } from '../kernel/messages/codes.ts'
import { fieldWords as h } from '../kernel/messages/fields.ts'
import type { Clock } from '../kernel/moment.ts'
import { foldWidth } from '../kernel/width-folding.ts'
import * as v from '../kernel/view.ts'
import type { View } from '../kernel/view.ts'
import type { Instant } from '../kernel/zone.ts'
import type { Office } from '../office/office.ts'
import { readOffice } from '../office/queries.ts'
import { judge } from '../ticket/rules.ts'
import type { Judged } from '../ticket/rules.ts'
import type { Ticket } from '../ticket/ticket.ts'
import { ticketView } from '../ticket/views.ts'
import type { Handover } from './handover.ts'
import { readHandover } from './queries.ts'

/** A batch with its slips. A batch that is only previewed was never printed. */
export interface Batch extends Omit<Handover, 'printed_at'> {
  readonly printed_at: Instant | null
  readonly tickets: readonly Slip[]
}

/** A ticket as it stands in a batch. */
export interface Slip extends Judged {
  /** Struck off: another branch gets it with another batch (`amend --branch`). */
  readonly mark: 'struck' | null
}

export function batchOf(handover: Batch | Handover, tickets: readonly Ticket[], office: Office, now: Instant): Batch {
  const isStruck = (ticket: Ticket): boolean =>
    handover.printed_at !== null && ticket.handover_no !== handover.handover_no
  const slips = tickets.map((ticket): Slip => {
    return { ...judge(ticket, office.rules, now), mark: isStruck(ticket) ? 'struck' : null }
  })
  return { ...handover, tickets: slips }
}

/** A batch by its number; today's also without what all of today's share: `AM-CG`. */
export async function findHandover(db: ReadDb, typed: string, { now, zone }: Clock): Promise<Handover> {
  const number = foldWidth(typed).trim()
  const { office_code } = await readOffice(db)
  const ofToday = `${office_code}-${dayAt(zone, now).replaceAll('-', '')}-${number}`
  for (const full of new Set([number, number.toUpperCase(), ofToday, ofToday.toUpperCase()])) {
    const handover = await readHandover(db, full)
    if (handover !== undefined) return handover
  }
  throw new Fault('HANDOVER_UNKNOWN', t.unknown(typed))
}

export const handoverView: View<Batch | Handover> = v.withDetails(
  [
    v.text('handover_no', h.handover_no, (b) => b.handover_no),
    v.code('channel', h.channel, (b) => b.channel, w.channel),
    v.text('branch', h.branch, (b) => b.branch),
    v.text('date', h.date, (b) => b.date),
    v.code('slot', h.slot, (b) => b.slot, w.slot),
    v.moment('cut_off', h.cut_off, (b) => b.cut_off),
    v.moment('printed_at', h.printed_at, (b) => b.printed_at),
    v.count('reprints', h.reprints, (b) => b.reprints),
    v.count('ticket_count', h.ticket_count, (b) => b.ticket_count),
    v.text('collected_by', h.collected_by, (b) => b.collected_by),
    v.moment('signed_at', h.signed_at, (b) => b.signed_at),
  ],
  ['handover_no', 'channel', 'printed_at', 'reprints', 'ticket_count', 'collected_by', 'signed_at'],
)

const slipView: View<Slip> = [...ticketView, v.code('mark', h.mark, (slip) => slip.mark, { struck: t.markStruck })]

/** The batch's fields and its slips. */
export const batchView: View<Batch> = [...handoverView, v.list('tickets', h.tickets, slipView, (b: Batch) => b.tickets)]
