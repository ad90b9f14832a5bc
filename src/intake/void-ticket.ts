import { BACK, Cancelled } from '../kernel/asker.ts'
import type { Asker } from '../kernel/asker.ts'
import type { Ctx } from '../kernel/ctx.ts'
import type { ReadDb, WriteDb } from '../kernel/db.ts'
import { Fault } from '../kernel/faults.ts'
import * as f from '../kernel/flags.ts'
import { voidWords as t } from '../kernel/messages/void.ts'
import { ticketWords } from '../kernel/messages/ticket.ts'
import { say } from '../kernel/text.ts'
import { verb } from '../kernel/verb.ts'
import type { Office } from '../office/office.ts'
import { readOffice } from '../office/queries.ts'
import { changeTickets } from '../ticket/change-tickets.ts'
import { findLiveTicket, findTicket } from '../ticket/find-ticket.ts'
import { readDuplicatesOf, readTicket, saveTicket } from '../ticket/queries.ts'
import type { Ticket } from '../ticket/ticket.ts'

/** Out of every later batch, board and finding; the number stays, so that no gap needs explaining. */
export const voidTicket = verb({
  path: 'void',
  summary: t.void,
  notes: t.voidNotes,
  examples: [
    'baoxiu void KF-20261122-0008 --reason 重复登记 --duplicate-of KF-20261122-0007',
    'baoxiu void 8 --reason 非本公司用户',
  ],
  operands: { ticket: f.required(f.text('TICKET', ticketWords.ticket)) },
  flags: {
    reason: f.required(f.text('TEXT', ticketWords.reason)),
    duplicate_of: f.text('TICKET', t.duplicateOf),
    repoint: f.text('TICKET', t.repoint),
  },
  faults: ['TICKET_UNKNOWN', 'TICKET_VOID', 'HAS_DUPLICATES'],
  async run(ctx, { ticket, reason, duplicate_of, repoint }) {
    const target = repoint ?? duplicate_of ?? (ctx.asker && (await askForOriginal(ctx, ctx.asker, ticket)))
    return changeTickets(ctx, [ticket], {
      find: findLiveTicket,
      async change(db, before, office) {
        const original = await findOriginal(db, office, before, duplicate_of, ctx)
        await repointDuplicates(db, before, await findOriginal(db, office, before, target, ctx), reason)
        const changes = { void_at: ctx.now, void_reason: reason, duplicate_of: original?.ticket_no ?? null }
        return { ticket: await saveTicket(db, before, changes, reason) }
      },
    })
  },
})

/** Art. 1.3: every caller is recorded, so that a duplicate leads to a live report. */
async function findOriginal(
  db: ReadDb,
  office: Office,
  before: Ticket,
  typed: string | undefined,
  ctx: Ctx,
): Promise<Ticket | undefined> {
  if (typed === undefined) return undefined
  const original = await findTicket(db, office, typed, ctx)
  if (original.ticket_no === before.ticket_no) throw new Fault('INVALID_VALUE', t.ownDuplicate(before.ticket_no))
  if (original.void_at === null) return original
  const doubled = original.duplicate_of === null ? undefined : await readTicket(db, original.duplicate_of)
  const isUse = doubled !== undefined && doubled.void_at === null && doubled.ticket_no !== before.ticket_no
  throw new Fault(
    'TICKET_VOID',
    ticketWords.void(original.ticket_no),
    t.nameLive(isUse ? doubled.ticket_no : undefined),
  )
}

/** What doubled this ticket doubles another from now on. */
async function repointDuplicates(
  db: WriteDb,
  { ticket_no }: Ticket,
  original: Ticket | undefined,
  reason: string,
): Promise<void> {
  const duplicates = await readDuplicatesOf(db, ticket_no)
  if (duplicates.length > 0 && original === undefined) {
    const numbers = duplicates.map((duplicate) => duplicate.ticket_no)
    throw new Fault('HAS_DUPLICATES', t.hasDuplicates(ticket_no, numbers))
  }
  for (const duplicate of duplicates)
    await saveTicket(db, duplicate, { duplicate_of: original?.ticket_no ?? null }, reason)
}

/** Which ticket the duplicates of this one lead to then; absent: it has none. */
async function askForOriginal(ctx: Ctx, asker: Asker, typed: string): Promise<string | undefined> {
  const { ticket_no, numbers } = await ctx.reading(async (db) => {
    const { ticket_no } = await findLiveTicket(db, await readOffice(db), typed, ctx)
    return { ticket_no, numbers: (await readDuplicatesOf(db, ticket_no)).map((one) => one.ticket_no) }
  })
  if (numbers.length === 0) return undefined
  await asker.tell([say(t.hasDuplicates(ticket_no, numbers), ctx.language)])
  const answer = await asker.line(`${say(t.repoint, ctx.language)} (--repoint):`)
  if (answer === BACK) throw new Cancelled()
  return answer
}
