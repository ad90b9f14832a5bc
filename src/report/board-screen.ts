import { readableTime } from '../kernel/calendar.ts'
import { cut, displayWidth, padEnd, visible } from '../kernel/display.ts'
import { codeWords as w } from '../kernel/messages/codes.ts'
import { boardWords as b } from '../kernel/messages/board.ts'
import { reportWords as t } from '../kernel/messages/report.ts'
import type { Piece, Screen, Size } from '../kernel/screen.ts'
import { say } from '../kernel/text.ts'
import type { Text } from '../kernel/text.ts'
import { leftWords, sayTime } from '../kernel/time-words.ts'
import { sectionsOf } from './board-sections.ts'
import type { Item, Section, Told } from './board-sections.ts'
import type { Board, DueHandover } from './board.ts'

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

function headOf(board: Board, sections: readonly Section[], told: Told, watching: boolean, columns: number): Piece[][] {
  const tell = (text: Text): string => say(text, told.language)
  const { now, next_cut_off } = board
  const cutOff = sayTime(next_cut_off, told, told.language)
  const title = tell(t.boardTitle(readableTime(told.zone, now), cutOff, leftWords(next_cut_off, now, told.language)))
  const due = board.due_handovers.flatMap((one) => packed(duePieces(one, told), columns))
  const numbers = [...sections, ...silentCounts(board)].filter(({ count }) => count > 0)
  const counts = numbers.map(({ title, count }) => `${tell(title)} ${count}`)
  const lines = [
    ...packed([title, ...(watching ? [tell(t.watching)] : [])], columns).map((text) => ({
      text,
      tone: 'head' as const,
    })),
    ...due.map((text) => ({ text, tone: 'bad' as const })),
    ...packed(counts.length === 0 && due.length === 0 ? [tell(t.allClear)] : counts, columns).map((text) => ({ text })),
  ]
  return lines.map((line) => [{ ...line, text: cut(line.text, columns) }])
}

/** The hand-over that is due, and what to type. */
function duePieces({ cutOff, branches, slips }: DueHandover, told: Told): string[] {
  const names = branches.map(({ name }) => name)
  const line = b.dueLine(w.slot[cutOff.slot], sayTime(cutOff.at, told, told.language), names, slips)
  return [say(line, told.language), say(b.print, told.language)]
}

/** What is counted and not listed. */
function silentCounts({ waiting_count, unassigned_count }: Board): Pick<Section, 'title' | 'count'>[] {
  return [
    { title: b.waiting, count: waiting_count },
    { title: b.unassigned, count: unassigned_count },
  ]
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
