import Table from 'cli-table3'
import type { Ctx } from '../kernel/ctx.ts'
import { displayWidth, padEnd, wrap } from '../kernel/display.ts'
import { say } from '../kernel/text.ts'
import type { Column, View } from '../kernel/view.ts'
import { cellText } from './cell-text.ts'
import { measured, toneOf } from './measure-table.ts'
import type { Measured, Page } from './measure-table.ts'
import { paintFor } from './paint.ts'
import type { Paint } from './paint.ts'
import { asTable } from './render-table.ts'
import type { TablePlan } from './table-plan.ts'

/** One record: its fields below one another, then its lists each with a heading. A `brief` one lacks details and lists. */
export function* asRecord(view: View<never>, row: unknown, ctx: Ctx, page: Page, brief = false): Generator<string> {
  const paint = paintFor(page.colour)
  const shown = view.filter((column) => !(brief && (column.detail === true || column.nested === true)))
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
  for (const column of shown.filter((column) => column.nested === true)) yield* section(column, row, ctx, page, paint)
}

function* section(column: Column<never>, row: unknown, ctx: Ctx, page: Page, paint: Paint): Generator<string> {
  const cell = column.cell(row as never)
  if (cell.kind !== 'list' || cell.value.length === 0) return
  yield `\n${paint.head(say(column.heading, ctx.language))}\n`
  const table =
    page.columns === undefined || cell.value.length > FEW
      ? undefined
      : measured(cell.view, cell.value, ctx, page.columns)
  if (table?.plan === undefined || table.plan.shown.length < table.columns.length)
    yield* asTable(cell.view, cell.value, ctx, page)
  else yield boxed(table, table.plan, cell.value, paint)
}

/** cli-table3 takes most of a millisecond for a row: longer lists are drawn line by line. */
const FEW = 50
const NO_FRAME = Object.fromEntries(
  ['top', 'bottom'].flatMap((side) => [side, `${side}-mid`, `${side}-left`, `${side}-right`]).map((part) => [part, '']),
)

/** A small table with a line under its headings. */
function boxed(table: Measured, { widths, gap }: TablePlan, rows: readonly unknown[], paint: Paint): string {
  const fit = (text: string, column: number, painted: (line: string) => string): string =>
    wrap(text, widths[column] ?? 1)
      .map(painted)
      .join('\n')
  const drawn = new Table({
    head: table.heads.map((head, column) => fit(head, column, (line) => paint.head(line))),
    colAligns: table.right.map((isRight) => (isRight ? 'right' : 'left')),
    chars: {
      ...NO_FRAME,
      left: '',
      right: '',
      'left-mid': '',
      'right-mid': '',
      mid: '-',
      'mid-mid': '-'.repeat(gap),
      middle: ' '.repeat(gap),
    },
    style: { head: [], border: [], compact: true, 'padding-left': 0, 'padding-right': 0 },
  })
  drawn.push(
    ...rows.map((row, line) =>
      (table.sample[line] ?? []).map((text, column) =>
        fit(text, column, (part) => paint.tone(toneOf(table, row, column), part)),
      ),
    ),
  )
  return drawn
    .toString()
    .split('\n')
    .map((line) => `${line.trimEnd()}\n`)
    .join('')
}
