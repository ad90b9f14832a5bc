import { displayWidth } from './display.ts'

/** One cell of a sheet to be written: text, unless its kind says otherwise. Nothing is ever a formula. */
export type WorkbookCell =
  | string
  | undefined
  /** `decimals`: how many are shown. */
  | { readonly kind: 'number'; readonly value: number; readonly decimals?: 0 | 2; readonly bold?: boolean }
  /** A day and time of the office, as spreadsheets count them. */
  | { readonly kind: 'moment'; readonly serial: number }
  | { readonly kind: 'bold'; readonly text: string }

/** One sheet of a workbook. */
export interface WorkbookSheet {
  /** Made fit for a sheet's name where it is not. */
  readonly name: string
  /** Rows that stay at the top while the others move. */
  readonly frozenRows: number
  readonly rows: readonly (readonly WorkbookCell[])[]
}

const NARROWEST = 6
const WIDEST = 48
/** How a moment is shown. */
export const MOMENT_FORMAT = 'yyyy-mm-dd hh:mm:ss'

/** How wide each column is: as its widest cell, Chinese signs counting two, within reason. */
export function columnWidths({ rows }: WorkbookSheet): number[] {
  const widths: number[] = []
  for (const row of rows) {
    for (const [column, cell] of row.entries()) {
      widths[column] = Math.max(widths[column] ?? NARROWEST, Math.min(WIDEST, cellWidth(cell) + 2))
    }
  }
  return Array.from(widths, (width) => width ?? NARROWEST)
}

function cellWidth(cell: WorkbookCell): number {
  if (cell === undefined) return 0
  if (typeof cell === 'string') return textWidth(cell)
  if (cell.kind === 'moment') return MOMENT_FORMAT.length
  return cell.kind === 'bold' ? textWidth(cell.text) + 1 : cell.value.toFixed(cell.decimals ?? 0).length
}

function textWidth(text: string): number {
  // Longer ones are wide enough.
  return text.length > WIDEST ? WIDEST : displayWidth(text)
}

const FORBIDDEN = /[\\/?*[\]:]/g
const LONGEST_NAME = 31

/** Names that a spreadsheet takes, no two alike. */
export function sheetNames(wanted: readonly string[]): string[] {
  const taken = new Set<string>()
  return wanted.map((name) => {
    const plain =
      name
        .replace(FORBIDDEN, ' ')
        .replace(/^'+|'+$/g, '')
        .trim()
        .slice(0, LONGEST_NAME) || 'Sheet'
    let free = plain
    for (let number = 2; taken.has(free.toLowerCase()); number += 1)
      free = `${plain.slice(0, LONGEST_NAME - String(number).length - 1)} ${number}`
    taken.add(free.toLowerCase())
    return free
  })
}

const HIDDEN = /(?![\t\n])\p{Cc}|[\uFFFE\uFFFF]|\p{Cs}|_(?=x[0-9A-Fa-f]{4}_)/gu

/** Signs that XML cannot hold as spreadsheets write them: `_x0007_`. */
export function escapedSigns(text: string): string {
  return text.replace(HIDDEN, (sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
}
