import type { Ctx } from '../kernel/ctx.ts'
import { visible, wrap } from '../kernel/display.ts'
import { briefs, late, manyChanged, warned } from '../kernel/messages/brief.ts'
import type { Outcome } from '../kernel/outcome.ts'
import { say } from '../kernel/text.ts'
import type { View } from '../kernel/view.ts'
import { readBranches } from '../office/queries.ts'
import { cellText } from './cell-text.ts'

type Records = Extract<Outcome, { kind: 'record' | 'records' }>

/** Up to so many are told one by one. */
const FEW = 3

/** What a change did, a line for each record, with its warnings; absent where the command has no such line. */
export async function briefOf(path: string, outcome: Records, ctx: Ctx): Promise<string[] | undefined> {
  const brief = briefs[path]
  if (brief === undefined) return undefined
  const rows = outcome.kind === 'record' ? [outcome.row] : outcome.rows
  const named = await branchNames(ctx)
  const reader = (row: unknown) => fieldReader(outcome.view, row, named, ctx)
  const lines = rows.slice(0, FEW).map((row) => {
    const of = reader(row)
    return say(brief(of), ctx.language) + (isLate(outcome.view, row) ? ` · ${say(late, ctx.language)}` : '')
  })
  const first = outcome.view[0]?.name ?? ''
  const names = rows.slice(FEW).map((row) => reader(row)(first))
  const more =
    names.length === 0
      ? []
      : [say(manyChanged(rows.length, names.slice(0, 9).join(' '), names.length > 9 ? ' …' : ''), ctx.language)]
  const warnings = rows.flatMap((row) => warningsOf(outcome.view, row, ctx))
  const width = ctx.out.columns ?? Infinity
  return [...lines, ...more, ...warnings].flatMap((line) => wrap(visible(line), width))
}

/** A field as people read it; branches by their names. */
function fieldReader(view: View<never>, row: unknown, branches: ReadonlyMap<string, string>, ctx: Ctx) {
  return (field: string): string => {
    const column = view.find(({ name }) => name === field)
    const text = column === undefined ? '' : cellText(column.cell(row as never), ctx, true)
    return field === 'branch' ? (branches.get(text) ?? text) : text
  }
}

async function branchNames(ctx: Ctx): Promise<ReadonlyMap<string, string>> {
  return new Map((await ctx.reading(readBranches)).map(({ code, name }) => [code, name]))
}

function isLate(view: View<never>, row: unknown): boolean {
  const cell = view.find(({ name }) => name === 'late')?.cell(row as never)
  return cell?.kind === 'flag' && cell.value === true
}

function warningsOf(view: View<never>, row: unknown, ctx: Ctx): string[] {
  const cell = view.find(({ name }) => name === 'warnings')?.cell(row as never)
  if (cell?.kind !== 'list') return []
  const message = cell.view.find(({ name }) => name === 'message')
  return cell.value.map((warning) => {
    const text = message === undefined ? '' : cellText(message.cell(warning as never), ctx)
    return say(warned(text), ctx.language)
  })
}
