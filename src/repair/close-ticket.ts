import { readableTime } from '../kernel/calendar.ts'
import type { Ctx } from '../kernel/ctx.ts'
import type { ReadDb } from '../kernel/db.ts'
import { Fault } from '../kernel/faults.ts'
import * as f from '../kernel/flags.ts'
import { repairWords as t } from '../kernel/messages/repair.ts'
import { ticketWords } from '../kernel/messages/ticket.ts'
import { record } from '../kernel/outcome.ts'
import { verb } from '../kernel/verb.ts'
import type { Given } from '../kernel/verb.ts'
import { findMaintainer } from '../office/find-people.ts'
import { readOffice, readStaff } from '../office/queries.ts'
import { alreadyClosed, closerOf, findLiveTicket, requireOrder } from '../ticket/find-ticket.ts'
import { saveTicket } from '../ticket/queries.ts'
import { judge } from '../ticket/rules.ts'
import type { Ticket } from '../ticket/ticket.ts'
import { ticketView } from '../ticket/views.ts'

const flags = {
  customer_signed: f.text('NAME', t.customerSigned),
  maintainer_signed: f.text('NAME', t.maintainerSigned),
  repaired_at: f.happenedIfGiven(t.repairedAt),
  by: f.text('MAINTAINER', t.by),
  resolution: f.text('TEXT', t.resolution),
  returned_at: f.happened(t.returnedAt),
  no_slip: f.toggle(t.noSlip),
  reason: f.text('TEXT', t.noSlipReason),
}
type CloseGiven = Given<typeof flags>

/** Art. 2.5: the slip goes back to the customer department with the customer's and the maintainer's signatures. */
export const closeTicket = verb({
  path: 'close',
  summary: t.close,
  notes: t.closeNotes,
  examples: [
    'baoxiu close 7 --customer-signed 张三 --maintainer-signed 王伟',
    'baoxiu close 7 --by 王伟 --resolution 更换接头 --repaired-at 10:20 --customer-signed 张三 --maintainer-signed 王伟',
    'baoxiu close 8 --no-slip --reason 电话指导后恢复 --by 王伟 --resolution 重启机顶盒',
  ],
  operands: { ticket: f.required(f.text('TICKET', ticketWords.ticket)) },
  flags,
  faults: [
    'TICKET_UNKNOWN',
    'TICKET_VOID',
    'ALREADY_CLOSED',
    'ALREADY_REPAIRED',
    'SIGNATURE_MISSING',
    'STAFF_UNKNOWN',
    'TIME_ORDER',
  ],
  async run(ctx, given) {
    return ctx.writing(async (db) => {
      const office = await readOffice(db)
      const before = await findLiveTicket(db, office, given.ticket, ctx)
      if (before.closed_at !== null) throw alreadyClosed(before, await closerOf(db, before), ctx)
      const slip = slipBack(before, given)
      const repair = before.repaired_at === null ? await repairGiven(db, before, given) : sameRepair(before, given, ctx)
      const repaired_at = repair.repaired_at ?? before.repaired_at ?? given.returned_at
      requireOrder(['--repaired-at', repaired_at], ['reported_at', before.reported_at], ctx)
      requireOrder(['--returned-at', given.returned_at], ['repaired_at', repaired_at], ctx)
      const after = await saveTicket(db, before, { ...repair, ...slip, closed_at: ctx.now })
      return record(ticketView, judge(after, office.rules, ctx.now))
    })
  },
})

/** Both signatures, or the reason why no paper ever went out. */
function slipBack(ticket: Ticket, given: CloseGiven): Partial<Ticket> {
  if (given.no_slip) {
    if (ticket.handover_no !== null && ticket.handover_channel === 'paper') {
      throw new Fault('SIGNATURE_MISSING', t.paperWentOut(ticket.ticket_no, ticket.handover_no))
    }
    if (given.reason === undefined) throw new Fault('SIGNATURE_MISSING', t.signatures(ticket.ticket_no, ['--reason']))
    return { no_slip_reason: given.reason }
  }
  const { customer_signed, maintainer_signed } = given
  if (customer_signed === undefined || maintainer_signed === undefined) {
    const lacking = [
      ...(customer_signed === undefined ? ['--customer-signed'] : []),
      ...(maintainer_signed === undefined ? ['--maintainer-signed'] : []),
    ]
    throw new Fault('SIGNATURE_MISSING', t.signatures(ticket.ticket_no, lacking))
  }
  return {
    customer_signed_by: customer_signed,
    maintainer_signed_by: maintainer_signed,
    returned_at: given.returned_at,
  }
}

/** The repair, where `repair` was not given before. */
async function repairGiven(db: ReadDb, ticket: Ticket, given: CloseGiven): Promise<Partial<Ticket>> {
  const { by, resolution } = given
  if (by === undefined || resolution === undefined) {
    const lacking = [...(by === undefined ? ['--by'] : []), ...(resolution === undefined ? ['--resolution'] : [])]
    throw new Fault('USAGE', t.repairMissing(ticket.ticket_no, lacking))
  }
  const maintainer = findMaintainer(await readStaff(db), by, ticket.branch)
  return { repaired_at: given.repaired_at ?? given.returned_at, repaired_by: maintainer.name, resolution }
}

/** A repair that is recorded already may be said again, not otherwise. */
function sameRepair(ticket: Ticket, given: CloseGiven, { zone }: Ctx): Partial<Ticket> {
  const differs =
    (given.repaired_at ?? ticket.repaired_at) !== ticket.repaired_at ||
    (given.by ?? ticket.repaired_by) !== ticket.repaired_by ||
    (given.resolution ?? ticket.resolution) !== ticket.resolution
  if (!differs) return {}
  const at = readableTime(zone, ticket.repaired_at ?? 0)
  throw new Fault('ALREADY_REPAIRED', t.repairedOtherwise(ticket.ticket_no, ticket.repaired_by ?? '', at))
}
