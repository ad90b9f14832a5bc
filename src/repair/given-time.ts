import { Fault } from '../kernel/faults.ts'
import * as f from '../kernel/flags.ts'
import { repairWords as t } from '../kernel/messages/repair.ts'
import type { Ctx } from '../kernel/ctx.ts'
import { say } from '../kernel/text.ts'
import type { Instant } from '../kernel/zone.ts'

const REPAIRED = f.happenedIfGiven(t.repairedAt)

/** A time of repair as it was answered, if it can be read. */
export function timeOf(typed: string, ctx: Ctx): Instant | undefined {
  return REPAIRED.read([typed], say(t.repairedAt, ctx.language), ctx)
}

/** Why an answer is no time of repair; absent: it is one. */
export function whyNoTime(typed: string, ctx: Ctx): string | undefined {
  if (typed === '') return undefined
  try {
    timeOf(typed, ctx)
    return undefined
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    return say(error.what, ctx.language)
  }
}
