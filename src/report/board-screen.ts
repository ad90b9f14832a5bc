import { readableTime } from '../kernel/calendar.ts'
import type { Ctx } from '../kernel/ctx.ts'
import { cut, displayWidth, padEnd, visible } from '../kernel/display.ts'
import { codeWords as w } from '../kernel/messages/codes.ts'
import { reportWords as t } from '../kernel/messages/report.ts'
import type { Piece, Screen, Size } from '../kernel/screen.ts'
import { say } from '../kernel/text.ts'
import type { Text } from '../kernel/text.ts'
import { leftWords, sayTime, spanWords } from '../kernel/time-words.ts'
import type { Tone } from '../kernel/view.ts'
import type { Instant } from '../kernel/zone.ts'
import type { Handover } from '../handover/handover.ts'
import type { Judged } from '../ticket/rules.ts'
import type { Board, Concern } from './board.ts'

/** One line: what it is, how urgent in words, and what else a clerk needs to act. */
interface Item {
  readonly no: string
  readonly urgency: string
  readonly rest: readonly string[]
}

interface Section {
  readonly title: Text
  readonly tone: Tone | undefined
  readonly count: number
  readonly items: readonly Item[]
  /** Shows all of them. */
  readonly command: string
}

type Told = Pick<Ctx, 'now' | 'zone' | 'language'>

/** The board for a screen: most urgent first, as much as fits, and what was left out. */
export function boardScreen(board: Board, told: Told, watching: boolean): Screen {
  const sections = sectionsOf(board, told).filter(({ count }) => count > 0)
  return (size) => {
    const head = headOf(board, sections, told, watching).map((line) => [
      { ...line, text: cut(line.text, size.columns) },
    ])
    const room = size.rows - 1 - head.length
    const shares = sharesOf(sections, room)
    return [...head, ...sections.flatMap((section, index) => sectionLines(section, shares[index] ?? 0, size, told))]
  }
}

function headOf({ now, next_cut_off }: Board, sections: readonly Section[], told: Told, watching: boolean): Piece[] {
  const tell = (text: Text): string => say(text, told.language)
  const cutOff = sayTime(next_cut_off, told, told.language)
  const title = tell(t.boardTitle(readableTime(told.zone, now), cutOff, leftWords(next_cut_off, now, told.language)))
  const counts = sections.map(({ title, count }) => `${tell(title)} ${count}`).join('   ')
  return [
    { text: watching ? `${title}   ${tell(t.watching)}` : title, tone: 'head' },
    { text: counts === '' ? tell(t.allClear) : counts },
  ]
}

/** How many lines each section gets, its heading among them: two items each, then the most urgent first. */
function sharesOf(sections: readonly Section[], room: number): number[] {
  const shares = sections.map(() => 0)
  let left = room
  for (const most of [2, Infinity]) {
    for (const [index, { items }] of sections.entries()) {
      const has = shares[index] ?? 0
      // A blank line and a heading come with the first item.
      const wanted = Math.min(items.length, most) + 2 - has
      const given = Math.min(wanted, left)
      if (has + given < 3) continue
      shares[index] = has + given
      left -= given
    }
  }
  return shares
}

function sectionLines(
  { title, tone, count, items, command }: Section,
  share: number,
  { columns }: Size,
  told: Told,
): Piece[][] {
  if (share === 0) return []
  const shown = items.slice(0, share - 2)
  const part = shown.length < count ? `   ${say(t.partOf(shown.length, count, command), told.language)}` : `   ${count}`
  const widthOf = (text: (item: Item) => string): number => Math.max(...shown.map((item) => displayWidth(text(item))))
  const [no, urgency] = [widthOf((item) => item.no), widthOf((item) => item.urgency)]
  const room = columns - no - urgency - 2
  return [
    [],
    [
      { text: say(title, told.language), tone: 'head' },
      { text: cut(part, columns - displayWidth(say(title, told.language))), tone: 'past' },
    ],
    ...shown.map((item) => [
      { text: `${padEnd(item.no, no)}  ` },
      { text: padEnd(item.urgency, urgency), tone },
      { text: asManyAsFit(item.rest, room) },
    ]),
  ]
}

/** Words that fit whole, and the begin of the last one: nobody dials half a number. */
function asManyAsFit(words: readonly string[], room: number): string {
  let line = ''
  for (const [index, word] of words.entries()) {
    const more = word === '' ? '' : `  ${visible(word)}`
    const left = room - displayWidth(line)
    if (displayWidth(more) > left) return index === words.length - 1 && left >= 6 ? cut(line + more, room) : line
    line += more
  }
  return line
}

function sectionsOf(board: Board, told: Told): Section[] {
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
    command: string,
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
  return [
    of(t.overdueTickets, 'bad', board.overdue, 'baoxiu list --overdue', left),
    of(t.dueSoon, 'soon', board.due_soon, 'baoxiu list --due-within 4h', left),
    of(t.awaitingApproval, 'soon', board.awaiting_approval, 'baoxiu list --class severe', (x) =>
      ago(x.reported_at, t.sinceReport),
    ),
    of(t.appointments, undefined, board.appointments, 'baoxiu list --status on_hold', (x) =>
      timeOf(x.appointment_at, told),
    ),
    of(t.withoutFeedback, undefined, board.without_feedback, 'baoxiu list --status handed_over', feedback),
    unsignedSection(board.unsigned, told),
    of(t.slipsOut, undefined, board.slips_out, 'baoxiu list --status repaired', (x) => ago(x.repaired_at, t.outFor)),
  ]
}

function unsignedSection(unsigned: readonly Handover[], { now, language }: Told): Section {
  const items = unsigned.map(({ handover_no, printed_at, ticket_count, channel }) => ({
    no: handover_no,
    urgency: say(t.unsignedFor(spanWords(now - printed_at, language)), language),
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
