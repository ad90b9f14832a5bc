import { dayAt } from '../kernel/calendar.ts'
import type { Ctx } from '../kernel/ctx.ts'
import type { WriteDb } from '../kernel/db.ts'
import * as f from '../kernel/flags.ts'
import { intakeWords as t } from '../kernel/messages/intake.ts'
import { ticketWords } from '../kernel/messages/ticket.ts'
import { record } from '../kernel/outcome.ts'
import type { Outcome } from '../kernel/outcome.ts'
import type { Text } from '../kernel/text.ts'
import { together } from '../kernel/together.ts'
import { verb } from '../kernel/verb.ts'
import { withWarnings } from '../kernel/warning.ts'
import type { Warning } from '../kernel/warning.ts'
import { aboutName } from '../duty/about-name.ts'
import { isNotOnDuty } from '../duty/queries.ts'
import { nextNumber } from '../office/numbering.ts'
import type { Office } from '../office/office.ts'
import { readOffice } from '../office/queries.ts'
import { latestEntry } from '../store/journal.ts'
import { ticketChange } from '../ticket/changed-ticket.ts'
import { insertTicket, readSimilar } from '../ticket/queries.ts'
import { judge } from '../ticket/rules.ts'
import type { Judged } from '../ticket/rules.ts'
import { ticketNumber, ticketOfCall, ticketSeries } from '../ticket/ticket.ts'
import type { Ticket } from '../ticket/ticket.ts'
import { ticketView } from '../ticket/views.ts'
import { assembleCall, isComplete } from './assemble-call.ts'
import type { CallGiven } from './assemble-call.ts'
import { callFlags } from './call-flags.ts'
import { warningsOn } from './warnings.ts'

const flags = { ...callFlags, reported_at: f.happened(ticketWords.reportedAt), continue: f.toggle(t.goOn) }

/** Art. 1.3: every caller is recorded, every record complete. */
export const logCall = verb({
  path: 'log',
  summary: t.log,
  notes: t.logNotes,
  examples: [
    'baoxiu log',
    'baoxiu log --continue',
    'baoxiu log --phone 13800001234 --name 张三 --address 建设路5号 --symptom 无信号 --class line --branch CG --taken-by 小刘',
  ],
  operands: {},
  flags,
  faults: ['BRANCH_UNKNOWN', 'TIME_ORDER'],
  async run(ctx, given) {
    if (ctx.asker === undefined || isComplete(given)) return await log(ctx, given)
    const { fillForm } = await import('./log-form.ts')
    const draft = await fillForm(ctx, ctx.asker, given)
    await ctx.draft.clear()
    const { taken_by, reported_at } = draft.given
    if (draft.chase === undefined) return await log(ctx.later(), draft.given, true)
    const { chase } = await import('./chase-ticket.ts')
    const { ticket_no, note } = draft.chase
    return await chase(ctx.later(), { tickets: [ticket_no], at: reported_at, taken_by, note })
  },
})

/** After the form the clerk knows all but the number. */
async function log(ctx: Ctx, given: CallGiven, brief = false): Promise<Outcome> {
  const { ticket, warnings, office, notes } = await ctx.writing((db) => logIn(ctx, db, given))
  const logged = { ...judge(ticket, office.rules, ctx.now), warnings }
  return record(withWarnings(ticketView, ctx.language), logged, {
    notes: [...notes, ...(await wordsForCaller(ctx, logged))],
    brief,
  })
}

/** The number and the time that the clerk reads to the caller, where a clerk looks at the screen. */
async function wordsForCaller(ctx: Ctx, { ticket_no, deadline }: Judged): Promise<Text[]> {
  if (ctx.out.columns === undefined) return []
  const { sayTime } = await import('../kernel/time-words.ts')
  const { logFormWords: words } = await import('../kernel/messages/log-form.ts')
  if (deadline === undefined) return [words.tellCallerApproval(ticket_no)]
  return [words.tellCaller(ticket_no, sayTime(deadline, ctx, ctx.language))]
}

async function logIn(
  ctx: Ctx,
  db: WriteDb,
  given: CallGiven,
): Promise<{ ticket: Ticket; warnings: Warning[]; office: Office; notes: readonly Text[] }> {
  const [office, call] = await Promise.all([readOffice(db), assembleCall(db, given)])
  const isAtDesk = call.intake === 'desk'
  const { notes, ...found } = await together({
    similar: readSimilar(db, call),
    latestEntry: latestEntry(db),
    notOnDuty: isAtDesk ? isNotOnDuty(db, call.taken_by, call.reported_at) : Promise.resolve(false),
    notes: isAtDesk ? aboutName(db, call.taken_by) : Promise.resolve([]),
  })
  const known = { ...found, rules: office.rules }
  const day = dayAt(office.zone, call.reported_at)
  const number = ticketNumber(office.office_code, day, await nextNumber(db, ticketSeries(day)))
  const ticket = await insertTicket(db, ticketOfCall(number, call, ctx.now))
  const findings = await ctx.findingChanges(db, [ticketChange(undefined, ticket)])
  return { ticket, warnings: [...warningsOn(ticket, known, ctx), ...findings], office, notes }
}
