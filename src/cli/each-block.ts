import type { Ctx } from '../kernel/ctx.ts'
import type { Outcome } from '../kernel/outcome.ts'
import { giveWay } from '../store/interrupted.ts'

const BLOCK = 1000

/** All rows, in blocks that are not empty, between which Ctrl-C is heard. */
export async function eachBlock(
  outcome: Extract<Outcome, { kind: 'records' | 'paper' | 'stream' }>,
  ctx: Ctx,
  work: (rows: readonly unknown[]) => Promise<void>,
): Promise<void> {
  if (outcome.kind === 'stream') {
    await ctx.reading(async (db) => {
      for await (const block of outcome.blocks(db)) if (block.length > 0) await work(block)
    })
    return
  }
  for (let from = 0; from < outcome.rows.length; from += BLOCK) {
    if (from > 0) await giveWay(ctx.signal)
    await work(outcome.rows.slice(from, from + BLOCK))
  }
}
