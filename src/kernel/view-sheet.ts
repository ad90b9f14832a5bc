import { clockText } from './calendar.ts'
import { yuanText } from './money.ts'
import { cellWords as t } from './messages/cells.ts'
import type { Cell, View } from './view.ts'
import type { WorkbookCell, WorkbookSheet } from './workbook.ts'
import type { Instant, Zone } from './zone.ts'

/** How a list is written for people. */
export interface SheetForm {
  readonly zone: Zone
  /** `zh`: headings and closed words as people read them. */
  readonly headers: 'en' | 'zh'
  /** False: the rows are no list. */
  readonly sums?: boolean
}

/** A list as a sheet: a head that stays, numbers as numbers, times as times, all else as text, sums where there are any. */
export function viewSheet<T>(name: string, view: View<T>, rows: readonly T[], form: SheetForm): WorkbookSheet {
  const columns = view.filter((column) => column.nested !== true)
  const head = columns.map((column): WorkbookCell => {
    return { kind: 'bold', text: form.headers === 'zh' ? column.heading.zh : column.name }
  })
  const body = rows.map((row) => columns.map((column) => sheetCell(column.cell(row), form)))
  return { name, frozenRows: 1, rows: [head, ...body, ...sumRow(columns, rows, form)] }
}

function sheetCell(cell: Cell, { zone, headers }: SheetForm): WorkbookCell {
  if (cell.kind === 'list' || cell.value === undefined) return undefined
  switch (cell.kind) {
    case 'moment':
      return momentCell(cell.value, zone)
    case 'yuan':
      return { kind: 'number', value: cell.value / 100, decimals: 2 }
    case 'count':
      return { kind: 'number', value: cell.value }
    case 'words':
      return cell.value.join('; ')
    case 'fields':
      return JSON.stringify(cell.value)
    case 'flag':
    case 'code':
    case 'text':
      return closedText(cell, headers)
  }
}

/** Words of closed columns; what was typed stands as typed. */
export function closedText(cell: Extract<Cell, { kind: 'flag' | 'code' | 'text' }>, headers: 'en' | 'zh'): string {
  if (cell.value === undefined) return ''
  if (cell.kind === 'flag') return headers === 'zh' ? t.flag[cell.value ? 'yes' : 'no'].zh : String(cell.value)
  return cell.kind === 'code' && headers === 'zh' ? (cell.word?.zh ?? cell.value) : cell.value
}

/** Before March 1900 spreadsheets count a day that never was: such a time is text. */
function momentCell(instant: Instant, zone: Zone): WorkbookCell {
  const text = clockText(zone, instant)
  const serial = Date.parse(`${text.replace(' ', 'T')}Z`) / 86_400_000 + 25_569
  return serial >= 61 ? { kind: 'moment', serial } : text
}

/** One row below, where a column can be added up. */
function sumRow<T>(columns: View<T>, rows: readonly T[], { headers, sums = true }: SheetForm): WorkbookCell[][] {
  if (!sums || rows.length === 0 || !columns.some(({ sum }) => sum === true)) return []
  return [
    columns.map((column, index): WorkbookCell => {
      if (column.sum === true) return sumOf(rows.map((row) => column.cell(row)))
      return index === 0 ? { kind: 'bold', text: t.total[headers] } : undefined
    }),
  ]
}

function sumOf(cells: readonly Cell[]): WorkbookCell {
  const isYuan = cells.some(({ kind }) => kind === 'yuan')
  const sum = cells.reduce(
    (all, cell) => all + (cell.kind === 'yuan' || cell.kind === 'count' ? (cell.value ?? 0) : 0),
    0,
  )
  return isYuan
    ? { kind: 'number', value: Number(yuanText(sum)), decimals: 2, bold: true }
    : { kind: 'number', value: sum, bold: true }
}
