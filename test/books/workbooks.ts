import { writeFileSync } from 'node:fs'
import * as XLSX from '@e965/xlsx'
import type { CellObject, WorkSheet } from '@e965/xlsx'
import type { Desk } from '../desk.ts'

export type Cell = string | number | CellObject | null

export interface Sheet {
  readonly cells: readonly (readonly Cell[])[]
  readonly hidden?: boolean
  /** `A1:A3`. */
  readonly merges?: readonly string[]
  readonly hiddenRows?: readonly number[]
}

/** Puts a workbook into the desk's folder; answers its path. The name tells the kind. */
export function workbook(desk: Desk, name: string, sheets: Readonly<Record<string, Sheet>>, from1904 = false): string {
  const book = XLSX.utils.book_new()
  for (const [title, sheet] of Object.entries(sheets)) XLSX.utils.book_append_sheet(book, sheetOf(sheet), title)
  const hidden = Object.values(sheets).map((sheet) => ({ Hidden: sheet.hidden === true ? (1 as const) : (0 as const) }))
  book.Workbook = { Sheets: hidden, WBProps: { date1904: from1904 } }
  const bookType = name.endsWith('.xls') ? 'xls' : 'xlsx'
  writeFileSync(desk.path(name), XLSX.write(book, { type: 'buffer', bookType, cellStyles: true }) as Buffer)
  return desk.path(name)
}

function sheetOf({ cells, merges = [], hiddenRows = [] }: Sheet): WorkSheet {
  const sheet = XLSX.utils.aoa_to_sheet(cells.map((row) => [...row]))
  sheet['!merges'] = merges.map((range) => XLSX.utils.decode_range(range))
  if (hiddenRows.length > 0) {
    sheet['!rows'] = []
    for (const row of hiddenRows) sheet['!rows'][row - 1] = { hidden: true }
  }
  return sheet
}

/** A day or time as spreadsheets hold it. */
export function serial(value: number, format: string): CellObject {
  return { t: 'n', v: value, z: format }
}
