import { readableTime } from '../kernel/calendar.ts'
import { stated } from '../kernel/invariant.ts'
import type { Invariant } from '../kernel/invariant.ts'
import { invariantWords as t } from '../kernel/messages/invariants.ts'
import { customerKeys } from './customer-keys.ts'
import { numbersWithoutGaps } from './number-gaps.ts'

// Rows of old books say what their book says; the program's own habits bind its own tickets only.
const OWN = 'import_id is null'

const timesInOrder = stated({
  name: 'times-in-order',
  remedy: t.correctTimes,
  sql: `
    select ticket_no as subject, reported_at, repaired_at, returned_at from ticket
    where repaired_at < reported_at or (${OWN} and returned_at < repaired_at)
    order by ticket_no limit $1`,
  what: (row, { zone }) => {
    const [reported, repaired] = [Number(row.reported_at), Number(row.repaired_at)]
    if (repaired < reported) return t.repairedBefore(readableTime(zone, repaired), readableTime(zone, reported))
    return t.returnedBefore(readableTime(zone, Number(row.returned_at)), readableTime(zone, repaired))
  },
})

const repairsWhole = stated({
  name: 'repairs-whole',
  remedy: t.correctRepair,
  sql: `
    select ticket_no as subject from ticket
    where ${OWN} and ((repaired_at is null) <> (repaired_by is null) or (repaired_at is null) <> (resolution is null))
    order by ticket_no limit $1`,
  what: () => t.halfRepaired,
})

const closedWithRepair = stated({
  name: 'closed-with-repair',
  remedy: t.correctRepair,
  sql: `
    select ticket_no as subject from ticket
    where (closed_at is not null and repaired_at is null and filed = 0)
      or (filed = 1 and (closed_at is null or repaired_at is not null))
    order by ticket_no limit $1`,
  what: () => t.closedUnrepaired,
})

/** Art. 2.5. */
const closedWithSignatures = stated({
  name: 'closed-with-signatures',
  remedy: t.correctRepair,
  sql: `
    select ticket_no as subject from ticket
    where ${OWN} and closed_at is not null and no_slip_reason is null
      and (customer_signed_by is null or maintainer_signed_by is null)
    order by ticket_no limit $1`,
  what: () => t.closedUnsigned,
})

const CHASES = `(select count(*) from chase c where c.ticket_no = t.ticket_no)`
const chasesCounted = stated({
  name: 'chases-counted',
  remedy: t.restoreOrAsk,
  sql: `
    select ticket_no as subject, chases, found from (
      select t.ticket_no, t.chases, t.import_id, ${CHASES} as found from ticket t
      where t.chases > 0 or t.ticket_no in (select ticket_no from chase)) as counted
    where chases < found or (${OWN} and chases > found)
    order by ticket_no limit $1`,
  what: (row) => t.chasesDiffer(Number(row.chases), Number(row.found)),
})

/** Art. 2.6: the latest hold is the ticket's. */
const latestHold = stated({
  name: 'latest-hold',
  remedy: t.restoreOrAsk,
  sql: `
    select t.ticket_no as subject from ticket t
      left join hold h on h.ticket_no = t.ticket_no
        and h.hold = (select max(hold) from hold o where o.ticket_no = t.ticket_no)
    where (t.hold_reason is not null or t.appointment_at is not null or t.ticket_no in (select ticket_no from hold))
      and (h.hold is not null or t.import_id is null)
      and (t.hold_reason is distinct from h.reason or t.appointment_at is distinct from h.appointment_at)
    order by t.ticket_no limit $1`,
  what: () => t.holdDiffers,
})

/** Art. 2.6: a hold has an appointment. */
const holdWithAppointment = stated({
  name: 'hold-with-appointment',
  remedy: t.restoreOrAsk,
  sql: `
    select ticket_no as subject from ticket where ${OWN} and hold_reason is not null and appointment_at is null
    order by ticket_no limit $1`,
  what: () => t.appointmentMissing,
})

/** Art. 2.4: the last approval counts. */
const latestApproval = stated({
  name: 'latest-approval',
  remedy: t.restoreOrAsk,
  sql: `
    select t.ticket_no as subject from ticket t
      left join approval a on a.ticket_no = t.ticket_no
        and a.approval = (select max(approval) from approval o where o.ticket_no = t.ticket_no)
    where (t.approved_deadline is not null or t.approved_by is not null
        or t.ticket_no in (select ticket_no from approval))
      and (a.approval is not null or t.import_id is null)
      and (t.approved_deadline is distinct from a.deadline or t.approved_by is distinct from a.approved_by)
    order by t.ticket_no limit $1`,
  what: () => t.approvalDiffers,
})

const duplicatesKnown = stated({
  name: 'duplicates-known',
  remedy: t.restoreOrAsk,
  sql: `
    select ticket_no as subject, duplicate_of from ticket t
    where duplicate_of is not null and not exists (select 1 from ticket o where o.ticket_no = t.duplicate_of)
    order by ticket_no limit $1`,
  what: (row) => t.duplicateUnknown(String(row.duplicate_of)),
})

/** Every change counts up the revision and writes one entry; what an import brought in is told by the import. */
const changesRecorded = stated({
  name: 'changes-recorded',
  remedy: t.changedByHand,
  sql: `
    select ticket_no as subject, changes, entries from (
      select t.ticket_no, case when t.import_id is null then t.revision else t.revision - 1 end as changes,
        (select count(*) from journal j where j.subject = t.ticket_no and j.tbl = 'ticket') as entries
      from ticket t where t.import_id is null or t.revision > 1) as counted
    where changes <> entries
    order by ticket_no limit $1`,
  what: (row) => t.changesUnrecorded(Number(row.changes), Number(row.entries)),
})

export const ticketInvariants: readonly Invariant[] = [
  numbersWithoutGaps,
  timesInOrder,
  repairsWhole,
  closedWithRepair,
  closedWithSignatures,
  chasesCounted,
  latestHold,
  holdWithAppointment,
  latestApproval,
  duplicatesKnown,
  changesRecorded,
  customerKeys,
]
