import type { Ctx } from '../kernel/ctx.ts'
import { displayWidth, padEnd, wrap } from '../kernel/display.ts'
import { say } from '../kernel/text.ts'
import type { Column, View } from '../kernel/view.ts'
import { cellText } from './cell-text.ts'
import { measured } from './measure-table.ts'
import type { Page } from './measure-table.ts'
import type { Paint } from './paint.ts'
import { asTable } from './render-table.ts'
import type { boxed } from './boxed-table.ts'

/** Draws a small table; loaded for a terminal only, because it takes a tenth of the time of a call. */
type DrawBox = typeof boxed

interface Form {
  /** Without details. */
  readonly brief?: boolean | undefined
  /** Absent: lists are drawn line by line. */
  readonly draw?: DrawBox | undefined
}

/** One record: its fields below one another, then its lists each with a heading. */
export function* asRecord(
  view: View<never>,
  row: unknown,
  ctx: Ctx,
  page: Page,
  { brief = false, draw }: Form = {},
): Generator<string> {
  const { paint } = page
  const shown = view.filter((column) => !(brief && column.detail === true))
  const lines = shown
    .filter((column) => column.nested !== true)
    .map((column) => ({
      head: say(column.heading, ctx.language),
      text: cellText(column.cell(row as never), ctx),
      tone: column.tone?.(row as never),
    }))
  const filled = lines.filter(({ text }) => text !== '')
  const left = Math.max(...filled.map(({ head }) => displayWidth(head)))
  const room = Math.max(4, (page.columns ?? 10_000) - left - 2)
  for (const { head, text, tone } of filled) {
    const [first = '', ...more] = wrap(text, room).map((line) => paint.tone(tone, line))
    yield [`${padEnd(head, left)}  ${first}`, ...more.map((line) => ' '.repeat(left + 2) + line)]
      .map((line) => `${line}\n`)
      .join('')
  }
  for (const column of shown.filter((column) => column.nested === true))
    yield* section(column, row, ctx, page, { paint, draw })
}

function* section(
  column: Column<never>,
  row: unknown,
  ctx: Ctx,
  page: Page,
  { paint, draw }: { paint: Paint; draw: DrawBox | undefined },
): Generator<string> {
  const cell = column.cell(row as never)
  if (cell.kind !== 'list' || cell.value.length === 0) return
  yield `\n${paint.head(say(column.heading, ctx.language))}\n`
  const table =
    draw === undefined || page.columns === undefined || cell.value.length > FEW
      ? undefined
      : measured(cell.view, cell.value, ctx, page.columns)
  if (draw === undefined || table?.plan === undefined || table.plan.shown.length < table.columns.length)
    yield* asTable(cell.view, cell.value, ctx, page)
  else yield draw(table, table.plan, cell.value, paint)
}

/** cli-table3 takes most of a millisecond for a row: longer lists are drawn line by line. */
const FEW = 50
