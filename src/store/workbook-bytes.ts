import writeExcelFile from 'write-excel-file/node'
import type { Cell } from 'write-excel-file/node'
import { Fault } from '../kernel/faults.ts'
import { workbookWords as w } from '../kernel/messages/workbooks.ts'
import { MOMENT_FORMAT, columnWidths, escapedSigns, sheetNames } from '../kernel/workbook.ts'
import type { WorkbookCell, WorkbookSheet } from '../kernel/workbook.ts'

/** A cell holds no more; a workbook with more cells than this is no file to be opened. */
const LONGEST_TEXT = 32_767
const MOST_CELLS = 2_000_000

/** An .xlsx file with these sheets, in this order. */
export async function workbookBytes(sheets: readonly WorkbookSheet[]): Promise<Uint8Array> {
  const cells = sheets.reduce((sum, { rows }) => sum + rows.reduce((all, row) => all + row.length, 0), 0)
  if (cells > MOST_CELLS) throw new Fault('CANNOT_WRITE', w.tooManyCells, w.tooManyCellsNext)
  const names = sheetNames(sheets.map(({ name }) => name))
  const written = sheets.map((sheet, index) => ({
    data: sheet.rows.map((row) => row.map(asLibraryCell)),
    sheet: names[index] ?? 'Sheet',
    stickyRowsCount: sheet.frozenRows,
    columns: columnWidths(sheet).map((width) => ({ width })),
  }))
  return await writeExcelFile(written).toBuffer()
}

function asLibraryCell(cell: WorkbookCell): Cell {
  if (cell === undefined || cell === '') return null
  // Text without a style of its own takes half the time.
  if (typeof cell === 'string') return textOf(cell)
  if (cell.kind === 'bold') return { value: textOf(cell.text), type: String, fontWeight: 'bold' }
  if (cell.kind === 'moment') return { value: cell.serial, type: Number, format: MOMENT_FORMAT }
  const style = cell.bold === true ? ({ fontWeight: 'bold' } as const) : {}
  return { value: cell.value, type: Number, format: cell.decimals === 2 ? '0.00' : '0', ...style }
}

function textOf(text: string): string {
  const escaped = escapedSigns(text)
  if (escaped.length > LONGEST_TEXT)
    throw new Fault('CANNOT_WRITE', w.cellTooLong(text.slice(0, 40)), w.tooManyCellsNext)
  return escaped
}
