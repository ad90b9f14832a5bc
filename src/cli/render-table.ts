import Table from 'cli-table3'
import { readableTime } from '../kernel/calendar.ts'
import type { Ctx } from '../kernel/ctx.ts'
import { displayWidth, padEnd, visible, wrap } from '../kernel/display.ts'
import { cliWords as t } from '../kernel/messages/cli.ts'
import { yuanText } from '../kernel/money.ts'
import { say } from '../kernel/text.ts'
import type { Cell, Column, View } from '../kernel/view.ts'

/** A list: a table that fits the terminal; in a pipe lines of tab-separated text under one header line. */
export async function asTable(view: View<never>, rows: readonly unknown[], ctx: Ctx): Promise<string> {
  const columns = view.filter((column) => column.detail !== true && column.nested !== true)
  const heads = columns.map((column) => say(column.heading, ctx.language))
  const cells = rows.map((row) => columns.map((column) => cellText(column.cell(row as never), ctx)))
  if (ctx.out.columns === undefined) {
    return `${[heads, ...cells].map((line) => line.map((cell) => cell.replaceAll('\n', ' ')).join('\t')).join('\n')}\n`
  }
  const right = columns.map((column) => isNumber(column.cell(rows[0] as never)))
  return drawn(heads, cells, right, ctx.out.columns)
}

/** One record: its fields below one another, then its lists each with a heading. */
export async function asRecord(view: View<never>, row: unknown, ctx: Ctx): Promise<string> {
  const flat = view.filter((column) => column.nested !== true)
  const lines = flat.map((column) => ({
    head: say(column.heading, ctx.language),
    text: cellText(column.cell(row as never), ctx),
  }))
  const filled = lines.filter(({ text }) => text !== '')
  const left = Math.max(...filled.map(({ head }) => displayWidth(head)))
  const room = Math.max(10, (ctx.out.columns ?? 10_000) - left - 2)
  const fields = filled.flatMap(({ head, text }) =>
    wrap(text, room).map((line, index) => `${padEnd(index === 0 ? head : '', left)}  ${line}`.trimEnd()),
  )
  const sections = await Promise.all(
    view.filter((column) => column.nested === true).map((column) => section(column, row, ctx)),
  )
  return `${fields.join('\n')}\n${sections.join('')}`
}

async function section(column: Column<never>, row: unknown, ctx: Ctx): Promise<string> {
  const cell = column.cell(row as never)
  if (cell.kind !== 'list' || cell.value.length === 0) return ''
  return `\n${say(column.heading, ctx.language)}\n${await asTable(cell.view, cell.value, ctx)}`
}

function isNumber(cell: Cell): boolean {
  return cell.kind === 'count' || cell.kind === 'yuan'
}

/** A cell as people read it: words translated, controls visible. */
function cellText(cell: Cell, ctx: Ctx): string {
  if (cell.kind === 'list' || cell.value === undefined) return ''
  switch (cell.kind) {
    case 'moment':
      return readableTime(ctx.zone, cell.value)
    case 'yuan':
      return yuanText(cell.value)
    case 'count':
      return String(cell.value)
    case 'flag':
      return say(cell.value ? t.yesWord : t.noWord, ctx.language)
    case 'words':
      return visible(cell.value.join('; '))
    case 'text':
      return visible(cell.value)
    case 'code':
      return cell.word === undefined ? visible(cell.value) : say(cell.word, ctx.language)
  }
}

function drawn(
  heads: readonly string[],
  cells: readonly (readonly string[])[],
  right: readonly boolean[],
  columns: number,
): string {
  const widths = fitted(heads, cells, columns)
  const wrapped = (line: readonly string[]): string[] => line.map((cell, i) => wrap(cell, widths[i] ?? 1).join('\n'))
  const table = new Table({
    head: wrapped(heads),
    colAligns: right.map((isRight) => (isRight ? 'right' : 'left')),
    chars: {
      mid: '',
      'left-mid': '',
      'mid-mid': '',
      'right-mid': '',
      top: '',
      'top-mid': '',
      'top-left': '',
      'top-right': '',
      bottom: '',
      'bottom-mid': '',
      'bottom-left': '',
      'bottom-right': '',
      left: '',
      right: '',
      middle: ' ',
    },
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 1 },
  })
  table.push(...cells.map(wrapped))
  return `${table
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')}\n`
}

/** Widths that fit: every column as wide as its widest cell, then the widest ones give way until all have room. */
function fitted(heads: readonly string[], cells: readonly (readonly string[])[], columns: number): number[] {
  const widths = heads.map((head, i) =>
    Math.max(2, displayWidth(head), ...cells.map((line) => displayWidth(line[i] ?? ''))),
  )
  const room = columns - heads.length * 2
  let over = widths.reduce((sum, width) => sum + width, 0) - room
  while (over > 0 && Math.max(...widths) > 2) {
    widths[widths.indexOf(Math.max(...widths))] = Math.max(...widths) - 1
    over -= 1
  }
  return widths
}
