import { padEnd, visible, widthOf, wrap } from './display.ts'
import type { Ambiguous } from './display.ts'
import type { Blank, Box, Entries, Field, Part, Sheet, Tick } from './sheet.ts'

/** How wide the paper is, and what a character takes on it. ASCII frames: printers differ in all others. */
interface Form {
  readonly columns: number
  readonly ambiguous: Ambiguous
  /** What was typed as it may stand there. */
  shown(typed: string): string
}

const LINE = 20

/** Sheets one below the other, for eye and screen. */
export function textPaper(sheets: readonly Sheet[], columns: number): string {
  const form: Form = { columns, ambiguous: 1, shown: (typed) => visible(typed) }
  return sheets.map((sheet) => linesOf(sheet, form).join('\n')).join('\n\n')
}

/**
 * For a dot-matrix printer: 80 columns in which every Chinese sign takes two, a form feed after each sheet. What has no
 * place in GB18030 stands there as an escape, so that one rare sign never keeps a batch from the printer.
 */
export function rawPaper(sheets: readonly Sheet[]): string {
  const shown = (typed: string): string =>
    visible(typed).replace(/\p{Private_Use}/gu, (c) => `\\u${(c.codePointAt(0) ?? 0).toString(16)}`)
  return sheets.map((sheet) => `${linesOf(sheet, { columns: 80, ambiguous: 2, shown }).join('\r\n')}\f`).join('')
}

function linesOf(sheet: Sheet, form: Form): string[] {
  const lines = sheet.parts.flatMap((part, index) => [...(index === 0 ? [] : gapAbove(part)), ...partLines(part, form)])
  return [...lines.map((line) => line.trimEnd()), '']
}

function gapAbove(part: Part): string[] {
  return part.kind === 'box' || part.kind === 'lines' ? [] : ['']
}

function partLines(part: Part, form: Form): string[] {
  switch (part.kind) {
    case 'title':
      return titleLines(part, form)
    case 'lines':
      return part.lines.flatMap((line) => fit(line, form))
    case 'fields':
      return fieldLines(part.fields, form)
    case 'entries':
      return entryLines(part.entries, form)
    case 'box':
      return boxLines(part.box, form)
    case 'signatures':
      return part.signatures.flatMap((line, index) => [
        ...(index === 0 ? [] : ['']),
        ...packed(line.map(blank), form.columns, form),
      ])
    case 'tear':
      return [tearLine(part.text, form)]
  }
}

const fit = (line: string, { columns, ambiguous, shown }: Form): string[] => wrap(shown(line), columns, ambiguous)

function titleLines(title: Extract<Part, { kind: 'title' }>, form: Form): string[] {
  const left = `${form.shown(title.office)}  ${title.title}${title.mark === '' ? '' : `  [${title.mark}]`}`
  const room = form.columns - widthOf(title.number, form.ambiguous)
  if (widthOf(left, form.ambiguous) + 2 > room) return [...fit(left, form), title.number]
  return [padEnd(left, room, form.ambiguous) + title.number]
}

function fieldLines(fields: readonly Field[], form: Form): string[] {
  const left = Math.max(...fields.map(({ head }) => widthOf(head, form.ambiguous))) + 2
  return fields.flatMap(({ head, value, ticks = [] }) => {
    const lines = ticks.length > 0 ? packed(ticks.map(ticked), form.columns - left, form) : [value]
    return hanging(padEnd(head, left, form.ambiguous), lines, form)
  })
}

function entryLines({ rows, tick }: Entries, form: Form): string[] {
  const rule = '-'.repeat(form.columns)
  const box = tick === undefined ? '' : '[ ] '
  const lines = rows.flatMap((row, index) => {
    const mark = `${String(index + 1).padStart(3)}. ${box}`
    const told = row.map((pieces) => pieces.filter((piece) => piece !== '').join('  ')).filter((line) => line !== '')
    return [...(index === 0 ? [] : ['']), ...hanging(mark, told, form)]
  })
  return [rule, ...lines, rule]
}

/** The mark stands before the first line, the others are as far to the right. */
function hanging(mark: string, lines: readonly string[], form: Form): string[] {
  const left = widthOf(mark, form.ambiguous)
  return lines
    .flatMap((line) => wrap(form.shown(line), form.columns - left, form.ambiguous))
    .map((line, index) => (index === 0 ? mark : ' '.repeat(left)) + line)
}

function boxLines({ head, text, room, choice, blanks: below }: Box, form: Form): string[] {
  const inner = form.columns - 4
  const top = `+- ${head} `
  const written = text === '' ? Array.from({ length: room }, () => '') : wrap(form.shown(text), inner, form.ambiguous)
  const boxes = choice === undefined ? [] : [choice.head, ...choice.ticks.map(ticked)]
  const lines = [...written, ...packed(boxes, inner, form), ...packed(below.map(blank), inner, form)]
  return [
    `${top}${'-'.repeat(Math.max(0, form.columns - 1 - widthOf(top, form.ambiguous)))}+`,
    ...lines.map((line) => `| ${padEnd(line, inner, form.ambiguous)} |`),
    `+${'-'.repeat(form.columns - 2)}+`,
  ]
}

/** Pieces side by side, as many in a line as fit: a box is never torn from its word, nor a line to write on from its heading. */
function packed(pieces: readonly string[], columns: number, { ambiguous, shown }: Form): string[] {
  const lines: string[] = []
  for (const piece of pieces.map(shown)) {
    const longer = `${lines.at(-1) ?? ''}  ${piece}`
    if (lines.length > 0 && widthOf(longer, ambiguous) <= columns) lines[lines.length - 1] = longer
    else lines.push(...wrap(piece, columns, ambiguous))
  }
  return lines
}

const ticked = ({ word, ticked }: Tick): string => `[${ticked ? 'x' : ' '}] ${word}`

const blank = ({ head, value }: Blank): string => `${head} ${value ?? '_'.repeat(LINE)}`

function tearLine(words: string, { columns, ambiguous }: Form): string {
  const dashes = '- '.repeat(Math.max(0, Math.floor((columns - widthOf(words, ambiguous) - 2) / 4))).trimEnd()
  return `${dashes} ${words} ${dashes}`
}
