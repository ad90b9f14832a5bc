import { CellReader } from '../kernel/sheet-cell.ts'
import type { FormatNumber } from '../kernel/sheet-cell.ts'
import type { ParsedBook, ParsedSheet } from './parse-workbook.ts'

/** A row by its number in the sheet, without the blank cells at its end. */
export interface SheetRow {
  readonly line: number
  readonly cells: readonly string[]
}

/** The rows of a sheet as a book of text has them; of blank rows one stands for all that follow each other. */
export function* sheetRows(book: ParsedBook, sheet: ParsedSheet, format: FormatNumber): Generator<SheetRow> {
  const reader = new CellReader(format, book.from1904)
  const covered = coveredCells(sheet)
  let last = 0
  for (const row of usedRows(sheet)) {
    const cells = cellsOf(sheet, row, reader, covered.get(row))
    if (cells.length === 0) continue
    if (row > last) yield { line: last + 1, cells: [''] }
    yield { line: row + 1, cells }
    last = row + 1
  }
}

/** Sparse: a row at the end of a sheet does not cost all the rows before it. */
function usedRows({ rows }: ParsedSheet): number[] {
  return Object.keys(rows).map(Number)
}

function cellsOf(sheet: ParsedSheet, row: number, reader: CellReader, covered: readonly Span[] = []): string[] {
  const cells: string[] = []
  const found = sheet.rows[row] ?? []
  for (const key of Object.keys(found)) {
    const column = Number(key)
    const cell = found[column]
    if (cell === undefined || covered.some(({ from, to }) => column >= from && column <= to)) continue
    const text = isUncomputed(sheet, row, column) ? `=${cell.f ?? ''}` : reader.text(cell)
    if (text === '') continue
    while (cells.length < column) cells.push('')
    cells.push(text)
  }
  return cells
}

function isUncomputed({ uncomputed }: ParsedSheet, row: number, column: number): boolean {
  return uncomputed.size > 0 && uncomputed.has(`${columnLetters(column)}${row + 1}`)
}

export function columnLetters(column: number): string {
  const before = Math.floor(column / 26)
  return `${before === 0 ? '' : columnLetters(before - 1)}${String.fromCharCode(65 + (column % 26))}`
}

interface Span {
  readonly from: number
  readonly to: number
}

/** Of a merged cell only the first shows; what others below it may still hold, nobody sees. */
function coveredCells({ rows, merges }: ParsedSheet): Map<number, Span[]> {
  const covered = new Map<number, Span[]>()
  for (const { s, e } of merges) {
    for (let row = s.r; row <= Math.min(e.r, rows.length - 1); row += 1) {
      const spans = covered.get(row) ?? []
      spans.push({ from: row === s.r ? s.c + 1 : s.c, to: e.c })
      covered.set(row, spans)
    }
  }
  return covered
}
