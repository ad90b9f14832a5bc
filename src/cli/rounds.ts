import type { Ctx } from '../kernel/ctx.ts'
import { Fault } from '../kernel/faults.ts'
import type { Outcome } from '../kernel/outcome.ts'
import { say } from '../kernel/text.ts'
import { giveWay } from '../store/interrupted.ts'
import type { Interview } from './forms/interview.ts'
import type { Call } from './parse.ts'
import { echoedTimes, readGiven } from './read-given.ts'
import type { Typed } from './read-given.ts'
import { render, talk } from './render.ts'
import type { Session } from './session.ts'
import type { World } from './world.ts'

/** Asks, does it, tells it; again while there is more of the same, or where what was answered cannot be done. */
export async function doRounds(call: Call, first: Ctx, world: World, session: Session): Promise<number> {
  let offered: Typed = new Map()
  for (let [round, ctx] = [0, first]; ; round += 1) {
    const filled = await fillIn(call, ctx, { offered, round })
    if (filled === undefined) return 0
    // Typing takes time.
    if (filled.asked > 0) ctx = ctx.later()
    session.saved = false
    const outcome = await outcomeOf(call, filled, ctx, session)
    offered = outcome === undefined ? filled.typed : new Map()
    if (outcome === undefined) continue
    // Long reading may not have heard it.
    if (!session.saved) await giveWay(world.signal)
    if (!filled.again) await world.asker?.close()
    const { verb, globals } = call
    await render(outcome, ctx, globals, { path: verb.path, changed: session.saved, openPager: world.openPager })
    if (session.saved && filled.asked > 0) await ctx.draft.clear()
    if (!filled.again) return outcome.status
  }
}

async function fillIn(
  { verb, typed }: Call,
  ctx: Ctx,
  earlier: { readonly offered: Typed; readonly round: number },
): Promise<Interview | undefined> {
  if (ctx.asker === undefined) return { typed, asked: 0, again: false }
  const { interview } = await import('./forms/interview.ts')
  return await interview(verb, typed, ctx.asker, ctx, earlier)
}

/** What the command answers; absent where what was answered to a form cannot be done: it is told, and asked again. */
async function outcomeOf(
  { verb, globals }: Call,
  { typed, asked }: Interview,
  ctx: Ctx,
  session: Session,
): Promise<Outcome | undefined> {
  try {
    const given = readGiven(verb, typed, ctx)
    if (ctx.out.columns !== undefined && !globals.json) await talk(echoedTimes(verb, typed, given, ctx, asked > 0), ctx)
    return await verb.run(ctx, given as never)
  } catch (error) {
    const isOurs = error instanceof Fault && (error.status === 2 || error.status === 4)
    if (!isOurs || asked === 0 || session.saved || ctx.asker === undefined) throw error
    await ctx.asker.tell([error.what, error.next].map((text) => `  ${say(text, ctx.language)}`))
    return undefined
  }
}
