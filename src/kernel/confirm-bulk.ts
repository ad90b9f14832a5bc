import { Cancelled, alone } from './asker.ts'
import type { Ctx } from './ctx.ts'
import { bulkWords as t } from './messages/bulk.ts'
import { say } from './text.ts'

/** Up to so many are changed without a question. */
const FEW = 3
/** As many as one looks at before saying yes. */
const SHOWN = 15

/**
 * Asks before a change to more than three records, unless `--yes` was given or nobody is there to answer. `lines` tells
 * what they are (all of them, unless `all` says how many); it is only called where a person is asked, and nothing is locked
 * meanwhile.
 */
export async function confirmBulk(
  ctx: Ctx,
  count: number,
  lines: () => Promise<readonly string[]>,
  all?: number,
): Promise<void> {
  if (count <= FEW || ctx.yes || ctx.asker === undefined) return
  const told = await lines()
  const total = all ?? told.length
  const more = total - Math.min(told.length, SHOWN)
  await ctx.asker.tell([
    ...told.slice(0, SHOWN).map((line) => `  ${line}`),
    ...(more > 0 ? [`  ${say(t.more(more), ctx.language)}`] : []),
  ])
  const sure = await alone(
    ctx.asker.key(say(t.sure(total), ctx.language), [
      { key: 'y', word: say(t.yes, ctx.language), value: true },
      { key: 'n', word: say(t.no, ctx.language), value: false },
    ]),
  )
  if (!sure) throw new Cancelled()
}
