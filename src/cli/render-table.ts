import type { Ctx } from '../kernel/ctx.ts'
import { displayWidth, wrap } from '../kernel/display.ts'
import { cliWords as t } from '../kernel/messages/cli.ts'
import { say } from '../kernel/text.ts'
import type { View } from '../kernel/view.ts'
import { cellText } from './cell-text.ts'
import { cellsOf, columnsOf, headLines, measured, toneOf } from './measure-table.ts'
import type { Measured, Page } from './measure-table.ts'
import type { Paint } from './paint.ts'
import { asStacked } from './render-stacked.ts'
import type { TablePlan } from './table-plan.ts'

/** So many rows decide how wide the columns are, and are written at once: a long list starts before its end is known. */
const BLOCK = 200

/** A list in pieces: a table that fits the terminal; in a pipe tab-separated lines under one header line. */
export function* asTable(view: View<never>, rows: readonly unknown[], ctx: Ctx, page: Page): Generator<string> {
  if (page.columns === undefined) return yield* asTabs(view, rows, ctx)
  const { paint } = page
  const table = measured(view, rows.slice(0, BLOCK), ctx, page.columns)
  const { plan, columns } = table
  if (plan !== undefined) yield drawn(table, plan, table.heads, (text) => paint.head(text), headLines)
  for (let from = 0; from < rows.length; from += BLOCK) {
    const lines = rows.slice(from, from + BLOCK).map((row, index) => {
      const cells = (from === 0 ? table.sample[index] : undefined) ?? cellsOf(columns, row, ctx)
      const toned = (text: string, column: number): string => paint.tone(toneOf(table, row, column), text)
      return plan === undefined
        ? asStacked(table.heads, cells, page.columns ?? 80, paint, toned)
        : drawn(table, plan, cells, toned)
    })
    yield lines.join('')
  }
  if (plan !== undefined) yield* leftOut(table, plan, ctx, paint, page.columns)
}

function* asTabs(view: View<never>, rows: readonly unknown[], ctx: Ctx): Generator<string> {
  const columns = columnsOf(view)
  yield `${columns.map((column) => say(column.heading, ctx.language)).join('\t')}\n`
  for (let from = 0; from < rows.length; from += BLOCK) {
    const block = rows.slice(from, from + BLOCK)
    yield block.map((row) => `${columns.map((c) => cellText(c.cell(row as never), ctx)).join('\t')}\n`).join('')
  }
}

/** One record, as many lines high as its highest cell. */
function drawn(
  { right }: Measured,
  { shown, widths, gap }: TablePlan,
  cells: readonly string[],
  toned: (text: string, column: number) => string,
  linesOf: (text: string, columns: number) => string[] = wrap,
): string {
  const wrapped = shown.map((index, place) => linesOf(cells[index] ?? '', widths[place] ?? 1))
  const height = Math.max(...wrapped.map((lines) => lines.length))
  const lines = Array.from({ length: height }, (_, row) =>
    shown.map((index, place) => {
      const text = wrapped[place]?.[row] ?? ''
      const room = ' '.repeat(Math.max(0, (widths[place] ?? 1) - displayWidth(text)))
      const painted = text === '' ? '' : toned(text, index)
      return right[index] === true ? room + painted : painted + room
    }),
  )
  return lines.map((line) => `${line.join(' '.repeat(gap)).trimEnd()}\n`).join('')
}

function* leftOut(
  { heads }: Measured,
  { shown }: TablePlan,
  { language }: Ctx,
  paint: Paint,
  room: number,
): Generator<string> {
  const missing = heads.filter((_, index) => !shown.includes(index))
  if (missing.length === 0) return
  for (const line of wrap(say(t.leftOut(missing), language), room)) yield `${paint.tone('past', line)}\n`
}
