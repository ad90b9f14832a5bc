import type { ReadDb, Row, WriteDb } from '../kernel/db.ts'
import type { Instant } from '../kernel/zone.ts'
import { liabilityOf } from './complaint.ts'
import type { AnsweredFor, Complaint, LiableComplaint } from './complaint.ts'
import type { Span } from './span.ts'

const COLUMNS = [
  'complaint_no',
  'channel',
  'ticket_no',
  'branch',
  'maintainer',
  'content',
  'complainant',
  'received_at',
  'entered_at',
  'void_at',
  'void_reason',
  'revision',
] as const satisfies readonly (keyof Complaint)[]

/** A complaint with what its ticket says of who answers. */
const LIABLE = `
  select ${COLUMNS.map((column) => `c.${column}`).join(', ')}, t.branch as of_branch, t.former_branches,
    t.repaired_by, t.assigned_to
  from complaint c left join ticket t on t.ticket_no = c.ticket_no`
const COMPLAINT = `${LIABLE} where c.complaint_no = $1`
const RECORD = `select ${COLUMNS.join(', ')} from complaint where complaint_no = $1`
const RECEIVED = `${LIABLE} where c.received_at >= $1 and c.received_at < $2 order by c.received_at, c.complaint_no`
const OF_TICKET = `${LIABLE} where c.ticket_no = $1 order by c.received_at, c.complaint_no`
const INSERT = `
  insert into complaint (${COLUMNS.join(', ')}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`
const UPDATE = `
  update complaint set ${COLUMNS.slice(1)
    .map((column, index) => `${column} = $${index + 2}`)
    .join(', ')}
  where complaint_no = $1`

/** Strict columns guarantee the shape; a complaint about a ticket takes branch and maintainer from there. */
function liableOf(row: Row): LiableComplaint {
  const { of_branch, former_branches, repaired_by, assigned_to, ...complaint } = row as Row & AnsweredFor
  if (complaint.ticket_no === null) return complaint as unknown as LiableComplaint
  const ticket = { branch: String(of_branch), former_branches, repaired_by, assigned_to }
  const liability = liabilityOf(ticket, Number(complaint.received_at))
  return { ...(complaint as unknown as Complaint), ...liability }
}

export async function readComplaint(db: ReadDb, complaintNo: string): Promise<LiableComplaint | undefined> {
  const row = await db.get(COMPLAINT, [complaintNo])
  return row === undefined ? undefined : liableOf(row)
}

/** The bare record of a complaint that exists, as it is changed. */
export async function readRecord(db: ReadDb, complaintNo: string): Promise<Complaint> {
  return (await db.get(RECORD, [complaintNo])) as unknown as Complaint
}

/** Complaints received in a half-open span of time, void ones too, oldest first. */
export async function readComplaints(db: ReadDb, from: Instant, to: Instant): Promise<LiableComplaint[]> {
  return (await db.all(RECEIVED, [from, to])).map(liableOf)
}

/** The complaints about a ticket, void ones too, oldest first. */
export async function readComplaintsOf(db: ReadDb, ticketNo: string): Promise<LiableComplaint[]> {
  return (await db.all(OF_TICKET, [ticketNo])).map(liableOf)
}

export async function insertComplaint(db: WriteDb, complaint: Complaint): Promise<void> {
  await db.run(
    INSERT,
    COLUMNS.map((column) => complaint[column]),
  )
  await db.record({ subject: complaint.complaint_no, table: 'complaint', after: complaint })
}

export async function saveComplaint(
  db: WriteDb,
  before: Complaint,
  changes: Partial<Complaint>,
  reason: string,
): Promise<void> {
  const after = { ...before, ...changes, revision: before.revision + 1 }
  await db.run(
    UPDATE,
    COLUMNS.map((column) => after[column]),
  )
  await db.record({ subject: after.complaint_no, table: 'complaint', before, after, reason })
}

const UNSETTLED = `
  select complaint_no from complaint
  where settled_revision <> revision and received_at >= $1 and received_at < $2 order by complaint_no`
const SETTLE = `
  update complaint set settled_revision = revision where settled_revision <> revision and received_at >= $1 and received_at < $2`

/** Complaints of a span that were added or changed since a month close last looked at them. */
export async function readUnsettledComplaints(db: ReadDb, { from, to }: Span): Promise<string[]> {
  return (await db.all(UNSETTLED, [from, to])).map((row) => String(row.complaint_no))
}

/** A month close looked at the complaints of a span; those in `except` stay to be looked at. */
export async function settleComplaints(db: WriteDb, { from, to }: Span, except: readonly string[]): Promise<void> {
  await db.run(SETTLE, [from, to])
  await db.set(
    'complaint',
    'settled_revision',
    'complaint_no',
    except.map((no) => [0, no]),
  )
}
