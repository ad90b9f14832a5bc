import { BACK } from '../kernel/asker.ts'
import type { Asker, Back, Choice } from '../kernel/asker.ts'
import { readableTime } from '../kernel/calendar.ts'
import type { Ctx } from '../kernel/ctx.ts'
import { Fault } from '../kernel/faults.ts'
import { codeWords } from '../kernel/messages/codes.ts'
import { reviewWords as t } from '../kernel/messages/review.ts'
import { yuanText } from '../kernel/money.ts'
import { asIs, say } from '../kernel/text.ts'
import type { Text } from '../kernel/text.ts'
import { liabilityFor, readPeople } from './correct-fine.ts'
import { decide } from './decide.ts'
import { planConfirm, planCorrect, planDismiss } from './deciding.ts'
import { GROUNDS } from './decision.ts'
import type { Ground } from './decision.ts'
import { mayExcuse } from './excuse.ts'
import type { Explained } from './explained-view.ts'
import { findFile } from './find-fine.ts'
import { readAsOf } from './read-fines.ts'
import { readExplained } from './read-explained.ts'

/** What became of one: decided, to be asked about again, left for later, or the one before is wanted. */
export type Reviewed = 'decided' | 'again' | 'left' | 'back' | 'quit'

interface Place {
  readonly n: number
  readonly of: number
  readonly by: string
}

/** Shows one fine as `fines explain` does, and asks. */
export async function reviewOne(ctx: Ctx, asker: Asker, fineId: string, place: Place): Promise<Reviewed> {
  const explained = await ctx.reading(async (db) => {
    const asOf = await readAsOf(db, ctx.now)
    return readExplained(db, asOf, await findFile(db, asOf, fineId))
  })
  await asker.tell(['', ...linesOf(explained, place, ctx).map((line) => say(line, ctx.language))])
  const answer = await asker.key(say(t.question, ctx.language), choices(ctx))
  if (answer === BACK) return 'back'
  if (answer === 'n') return dismiss(ctx, asker, explained, place.by)
  if (answer === 'm') return move(ctx, asker, explained, place.by)
  if (answer === 'y') await confirm(ctx, fineId, place.by)
  return answer === 'y' ? 'decided' : answer === 'q' ? 'quit' : 'left'
}

const KEYS = ['y', 'n', 'm', 's', 'q'] as const
type Answer = (typeof KEYS)[number]

function choices({ language }: Ctx): Choice<Answer>[] {
  const words: Record<Answer, Text> = { y: t.yes, n: t.no, m: t.other, s: t.skip, q: t.quit }
  return KEYS.map((key) => ({ key, word: say(words[key], language), value: key }))
}

function linesOf({ fine, evidence, why, holds }: Explained, { n, of }: Place, { zone }: Ctx): Text[] {
  const { ticket, complaint, clock } = evidence
  const who = `${fine.branch_name ?? ''} ${fine.maintainer ?? ''}`.trim()
  const kind = fine.kind === undefined ? asIs('') : codeWords.kind[fine.kind]
  const customer = [ticket?.customer_name, ticket?.address, ticket?.phone, complaint?.content ?? ticket?.symptom]
  const told = customer.filter((part) => part !== undefined && part !== '').join('  ')
  const excuses = holds.filter((hold) => fine.kind === 'overdue' && mayExcuse(hold, clock?.deadline ?? 0))
  return [
    t.head(n, of, fine.fine_id, kind, yuanText(fine.amount ?? 0), who),
    ...(told === '' ? [] : [asIs(`  ${told}`)]),
    ...[
      ...why,
      ...excuses.map((hold) => t.mayExcuse(codeWords.hold_reason[hold.reason], readableTime(zone, hold.called_at))),
    ].map(({ en, zh }) => ({ en: `  ${en}`, zh: `  ${zh}` })),
  ]
}

async function confirm(ctx: Ctx, fineId: string, by: string): Promise<void> {
  await ctx.writing(async (db) => {
    const asOf = await readAsOf(db, ctx.now)
    await decide(db, asOf, fineId, ({ fine, history }) => planConfirm(fine, history, { by, reason: null }, asOf))
  })
}

async function dismiss(ctx: Ctx, asker: Asker, { fine }: Explained, by: string): Promise<Reviewed> {
  // Art. 3.3: complaints take no excuses.
  const grounds = GROUNDS.filter((ground) => fine.kind !== 'complaint' || ground !== 'excused')
  const ground = await asker.key(
    say(t.ground, ctx.language),
    grounds.map((value, index): Choice<Ground> => {
      return { key: String(index + 1), word: say(codeWords.ground[value], ctx.language), value }
    }),
  )
  if (ground === BACK) return 'again'
  const reason = await asker.line(say(t.reason, ctx.language))
  if (reason === BACK) return 'again'
  const later = ctx.later()
  await later.writing(async (db) => {
    const asOf = await readAsOf(db, later.now)
    const word = { by, reason }
    await decide(db, asOf, fine.fine_id, (found) => planDismiss(found.fine, found.history, ground, word, asOf))
  })
  return 'decided'
}

/** Somebody else answers; then it is asked about again, with that name. */
async function move(ctx: Ctx, asker: Asker, { fine }: Explained, by: string): Promise<Reviewed> {
  const ask = (question: Text, suggestion?: string): Promise<string | Back> =>
    asker.line(say(question, ctx.language), suggestion === undefined ? { blank: true } : { suggestion })
  const branch = await ask(t.newBranch, fine.branch)
  const maintainer = branch === BACK ? BACK : await ask(t.newMaintainer)
  const reason = maintainer === BACK ? BACK : await asker.line(say(t.reason, ctx.language))
  if (branch === BACK || maintainer === BACK || reason === BACK) return 'again'
  const later = ctx.later()
  try {
    await later.writing(async (db) => {
      const asOf = await readAsOf(db, later.now)
      const people = await readPeople(db)
      const to = { branch, maintainer: maintainer === '' ? undefined : maintainer }
      await decide(db, asOf, fine.fine_id, (found) => {
        const named = { ...liabilityFor(found, to, people, ctx), ...(maintainer === '' ? { maintainer: null } : {}) }
        return planCorrect(found, named, { by, reason }, asOf)
      })
    })
  } catch (error) {
    // A name that nobody has is said, and asked for again.
    if (!(error instanceof Fault)) throw error
    await asker.tell([say(error.what, ctx.language)])
  }
  return 'again'
}
