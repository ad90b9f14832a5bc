import type { ReadDb, StageDb, Value, WriteDb } from '../kernel/db.ts'
import type { Instant } from '../kernel/zone.ts'
import { TICKET_COLUMNS } from './queries.ts'
import type { Ticket } from './ticket.ts'

/** What every row of an import has alike, and is not kept for each. */
const ALIKE = ['import_id', 'revision'] as const
/** Nothing a book can tell. */
const NEVER = [
  'handover_channel',
  'assigned_at',
  'no_slip_reason',
  'void_reason',
  'duplicate_of',
  'former_branches',
] as const
type Left = (typeof ALIKE)[number] | (typeof NEVER)[number]

type Facts = Omit<Ticket, Left | 'ticket_no' | Key>
type Key = 'phone_key' | 'place_key' | 'import_key' | 'import_hash'

/** A ticket read from a book, on its way into table `ticket`. Some get their number only once the whole book was read. */
export interface StagedTicket extends Facts {
  ticket_no: string | null
  seq: number
  phone_key: string | null
  place_key: number | null
  import_key: string | null
  import_hash: string | null
}

const KEPT = TICKET_COLUMNS.filter((column) => ![...ALIKE, ...NEVER].some((left) => left === column)) as Exclude<
  keyof StagedTicket,
  'seq'
>[]
/** What stands in the stage. */
export const STAGED_COLUMNS = ['seq', ...KEPT] as const
export type StagedColumn = (typeof STAGED_COLUMNS)[number]

/** The driver binds every number as a real; only a column of integers keeps it whole. */
const INTEGERS: readonly StagedColumn[] = [
  'reported_at',
  'entered_at',
  'place_key',
  'approved_deadline',
  'handed_over_at',
  'chases',
  'appointment_at',
  'repaired_at',
  'returned_at',
  'closed_at',
  'filed',
  'void_at',
]
const TYPED = STAGED_COLUMNS.slice(1).map((column) => `${column} ${INTEGERS.includes(column) ? 'integer' : 'text'}`)

const CREATE_TICKETS = `create temporary table staged_ticket (seq integer primary key, ${TYPED.join(', ')})`
const CREATE_PHONES = `
  create temporary table staged_phone (seq integer not null, digits text not null, primary key (seq, digits))`

export async function createStage(db: StageDb): Promise<void> {
  for (const sql of [CREATE_TICKETS, CREATE_PHONES]) await db.run(sql)
}

/** All other columns than the `live` ones, which a book has, are empty: half of the time goes by with storing them. */
export async function stageTickets(
  db: StageDb,
  live: readonly StagedColumn[],
  tickets: readonly StagedTicket[],
): Promise<void> {
  await db.append('staged_ticket', live, stagedRows(live, tickets))
}

/** One after the other, so that little lives at a time. */
function* stagedRows(live: readonly StagedColumn[], tickets: readonly StagedTicket[]): Generator<Value[]> {
  for (const ticket of tickets) yield live.map((column) => ticket[column])
}

/** Phones beyond the first of each ticket. */
export async function stagePhones(
  db: StageDb,
  phones: readonly (readonly [seq: number, digits: string])[],
): Promise<void> {
  await db.append('staged_phone', ['seq', 'digits'], phones)
}

/** Rows with a number of their own are known by it, and so by what they said. */
const NUMBERED_HERE = `
  select seq from staged_ticket where import_hash is null and reported_at >= $1 and reported_at < $2 order by seq`

export async function numberStaged(
  db: StageDb,
  numbers: Iterable<readonly [ticketNo: string, seq: number]>,
): Promise<void> {
  await db.set('staged_ticket', 'ticket_no', 'seq', numbers)
}

/** The rows of a span that got their numbers from the office, in the order of the book. */
export async function readNumberedHere(db: ReadDb, from: Instant, to: Instant): Promise<number[]> {
  return (await db.all(NUMBERED_HERE, [from, to])).map((row) => Number(row.seq))
}

const stagedAsAdopted = (columns: readonly StagedColumn[]): string => `
  select $1, 1, $4, ${columns.map((column) => `s.${column}`).join(', ')}
  from staged_ticket s where s.seq > $2 and s.seq <= $3 order by s.seq`
const STAGED_PHONES = `
  select p.digits, s.ticket_no from staged_phone p join staged_ticket s on s.seq = p.seq
  where p.seq > $1 and p.seq <= $2 order by p.seq, p.digits`

/** What all rows of an import have alike. */
interface Adopted {
  readonly import_id: string
  /** No month was closed yet that a row could concern. */
  readonly settled: boolean
  /** The columns that were filled. */
  readonly live: readonly StagedColumn[]
}

/** Makes tickets of the staged rows after `from` up to `to`. The import has one entry in the journal, its rows have none. */
export async function adoptTickets(db: WriteDb, of: Adopted, from: number, to: number): Promise<number> {
  const values = [of.import_id, from, to, of.settled ? 1 : 0]
  const columns = of.live.filter((column) => column !== 'seq')
  const into = ['import_id', 'revision', 'settled_revision', ...columns]
  const adopted = await db.copy('ticket', into, stagedAsAdopted(columns), values)
  await db.copy('ticket_phone', ['digits', 'ticket_no'], STAGED_PHONES, [from, to])
  return adopted
}

const IN_USE = `
  select (select count(*) from staged_ticket s join ticket t on t.import_key = s.import_key)
    + (select count(*) from staged_ticket s join ticket t on t.ticket_no = s.ticket_no) as found`

/** How many staged rows are tickets already: none, unless another seat was faster. */
export async function countTaken(db: ReadDb): Promise<number> {
  return Number((await db.get(IN_USE))?.found)
}

const WITHOUT_BRANCH = `select count(*) as found from staged_ticket where branch not in (select code from branch)`

/** The references of the staged rows, looked up at once. */
export async function requireReferences(db: ReadDb): Promise<void> {
  const lost = Number((await db.get(WITHOUT_BRANCH))?.found)
  if (lost > 0) throw new Error(`${lost} staged rows name no branch`)
}
