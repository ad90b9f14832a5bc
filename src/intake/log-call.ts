import { dayAt } from '../kernel/calendar.ts'
import type { Ctx } from '../kernel/ctx.ts'
import type { ReadDb, WriteDb } from '../kernel/db.ts'
import { Fault } from '../kernel/faults.ts'
import * as f from '../kernel/flags.ts'
import { cliWords } from '../kernel/messages/cli.ts'
import { fieldWords as h } from '../kernel/messages/fields.ts'
import { flagWords } from '../kernel/messages/flags.ts'
import { intakeWords as t } from '../kernel/messages/intake.ts'
import { ticketWords } from '../kernel/messages/ticket.ts'
import { record } from '../kernel/outcome.ts'
import { flagName, verb } from '../kernel/verb.ts'
import type { Given } from '../kernel/verb.ts'
import * as v from '../kernel/view.ts'
import { findBranch } from '../office/find-people.ts'
import { nextNumber } from '../office/numbering.ts'
import type { Office } from '../office/office.ts'
import { readBranches, readOffice } from '../office/queries.ts'
import { latestEntry } from '../store/journal.ts'
import { insertTicket, readSimilar } from '../ticket/queries.ts'
import { judge } from '../ticket/rules.ts'
import { ticketNumber, ticketOfCall, ticketSeries } from '../ticket/ticket.ts'
import type { Call, Ticket } from '../ticket/ticket.ts'
import { ticketView } from '../ticket/views.ts'
import { callFlags } from './call-flags.ts'
import { knownCustomers } from './find-customer.ts'
import { warningsOn, warningView } from './warnings.ts'
import type { Warning } from './warnings.ts'

const flags = { ...callFlags, reported_at: f.happened(ticketWords.reportedAt) }
type LogGiven = Given<typeof flags>

/** Art. 1.3: every caller is recorded, every record complete. */
export const logCall = verb({
  path: 'log',
  summary: t.log,
  notes: t.logNotes,
  examples: [
    'baoxiu log --phone 13800001234 --name 张三 --address 建设路5号 --symptom 无信号 --class line --branch CG --taken-by 小刘',
    'baoxiu log --phone 13800001234 --symptom 又没信号 --class line --taken-by 小刘 --json',
  ],
  operands: {},
  flags,
  faults: ['BRANCH_UNKNOWN', 'TIME_ORDER'],
  async run(ctx, given) {
    const { ticket, warnings, office } = await ctx.writing((db) => logIn(ctx, db, given))
    const logged = { ...judge(ticket, office.rules, ctx.now), warnings }
    const view = [
      ...ticketView,
      v.list('warnings', h.warnings, warningView(ctx.language), (l: typeof logged) => l.warnings),
    ]
    return record(view, logged)
  },
})

async function logIn(
  ctx: Ctx,
  db: WriteDb,
  given: LogGiven,
): Promise<{ ticket: Ticket; warnings: Warning[]; office: Office }> {
  const office = await readOffice(db)
  const call = await assembleCall(db, given)
  const known = { similar: await readSimilar(db, call), rules: office.rules, latestEntry: await latestEntry(db) }
  const day = dayAt(office.zone, call.reported_at)
  const number = ticketNumber(office.office_code, day, await nextNumber(db, ticketSeries(day)))
  const ticket = await insertTicket(db, ticketOfCall(number, call, ctx.now))
  return { ticket, warnings: warningsOn(ticket, known, ctx), office }
}

/** The call as given, with what is known of the customer where nothing was. */
async function assembleCall(db: ReadDb, given: LogGiven): Promise<Call> {
  const filled = await fillIn(db, given)
  const { name, address, phone, symptom, class: fault_class, branch, taken_by } = filled
  if (
    name === undefined ||
    address === undefined ||
    phone === undefined ||
    symptom === undefined ||
    fault_class === undefined ||
    branch === undefined ||
    taken_by === undefined
  ) {
    throw missing(filled)
  }
  return {
    fault_class,
    service: filled.service ?? null,
    account_no: filled.account ?? null,
    customer_name: name,
    address,
    phone,
    symptom,
    intake: filled.intake ?? 'desk',
    branch: findBranch(await readBranches(db), branch).code,
    reported_at: given.reported_at,
    taken_by,
    note: filled.note ?? null,
  }
}

const NEEDED = ['phone', 'name', 'address', 'branch', 'symptom', 'class', 'taken_by'] as const

function missing(given: LogGiven): Fault {
  const labels = NEEDED.filter((key) => given[key] === undefined).map(flagName)
  return new Fault('USAGE', flagWords.missing(labels), cliWords.seeHelp('log'))
}

async function fillIn(db: ReadDb, given: LogGiven): Promise<LogGiven> {
  const { phone, account } = given
  const isComplete = [phone, given.name, given.address, given.branch].every((value) => value !== undefined)
  if (isComplete || (phone ?? account) === undefined) return given
  const known = (await knownCustomers(db, phone, account)).filter(
    (c) => (given.name ?? c.customer_name) === c.customer_name && (given.address ?? c.address) === c.address,
  )
  const [customer, another] = known
  if (customer === undefined) return given
  if (another !== undefined) {
    const all = known.map((c) => `${c.customer_name} ${c.address} (${c.branch})`)
    throw new Fault('USAGE', t.severalKnown(phone ?? account ?? '', all), t.sayWho)
  }
  return {
    ...given,
    name: given.name ?? customer.customer_name,
    address: given.address ?? customer.address,
    branch: given.branch ?? customer.branch,
    phone: phone ?? customer.phone,
    account: account ?? customer.account_no ?? undefined,
  }
}
