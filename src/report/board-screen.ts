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
  /** Lists exactly these; absent where no command does. */
  readonly command: string | undefined
}

type Told = Pick<Ctx, 'now' | 'zone' | 'language'>

/** The board for a screen: most urgent first, as much as fits, and what was left out. */
export function boardScreen(board: Board, told: Told, watching: boolean): Screen {
  const sections = sectionsOf(board, told).filter(({ count }) => count > 0)
  return (size) => {
    const head = headOf(board, sections, told, watching, size.columns)
    const room = size.rows - 1 - head.length
    const shares = sharesOf(sections, room, size, told)
    return [...head, ...sections.flatMap((section, index) => sectionLines(section, shares[index] ?? 0, size, told))]
  }
}

function headOf(
  { now, next_cut_off }: Board,
  sections: readonly Section[],
  told: Told,
  watching: boolean,
  columns: number,
): Piece[][] {
  const tell = (text: Text): string => say(text, told.language)
  const cutOff = sayTime(next_cut_off, told, told.language)
  const title = tell(t.boardTitle(readableTime(told.zone, now), cutOff, leftWords(next_cut_off, now, told.language)))
  const counts = sections.map(({ title, count }) => `${tell(title)} ${count}`)
  const lines = [
    ...packed([title, ...(watching ? [tell(t.watching)] : [])], columns).map((text) => ({
      text,
      tone: 'head' as const,
    })),
    ...packed(counts.length === 0 ? [tell(t.allClear)] : counts, columns).map((text) => ({ text })),
  ]
  return lines.map((line) => [{ ...line, text: cut(line.text, columns) }])
}

/** Pieces side by side, as many in a line as fit. */
function packed(pieces: readonly string[], columns: number): string[] {
  const lines: string[] = []
  for (const piece of pieces) {
    const longer = `${lines.at(-1) ?? ''}   ${piece}`
    if (lines.length > 0 && displayWidth(longer) <= columns) lines[lines.length - 1] = longer
    else lines.push(piece)
  }
  return lines
}

/** How many lines each section gets, what stands above its items among them: two items each, then the most urgent first. */
function sharesOf(sections: readonly Section[], room: number, size: Size, told: Told): number[] {
  const shares = sections.map(() => 0)
  let left = room
  for (const most of [2, Infinity]) {
    for (const [index, section] of sections.entries()) {
      const has = shares[index] ?? 0
      const shown = Math.min(section.items.length, most)
      const above = headingOf(section, shown, size, told).length
      const given = Math.min(shown + above - has, left)
      if (itemsIn(section, has + given, size, told) < 1) continue
      shares[index] = has + given
      left -= given
    }
  }
  return shares
}

/** A blank line, what it is, and how to see all of it: in a line of its own where it would be cut. */
function headingOf({ title, count, command }: Section, shown: number, { columns }: Size, told: Told): Piece[][] {
  const tell = (text: Text): string => say(text, told.language)
  const head: Piece = { text: tell(title), tone: 'head' }
  const part = `   ${shown < count ? tell(t.partOf(shown, count)) : count}`
  const all = shown < count && command !== undefined ? tell(t.allBy(command)) : ''
  const fits = displayWidth(`${head.text}${part}   ${all}`) <= columns
  const beside = all !== '' && fits ? `${part}   ${all}` : part
  return [
    [],
    [head, { text: cut(beside, columns - displayWidth(head.text)), tone: 'past' }],
    ...(all === '' || fits ? [] : [[{ text: cut(`  ${all}`, columns), tone: 'past' as const }]]),
  ]
}

/** How many items so many lines have room for. */
function itemsIn(section: Section, share: number, size: Size, told: Told): number {
  const { length } = section.items
  const above = (shown: number): number => headingOf(section, shown, size, told).length
  return share >= above(length) + length ? length : share - above(0)
}

function sectionLines(section: Section, share: number, size: Size, told: Told): Piece[][] {
  if (share === 0) return []
  const { items, tone } = section
  const shown = items.slice(0, itemsIn(section, share, size, told))
  const widthOf = (text: (item: Item) => string): number => Math.max(...shown.map((item) => displayWidth(text(item))))
  const [no, urgency] = [widthOf((item) => item.no), widthOf((item) => item.urgency)]
  const room = size.columns - no - urgency - 2
  return [
    ...headingOf(section, shown.length, size, told),
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
  return [
    of(t.overdueTickets, 'bad', board.overdue, 'baoxiu list --overdue', left),
    of(t.dueSoon, 'soon', board.due_soon, 'baoxiu list --due-within 4h', left),
    of(t.awaitingApproval, 'soon', board.awaiting_approval, undefined, (x) => ago(x.reported_at, t.sinceReport)),
    of(t.appointments, undefined, board.appointments, undefined, (x) => timeOf(x.appointment_at, told)),
    of(t.withoutFeedback, undefined, board.without_feedback, listOfBranch(board.without_feedback), feedback),
    unsignedSection(board.unsigned, told),
    of(t.slipsOut, undefined, board.slips_out, 'baoxiu list --status repaired', (x) => ago(x.repaired_at, t.outFor)),
  ]
}

/** What was read out to a branch and neither held nor repaired has one status; `list` takes one branch. */
function listOfBranch({ count, tickets }: Concern): string | undefined {
  const [branch, another] = new Set(tickets.map((ticket) => ticket.branch))
  if (branch === undefined || another !== undefined || tickets.length < count) return undefined
  return `baoxiu list --status handed_over --branch ${branch}`
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
