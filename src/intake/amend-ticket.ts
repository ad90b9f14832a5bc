import type { Ctx } from '../kernel/ctx.ts'
import type { ReadDb } from '../kernel/db.ts'
import { Fault } from '../kernel/faults.ts'
import * as f from '../kernel/flags.ts'
import { intakeWords as t } from '../kernel/messages/intake.ts'
import { officeWords } from '../kernel/messages/office.ts'
import { ticketWords } from '../kernel/messages/ticket.ts'
import { verb } from '../kernel/verb.ts'
import type { Given } from '../kernel/verb.ts'
import { findBranch, findMaintainer } from '../office/find-people.ts'
import { requireOpenBranch } from '../office/moves-and-ends.ts'
import { readBranches, readStaff } from '../office/queries.ts'
import { changeTickets } from '../ticket/change-tickets.ts'
import { findLiveTicket, requireOrder } from '../ticket/find-ticket.ts'
import { saveTicket } from '../ticket/queries.ts'
import { isUnrepaired } from '../ticket/rules.ts'
import type { Ticket } from '../ticket/ticket.ts'
import { callFlags } from './call-flags.ts'
import { phoneWarnings } from './warnings.ts'

const flags = {
  ...callFlags,
  reported_at: f.happenedIfGiven(ticketWords.reportedAt),
  repaired_at: f.happenedIfGiven(t.repairedAt),
  repaired_by: f.text('NAME', t.repairedBy),
  resolution: f.text('TEXT', t.resolution),
  customer_signed: f.text('NAME', t.customerSigned),
  maintainer_signed: f.text('NAME', t.maintainerSigned),
  reason: f.required(f.text('TEXT', ticketWords.reason)),
}
type AmendGiven = Given<typeof flags>
type Changes = Partial<Ticket>

/** A correction of what was written down: the number stays, the deadline follows the corrected report. */
export const amendTicket = verb({
  path: 'amend',
  summary: t.amend,
  notes: t.amendNotes,
  examples: ['baoxiu amend 7 --phone 13800001235 --reason 号码听错', 'baoxiu amend 22-7 --branch XZ --reason 属新庄'],
  operands: { ticket: f.required(f.text('TICKET', ticketWords.ticket)) },
  flags,
  faults: [
    'TICKET_UNKNOWN',
    'TICKET_VOID',
    'BRANCH_UNKNOWN',
    'STAFF_UNKNOWN',
    'STAFF_LEFT',
    'NOT_REPAIRED',
    'TIME_ORDER',
  ],
  async run(ctx, given) {
    return changeTickets(ctx, [given.ticket], {
      find: findLiveTicket,
      async change(db, before) {
        const call = await callChanges(db, before, given)
        const changes = present({ ...call, ...(await repairChanges(db, { ...before, ...call }, given, ctx)) })
        if (Object.keys(changes).length === 0) throw new Fault('USAGE', officeWords.nothingToChange)
        requireTimes({ ...before, ...changes }, ctx)
        const ticket = await saveTicket(db, before, changes, given.reason)
        return { ticket, warnings: given.phone === undefined ? [] : phoneWarnings(ticket) }
      },
    })
  },
})

async function callChanges(db: ReadDb, before: Ticket, given: AmendGiven): Promise<Changes> {
  const branch = given.branch === undefined ? undefined : findBranch(await readBranches(db), given.branch).code
  if (branch !== undefined && branch !== before.branch) await requireOpenBranch(db, branch)
  const moves = branch !== undefined && branch !== before.branch && isUnrepaired(before)
  return present({
    customer_name: given.name,
    address: given.address,
    phone: given.phone,
    symptom: given.symptom,
    fault_class: given.class,
    branch,
    taken_by: given.taken_by,
    account_no: given.account,
    service: given.service,
    intake: given.intake,
    note: given.note,
    reported_at: given.reported_at,
    // A branch that was written wrongly was never the right one.
    ...(branch !== undefined && branch !== before.branch ? { former_branches: null } : {}),
    // Struck from its batch: the new branch gets it with its next one.
    ...(moves
      ? { handover_no: null, handed_over_at: null, handover_channel: null, assigned_to: null, assigned_at: null }
      : {}),
  })
}

async function repairChanges(db: ReadDb, ticket: Ticket, given: AmendGiven, { now, zone }: Ctx): Promise<Changes> {
  const changes = present({
    repaired_at: given.repaired_at,
    repaired_by: given.repaired_by,
    resolution: given.resolution,
    customer_signed_by: given.customer_signed,
    maintainer_signed_by: given.maintainer_signed,
  })
  if (Object.keys(changes).length === 0) return {}
  if (isUnrepaired(ticket)) throw new Fault('NOT_REPAIRED', ticketWords.notRepaired(ticket.ticket_no))
  const by = given.repaired_by ?? (given.repaired_at === undefined ? undefined : ticket.repaired_by)
  const staff = await readStaff(db)
  const isNamed = given.repaired_by !== undefined || staff.some(({ name }) => name === by)
  const moment = { at: given.repaired_at ?? ticket.repaired_at ?? now, zone }
  const found = isNamed ? findMaintainer(staff, by ?? '', ticket.branch, moment) : undefined
  // A filed slip that turns out to have been repaired is filed no longer.
  return {
    ...changes,
    ...(found === undefined ? {} : { repaired_by: found.name }),
    ...(given.repaired_at === undefined ? {} : { filed: 0 }),
  }
}

function requireTimes(after: Ticket, ctx: Ctx): void {
  const { repaired_at, returned_at, reported_at } = after
  if (repaired_at !== null) requireOrder(['repaired_at', repaired_at], ['reported_at', reported_at], ctx)
  if (returned_at !== null && repaired_at !== null)
    requireOrder(['returned_at', returned_at], ['repaired_at', repaired_at], ctx)
}

/** Only what was given. */
function present(changes: { [K in keyof Ticket]?: Ticket[K] | undefined }): Changes {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined))
}
