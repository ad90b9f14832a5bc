import type { Ctx } from '../../kernel/ctx.ts'
import type { ReadDb } from '../../kernel/db.ts'
import { Fault } from '../../kernel/faults.ts'
import { foldWidth } from '../../kernel/width-folding.ts'
import type { Office } from '../../office/office.ts'
import { readOffice } from '../../office/queries.ts'
import { readJudged } from '../../report/ticket-filter.ts'
import type { TicketFilter, TicketOrder } from '../../report/ticket-filter.ts'
import { findTicket } from '../../ticket/find-ticket.ts'
import { judge } from '../../ticket/rules.ts'
import type { Judged } from '../../ticket/rules.ts'

/** Which tickets a form is about, and in which order they are offered. */
export interface About {
  readonly filter: TicketFilter
  readonly order: TicketOrder
  /** Where else a word is looked for. */
  readonly search?: TicketFilter
  /** What no filter knows. */
  isOffered?(ticket: Judged): boolean
}

/** As many as are looked through for those to be offered. */
const MOST = 60

export async function ticketsAbout(ctx: Ctx, { filter, order, isOffered }: About): Promise<Judged[]> {
  return ctx.reading(async (db) => {
    const { rules } = await readOffice(db)
    const found = await readJudged(db, filter, { rules, now: ctx.now }, order, MOST)
    return found.filter((ticket) => isOffered?.(ticket) ?? true)
  })
}

/** A short number, of today or with its day; not a phone. */
const NUMBERS = /^(?:[A-Za-z\d]+-)?(?:\d{1,8}-)?\d{1,6}$/

/** What was typed as tickets: their numbers one after the other; else those on which all words stand. */
export async function ticketsTyped(ctx: Ctx, typed: string, { filter, search = filter }: About): Promise<Judged[]> {
  const words = foldWidth(typed)
    .split(/[\s,，、;；]+/)
    .filter((word) => word !== '')
  return ctx.reading(async (db) => {
    const office = await readOffice(db)
    const numbered = words.every((word) => NUMBERS.test(word)) ? await byNumbers(ctx, db, office, words) : undefined
    if (numbered !== undefined) return numbered
    const { rules } = office
    const worded: TicketFilter = { ...search, words: words.join(' ') }
    return await readJudged(db, worded, { rules, now: ctx.now }, 'newest', MOST)
  })
}

async function byNumbers(
  ctx: Ctx,
  db: ReadDb,
  office: Office,
  words: readonly string[],
): Promise<Judged[] | undefined> {
  const found: Judged[] = []
  for (const word of words) {
    try {
      found.push(judge(await findTicket(db, office, word, ctx), office.rules, ctx.now))
    } catch (error) {
      if (error instanceof Fault && error.code === 'TICKET_UNKNOWN') return undefined
      throw error
    }
  }
  return found
}
