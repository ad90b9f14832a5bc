import type { Ctx } from '../kernel/ctx.ts'
import * as f from '../kernel/flags.ts'
import { deskWords as d } from '../kernel/messages/desk.ts'
import { reportWords as t } from '../kernel/messages/report.ts'
import { record } from '../kernel/outcome.ts'
import type { Outcome } from '../kernel/outcome.ts'
import { verb } from '../kernel/verb.ts'
import { boardView } from './board-view.ts'
import { readBoard } from './board.ts'

export const showBoard = verb({
  path: 'board',
  summary: t.board,
  notes: t.boardNotes,
  examples: ['baoxiu', 'baoxiu board --watch', 'baoxiu board --json'],
  operands: {},
  flags: { watch: f.toggle(t.watch) },
  faults: [],
  run: (ctx, { watch }) => boardNow(ctx, watch),
})

/** The desk where nobody can be asked: the plain board. */
export const openDesk = verb({
  path: 'desk',
  summary: d.desk,
  notes: d.deskNotes,
  examples: ['baoxiu', 'baoxiu desk', 'baoxiu desk --no-input'],
  operands: {},
  flags: {},
  faults: [],
  run: (ctx) => boardNow(ctx, false),
})

async function boardNow(ctx: Ctx, watch: boolean): Promise<Outcome> {
  const board = await ctx.reading((db) => readBoard(db, ctx.now))
  if (ctx.out.columns === undefined) return record(boardView, board)
  const { boardScreen } = await import('./board-screen.ts')
  return record(boardView, board, {
    screen: boardScreen(board, ctx, watch),
    ...(watch ? { again: () => boardNow(ctx.later(), watch) } : {}),
  })
}
