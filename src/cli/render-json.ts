import { isoText } from '../kernel/calendar.ts'
import { jsonText } from '../kernel/display.ts'
import type { Cell, View } from '../kernel/view.ts'
import type { Zone } from '../kernel/zone.ts'

/** One record as JSON: the view's names, ISO 8601 with offset, yuan as numbers, `null` for what is absent. */
export function asJson(view: View<never>, row: unknown, zone: Zone): string {
  return jsonText(objectOf(view, row, zone))
}

function objectOf(view: View<never>, row: unknown, zone: Zone): Record<string, unknown> {
  const told = view.map((column) => [column, valueOf(column.cell(row as never), zone)] as const)
  const shown = told.filter(([column, value]) => column.ifKnown !== true || value !== null)
  return Object.fromEntries(shown.map(([column, value]) => [column.name, value]))
}

function valueOf(cell: Cell, zone: Zone): unknown {
  if (cell.kind === 'list') return cell.value.map((row) => objectOf(cell.view, row, zone))
  if (cell.value === undefined) return null
  if (cell.kind === 'moment') return isoText(zone, cell.value)
  if (cell.kind === 'yuan') return cell.value / 100
  return cell.value
}
