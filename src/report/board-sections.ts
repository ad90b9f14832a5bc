import { codeWords as w } from '../kernel/messages/codes.ts'
import { boardWords as b } from '../kernel/messages/board.ts'
import { reportWords as t } from '../kernel/messages/report.ts'
import type { Ctx } from '../kernel/ctx.ts'
import { say } from '../kernel/text.ts'
import type { Text } from '../kernel/text.ts'
import { leftWords, sayTime, spanWords } from '../kernel/time-words.ts'
import type { Tone } from '../kernel/view.ts'
import type { Instant } from '../kernel/zone.ts'
import type { DeskNote } from '../duty/desk-notes.ts'
import type { Handover } from '../handover/handover.ts'
import type { Judged } from '../ticket/rules.ts'
import type { Board, Concern } from './board.ts'

/** One line: what it is, how urgent in words, and what else a clerk needs to act. */
export interface Item {
  readonly no: string
  readonly urgency: string
  readonly rest: readonly string[]
}

export interface Section {
  readonly title: Text
  readonly tone: Tone | undefined
  readonly count: number
  readonly items: readonly Item[]
  /** Lists exactly these; absent where no command does. */
  readonly command: string | undefined
}

export type Told = Pick<Ctx, 'now' | 'zone' | 'language'>

/** What the board lists, most urgent first. */
export function sectionsOf(board: Board, told: Told): Section[] {
  const { language, now } = told
  const tell = (text: Text): string => say(text, language)
  const left = (ticket: Judged): string =>
    ticket.deadline === undefined ? '' : leftWords(ticket.deadline, now, language)
  const ago = (at: Instant | null, words: (span: string) => Text): string =>
    at === null ? '' : tell(words(spanWords(now - at, language)))
  const of = (
    title: Text,
    tone: Tone | undefined,
    { count, tickets }: Concern,
    command: string | undefined,
    urgency: (ticket: Judged) => string,
  ): Section => ({
    title,
    tone,
    count,
    command,
    items: tickets.map((ticket) => ({ no: ticket.ticket_no, urgency: urgency(ticket), rest: restOf(ticket, tell) })),
  })
  const feedback = (ticket: Judged): string =>
    ticket.late === true ? left(ticket) : ago(ticket.handed_over_at, t.silentFor)
  const missed = (ticket: Judged): string => ago(ticket.appointment_at, b.missedFor)
  return [
    notesSection(board.notes, told),
    of(t.overdueTickets, 'bad', board.overdue, 'baoxiu list --overdue', left),
    of(t.dueSoon, 'soon', board.due_soon, 'baoxiu list --due-within 4h', left),
    of(t.awaitingApproval, 'soon', board.awaiting_approval, undefined, (x) => ago(x.reported_at, t.sinceReport)),
    of(b.missed, 'soon', board.missed_appointments, undefined, missed),
    of(b.leavers, 'soon', board.left_staff_slips, undefined, left),
    of(t.appointments, undefined, toCome(board), undefined, (x) => timeOf(x.appointment_at, told)),
    of(t.withoutFeedback, undefined, board.without_feedback, listOfBranch(board.without_feedback), feedback),
    unsignedSection(board.unsigned, told),
    of(b.slipMissing, undefined, board.reopened_without_slip, undefined, left),
    of(t.slipsOut, undefined, board.slips_out, 'baoxiu list --status repaired', (x) => ago(x.repaired_at, t.outFor)),
  ]
}

/** What was read out to a branch and neither held nor repaired has one status; `list` takes one branch. */
function listOfBranch({ count, tickets }: Concern): string | undefined {
  const [branch, another] = new Set(tickets.map((ticket) => ticket.branch))
  if (branch === undefined || another !== undefined || tickets.length < count) return undefined
  return `baoxiu list --status handed_over --branch ${branch}`
}

/** Today's appointments that are not missed yet. */
function toCome({ appointments, now }: Board): Concern {
  const tickets = appointments.tickets.filter(({ appointment_at }) => appointment_at === null || appointment_at >= now)
  return { tickets, count: appointments.count - (appointments.tickets.length - tickets.length) }
}

function notesSection(notes: readonly DeskNote[], { language, ...told }: Told): Section {
  const items = notes.map(({ note, written_at, written_by, text }) => ({
    no: String(note),
    urgency: `${written_by} ${sayTime(written_at, told, language)}`,
    rest: [text],
  }))
  return { title: b.notes, tone: undefined, count: notes.length, items, command: 'baoxiu note list' }
}

function unsignedSection(unsigned: readonly Handover[], { now, language }: Told): Section {
  const items = unsigned.map(({ handover_no, printed_at, ticket_count, channel }) => ({
    no: handover_no,
    urgency: say((channel === 'phone' ? b.notPhoned : t.unsignedFor)(spanWords(now - printed_at, language)), language),
    rest: [say(t.slips(ticket_count), language), say(w.channel[channel], language)],
  }))
  return {
    title: t.unsigned,
    tone: undefined,
    count: unsigned.length,
    items,
    command: 'baoxiu handover list --unsigned',
  }
}

/** Whom to call, and about what. */
function restOf(ticket: Judged, tell: (text: Text) => string): string[] {
  const who = ticket.repaired_by ?? ticket.assigned_to ?? ''
  const reason = ticket.hold_reason === null ? '' : tell(w.hold_reason[ticket.hold_reason])
  return [ticket.branch, who, reason, ticket.customer_name, ticket.phone, ticket.address]
}

const timeOf = (at: Instant | null, told: Told): string => (at === null ? '' : sayTime(at, told, told.language))
