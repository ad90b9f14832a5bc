import type { Ctx } from '../kernel/ctx.ts'
import { displayWidth, wrap } from '../kernel/display.ts'
import { say } from '../kernel/text.ts'
import type { Cell, Column, Tone, View } from '../kernel/view.ts'
import { cellText } from './cell-text.ts'
import type { Paint } from './paint.ts'
import { planTable } from './table-plan.ts'
import type { TablePlan, Wish } from './table-plan.ts'

/** What is written on: a terminal of so many columns, or a pipe or file, where lines have no end. */
export interface Page {
  readonly columns: number | undefined
  readonly paint: Paint
}

/** Rows of a view as text, and how they fit the page. */
export interface Measured {
  readonly columns: View<never>
  readonly heads: readonly string[]
  /** Numbers stand at the right. */
  readonly right: readonly boolean[]
  /** The first rows, which decide how wide the columns are. */
  readonly sample: readonly (readonly string[])[]
  /** Absent where no table fits. */
  readonly plan: TablePlan | undefined
}

const LONGEST_PIECE = 18
const LEAST_TEXT = 12

/** Columns that stand in a table of several records. */
export function columnsOf(view: View<never>): View<never> {
  return view.filter((column) => column.detail !== true && column.nested !== true)
}

export function measured(view: View<never>, rows: readonly unknown[], ctx: Ctx, room: number): Measured {
  const columns = columnsOf(view)
  const heads = columns.map((column) => say(column.heading, ctx.language))
  const kinds = columns.map((column) => (rows.length > 0 ? column.cell(rows[0] as never).kind : undefined))
  const right = kinds.map((kind) => kind === 'count' || kind === 'yuan')
  const sample = rows.map((row) => cellsOf(columns, row, ctx))
  const wishes = columns.map((column, index) => {
    const cells = sample.map((line) => line[index] ?? '')
    return wishOf(column, heads[index] ?? '', cells, isWhole(kinds[index]))
  })
  return { columns, heads, right, sample, plan: planTable(wishes, room) }
}

export function toneOf({ columns }: Measured, row: unknown, index: number): Tone | undefined {
  return columns[index]?.tone?.(row as never)
}

export function cellsOf(columns: View<never>, row: unknown, ctx: Ctx): string[] {
  return columns.map((column) => cellText(column.cell(row as never), ctx, true))
}

/** Numbers, times and words of ours stay in one piece; text of users may be broken, but for numbers in it. */
function wishOf(column: Column<never>, head: string, cells: readonly string[], isWhole: boolean): Wish {
  const widest = Math.max(...cells.map(displayWidth), 1)
  const piece = Math.max(...cells.map(longestPiece))
  const headWidth = displayWidth(head)
  const leastOfHead = headWidth <= 6 ? headWidth : Math.max(Math.ceil(headWidth / 4) * 2, longestPiece(head))
  const least = isWhole ? widest : Math.min(widest, Math.max(LEAST_TEXT, Math.min(piece, LONGEST_PIECE)))
  return { widest: Math.max(widest, headWidth), least: Math.max(least, leastOfHead), spare: column.spare }
}

const isWhole = (kind: Cell['kind'] | undefined): boolean => kind !== 'text' && kind !== 'words'

/** A heading in lines of about one length: 用户 and 姓名, not 用户姓 and 名; what stands in brackets stays in them. */
export function headLines(head: string, columns: number): string[] {
  const [, name, bracket] = displayWidth(head) > columns ? (/^([^（]+)(（.+）)$/.exec(head) ?? []) : []
  if (name !== undefined && bracket !== undefined) return [...headLines(name, columns), ...wrap(bracket, columns)]
  const lines = Math.ceil(displayWidth(head) / Math.max(2, columns))
  const even = Math.ceil(displayWidth(head) / lines / 2) * 2
  return wrap(head, /^\p{Script=Han}+$/u.test(head) ? Math.min(even, columns) : columns)
}

function longestPiece(text: string): number {
  return Math.max(0, ...(text.match(/[\x21-\x7e]+(?: \d\d:\d\d(?::\d\d)?)?/g) ?? []).map((piece) => piece.length))
}
