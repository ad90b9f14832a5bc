import { BACK, alone } from '../kernel/asker.ts'
import type { Asker } from '../kernel/asker.ts'
import { monthBefore } from '../kernel/calendar.ts'
import type { Month } from '../kernel/calendar.ts'
import type { Ctx } from '../kernel/ctx.ts'
import * as f from '../kernel/flags.ts'
import { bulkWords } from '../kernel/messages/bulk.ts'
import { fineWords } from '../kernel/messages/fines.ts'
import { reviewWords as t } from '../kernel/messages/review.ts'
import { records } from '../kernel/outcome.ts'
import type { Outcome } from '../kernel/outcome.ts'
import { say } from '../kernel/text.ts'
import type { Text } from '../kernel/text.ts'
import { verb } from '../kernel/verb.ts'
import { closeIn } from './close-month.ts'
import type { Fine } from './fine.ts'
import { named, readNames } from './month-report.ts'
import { currentMonth, readAsOf, readFines } from './read-fines.ts'
import { reviewOne } from './review-one.ts'
import type { Reviewed } from './review-one.ts'
import { fineView } from './views.ts'

/** Art. 3.0: a person verifies each finding, with everything that speaks for and against it on the screen. */
export const reviewFines = verb({
  path: 'fines review',
  summary: t.summary,
  notes: t.notes,
  examples: ['baoxiu fines review', 'baoxiu fines review --month 2026-11 --by 陈经理'],
  operands: {},
  flags: { month: f.month(fineWords.month), by: f.text('NAME', fineWords.by) },
  faults: [],
  async run(ctx, given) {
    const pending = await readPending(ctx, given.month)
    if (ctx.asker === undefined) return shown(ctx, pending, pending.length === 0 ? [] : [t.atTerminal])
    const by = given.by ?? (await alone(ctx.asker.line(say(t.byWhom, ctx.language))))
    const decided = await reviewAll(ctx, ctx.asker, pending, by)
    const notes = await offerToClose(ctx, ctx.asker, given.month, by)
    return shown(ctx, await readAgain(ctx, decided), notes)
  },
})

async function shown(ctx: Ctx, fines: readonly Fine[], notes: readonly Text[]): Promise<Outcome> {
  const names = await ctx.reading(readNames)
  return records(fineView, named(fines, names), t.nonePending, { notes })
}

async function readPending(ctx: Ctx, month: Month | undefined): Promise<Fine[]> {
  const fines = await ctx.reading(async (db) => readFines(db, await readAsOf(db, ctx.now), month))
  return fines.filter(({ status }) => status === 'pending')
}

/** The ids of what was decided; each decision is kept at once, so that nothing is lost by leaving. */
async function reviewAll(ctx: Ctx, asker: Asker, pending: readonly Fine[], by: string): Promise<string[]> {
  const decided = new Set<string>()
  for (let index = 0; index < pending.length;) {
    const fine = pending[index]
    if (fine === undefined) break
    const place = { n: index + 1, of: pending.length, by }
    const answer: Reviewed = await reviewOne(ctx.later(), asker, fine.fine_id, place)
    if (answer === 'quit') break
    if (answer === 'decided') decided.add(fine.fine_id)
    if (answer !== 'again') index = Math.max(0, index + (answer === 'back' ? -1 : 1))
  }
  return [...decided]
}

async function readAgain(ctx: Ctx, ids: readonly string[]): Promise<Fine[]> {
  const wanted = new Set(ids)
  const fines = await ctx.reading(async (db) => readFines(db, await readAsOf(db, ctx.now)))
  return fines.filter(({ fine_id }) => wanted.has(fine_id))
}

/** The month that was gone through, else the last one, where it is over and open. */
async function offerToClose(ctx: Ctx, asker: Asker, asked: Month | undefined, by: string): Promise<readonly Text[]> {
  const { month, isOpen, pending } = await ctx.reading(async (db) => {
    const asOf = await readAsOf(db, ctx.now)
    const month = asked ?? monthBefore(currentMonth(asOf))
    const fines = await readFines(db, asOf, month)
    const open = month < currentMonth(asOf) && !asOf.closed.has(month) && fines.length > 0
    return { month, isOpen: open, pending: fines.filter(({ status }) => status === 'pending').length }
  })
  if (!isOpen) return []
  const answer = await asker.key(say(t.closeNow(month, pending), ctx.language), [
    { key: 'y', word: say(bulkWords.yes, ctx.language), value: true },
    { key: 'n', word: say(bulkWords.no, ctx.language), value: false },
  ])
  if (answer === BACK || !answer) return []
  const later = ctx.later()
  const { notes } = await later.writing((db) => closeIn(later, db, month, by))
  return [t.closed(month), ...notes]
}
