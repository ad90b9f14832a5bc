import type { Blank, Entries, Field, Part, Sheet } from './sheet.ts'
import type { WorkbookCell, WorkbookSheet } from './workbook.ts'

/** Papers as a workbook: one sheet for each, with the same words in the same order; amounts are numbers. */
export function paperWorkbook(sheets: readonly Sheet[], names: readonly string[]): WorkbookSheet[] {
  return sheets.map((sheet, index) => {
    const rows = sheet.parts.flatMap((part, place) => [...(place === 0 ? [] : gapAbove(part)), ...partRows(part)])
    return { name: names[index] ?? `${index + 1}`, frozenRows: 0, rows }
  })
}

type Row = readonly WorkbookCell[]

function gapAbove({ kind }: Part): Row[] {
  return kind === 'fields' || kind === 'signatures' ? [[]] : []
}

function partRows(part: Part): Row[] {
  switch (part.kind) {
    case 'title':
      return [[bold([part.office, part.title, part.number, part.mark].filter((text) => text !== '').join('  '))]]
    case 'lines':
      return part.lines.map((line) => [line])
    case 'fields':
      return part.fields.map(fieldRow)
    case 'entries':
      return entryRows(part.entries)
    case 'box':
      return [[bold(part.box.head), part.box.text], ...part.box.blanks.map((blank) => blankCells([blank]))]
    case 'signatures':
      return part.signatures.map(blankCells)
    case 'tear':
      return [[part.text]]
  }
}

function fieldRow({ head, value, ticks = [] }: Field): Row {
  const ticked = ticks.filter((tick) => tick.ticked).map(({ word }) => word)
  return [bold(head), ticks.length > 0 ? ticked.join(', ') : amountOr(value)]
}

function entryRows({ heads, rows }: Entries): Row[] {
  return [heads.map(bold), ...rows.map((row) => row.map((pieces) => amountOr(pieces.join(' '))))]
}

/** Room to sign beside each word. */
function blankCells(blanks: readonly Blank[]): Row {
  return blanks.flatMap(({ head, value }): WorkbookCell[] => [bold(head), value ?? undefined])
}

/** With its unit or without: the heading says it, too. */
const AMOUNT = /^(-?\d{1,12}\.\d\d)(?: (?:yuan|元))?$/

function amountOr(text: string): WorkbookCell {
  const amount = AMOUNT.exec(text)?.[1]
  return amount === undefined ? text : { kind: 'number', value: Number(amount), decimals: 2 }
}

function bold(text: string): WorkbookCell {
  return { kind: 'bold', text }
}
