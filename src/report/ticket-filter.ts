import type { ReadDb } from '../kernel/db.ts'
import type { Instant } from '../kernel/zone.ts'
import type { DatedRule } from '../office/rules.ts'
import { VERDICT_PLACES, judgedRow } from '../ticket/judged-rows.ts'
import { TICKET_COLUMNS } from '../ticket/queries.ts'
import type { Judged, Status } from '../ticket/rules.ts'
import { SLIP_MISSING } from '../ticket/missing-slips.ts'
import { phoneKeys } from '../ticket/same-customer.ts'
import type { FaultClass } from '../ticket/ticket.ts'
import { OF_SLIP, contains, literalSql, wordsSql } from '../ticket/search-sql.ts'
import { HANDED_OVER, STATUS_SQL, UNREPAIRED, binder, deadlineSql } from '../ticket/verdict-sql.ts'
import type { Binder } from '../ticket/verdict-sql.ts'

/** Which tickets are wanted; what is absent does not matter. */
export interface TicketFilter {
  readonly statuses?: readonly Status[]
  readonly branch?: string | undefined
  readonly fault_class?: FaultClass | undefined
  /** Half-open: `from ≤ reported_at < before`. */
  readonly from?: Instant | undefined
  readonly before?: Instant | undefined
  /** Unrepaired. */
  readonly unrepaired?: boolean
  /** Half-open: `dueAfter ≤ deadline < dueBefore`. */
  readonly dueAfter?: Instant | undefined
  readonly dueBefore?: Instant | undefined
  /** Severe and not approved yet (2.4). */
  readonly awaitingApproval?: boolean
  /** Repaired and the slip is still out (2.5). */
  readonly slipOut?: boolean
  /** On hold with an appointment in this half-open time (2.6). */
  readonly appointment?: { readonly from: Instant; readonly before: Instant }
  /** Read out to a township branch, and neither held nor repaired since (2.10). */
  readonly withoutFeedback?: boolean
  /** Printed paper that came back before the ticket was opened again (2.5). */
  readonly slipMissing?: boolean
  /** Assigned to somebody who has left. */
  readonly assignedToLeaver?: boolean
  /** In no batch yet (1.4). */
  readonly waiting?: boolean
  /** The branch knows of it, and nobody was sent (2.1). */
  readonly unassigned?: boolean
  /** Who repaired it, or was sent and nobody has yet. */
  readonly maintainer?: string | undefined
  readonly phone?: string | undefined
  /** Found literally, in any text of the slip. */
  readonly search?: string | undefined
  /** Each word is found somewhere on the slip. */
  readonly words?: string | undefined
}

export type TicketOrder = 'newest' | 'waiting' | 'deadline' | 'oldest' | 'appointment'

const COLUMNS = [...TICKET_COLUMNS.map((column) => `t.${column}`), VERDICT_PLACES].join(', ')

/** What tickets are judged by. */
interface Judging {
  readonly rules: readonly DatedRule[]
  readonly now: Instant
}

/** The tickets wanted, in an order that ends in the unique number. */
export async function readJudged(
  db: ReadDb,
  filter: TicketFilter,
  { rules, now }: Judging,
  order: TicketOrder,
  limit: number,
): Promise<Judged[]> {
  const { values, bind } = binder()
  const where = conditions(filter, rules, bind)
  const orders: Readonly<Record<TicketOrder, string>> = {
    newest: 't.reported_at desc, t.ticket_no desc',
    waiting: 't.reported_at, t.ticket_no',
    oldest: 't.repaired_at, t.ticket_no',
    appointment: 't.appointment_at, t.ticket_no',
    deadline: `${order === 'deadline' ? deadlineSql(rules, bind) : 't.reported_at'}, t.ticket_no`,
  }
  const sql = `select ${COLUMNS} from ticket t where ${where} order by ${orders[order]} limit ${bind(limit)}`
  return (await db.all(sql, values)).map((row) => judgedRow(row, rules, now))
}

export async function countTickets(db: ReadDb, filter: TicketFilter, rules: readonly DatedRule[]): Promise<number> {
  const { values, bind } = binder()
  const row = await db.get(`select count(*) as n from ticket t where ${conditions(filter, rules, bind)}`, values)
  return Number(row?.n ?? 0)
}

function conditions(filter: TicketFilter, rules: readonly DatedRule[], bind: Binder['bind']): string {
  const { statuses = [], dueAfter, dueBefore } = filter
  const deadline = dueAfter === undefined && dueBefore === undefined ? '' : `(${deadlineSql(rules, bind)})`
  const all = [
    statuses.length > 0 && `${STATUS_SQL} in (${statuses.map(bind).join(', ')})`,
    filter.branch !== undefined && `t.branch = ${bind(filter.branch)}`,
    filter.fault_class !== undefined && `t.fault_class = ${bind(filter.fault_class)}`,
    filter.from !== undefined && `t.reported_at >= ${bind(filter.from)}`,
    filter.before !== undefined && `t.reported_at < ${bind(filter.before)}`,
    filter.unrepaired === true && UNREPAIRED,
    dueAfter !== undefined && `${deadline} >= ${bind(dueAfter)}`,
    dueBefore !== undefined && `${deadline} < ${bind(dueBefore)}`,
    filter.awaitingApproval === true && `${UNREPAIRED} and t.fault_class = 'severe' and t.approved_deadline is null`,
    filter.slipOut === true && 't.repaired_at is not null and t.closed_at is null and t.void_at is null',
    filter.appointment !== undefined &&
      `${UNREPAIRED} and t.appointment_at >= ${bind(filter.appointment.from)} and t.appointment_at < ${bind(filter.appointment.before)}`,
    filter.withoutFeedback === true && WITHOUT_FEEDBACK,
    filter.slipMissing === true && `${UNREPAIRED} and ${SLIP_MISSING}`,
    filter.assignedToLeaver === true && ASSIGNED_TO_LEAVER,
    filter.waiting === true && WAITING,
    filter.unassigned === true && `${UNREPAIRED} and ${HANDED_OVER} and t.assigned_to is null`,
    filter.maintainer !== undefined && `coalesce(t.repaired_by, t.assigned_to) = ${bind(filter.maintainer)}`,
    filter.phone !== undefined && phoneSql(filter.phone, bind),
    filter.words !== undefined && wordsSql(filter.words, OF_SLIP, bind),
    filter.search !== undefined && literalSql(filter.search, OF_SLIP, bind),
  ]
  return all.filter((condition) => condition !== false).join(' and ') || '1 = 1'
}

const WITHOUT_FEEDBACK = `${UNREPAIRED} and ${HANDED_OVER} and t.hold_reason is null
  and t.branch in (select code from branch where area = 'township')`

/** Held to `isDue` of a moment that never comes. */
const WAITING = `${UNREPAIRED} and t.intake = 'desk' and t.handover_no is null and t.source is null`

/** Who was of the ticket's branch and is no more, or of another and is in none. */
const ASSIGNED_TO_LEAVER = `${UNREPAIRED} and t.assigned_to is not null and (
  exists (select 1 from staff s where s.branch = t.branch and s.name = t.assigned_to and s.retired_at is not null)
  or exists (select 1 from staff s where s.name = t.assigned_to)
    and not exists (select 1 from staff s where s.name = t.assigned_to and s.retired_at is null))`

/** Any shared phone; too few digits to compare are looked for as they stand. */
function phoneSql(phone: string, bind: Binder['bind']): string {
  const keys = phoneKeys(phone)
  if (keys.length === 0) return contains('t.phone', phone, bind)
  const places = keys.map(bind).join(', ')
  return `(t.phone_key in (${places}) or t.ticket_no in (select ticket_no from ticket_phone where digits in (${places})))`
}
