import type { ReadDb, StageDb, Value, WriteDb } from '../kernel/db.ts'
import { TICKET_COLUMNS } from './queries.ts'
import type { Ticket } from './ticket.ts'

/** What every row of an import has alike, and is not kept for each. */
const ALIKE = ['import_id', 'revision'] as const
/** Nothing a book can tell. */
const NEVER = ['handover_channel', 'assigned_at', 'no_slip_reason', 'void_reason', 'duplicate_of'] as const
type Left = (typeof ALIKE)[number] | (typeof NEVER)[number]

type Facts = Omit<Ticket, Left | 'ticket_no' | Key>
type Key = 'phone_key' | 'place_key' | 'import_key' | 'import_hash'

/** A ticket read from a book, on its way into table `ticket`. Without a number it gets `place` in the numbers of `day`. */
export interface StagedTicket extends Facts {
  readonly ticket_no: string | null
  seq: number
  /** Days since 1970. */
  day: number | null
  place: number | null
  phone_key: string | null
  place_key: number | null
  import_key: string | null
  import_hash: string | null
}

const KEPT = TICKET_COLUMNS.filter((column) => ![...ALIKE, ...NEVER].some((left) => left === column)) as Exclude<
  keyof StagedTicket,
  'seq' | 'day' | 'place'
>[]
/** What stands in the stage. */
export const STAGED_COLUMNS = ['seq', 'day', 'place', ...KEPT] as const
export type StagedColumn = (typeof STAGED_COLUMNS)[number]

/** The driver binds every number as a real; only a column of integers keeps it whole. */
const INTEGERS: readonly StagedColumn[] = [
  'day',
  'place',
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
const CREATE_DAYS = `create temporary table staged_day (day integer primary key, number_start text not null, base integer not null)`
const STAGE_PHONE = `insert into staged_phone (seq, digits) values ($1, $2)`
const STAGE_DAY = `insert into staged_day (day, number_start, base) values ($1, $2, $3)`
/** Only the columns that a book has: half of the time goes by with storing them. */
const stageTicket = (live: readonly StagedColumn[]): string =>
  `insert into staged_ticket (${live.join(', ')}) values (${live.map((_, i) => `$${i + 1}`).join(', ')})`

export async function createStage(db: StageDb): Promise<void> {
  for (const sql of [CREATE_TICKETS, CREATE_PHONES, CREATE_DAYS]) await db.run(sql)
}

/** All other columns than the `live` ones are empty. */
export async function stageTickets(
  db: StageDb,
  live: readonly StagedColumn[],
  tickets: readonly StagedTicket[],
): Promise<void> {
  await db.many(stageTicket(live), stagedRows(live, tickets))
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
  await db.many(STAGE_PHONE, phones)
}

/** How the numbers of a day begin, and after which number they go on. */
export async function stageDays(
  db: StageDb,
  days: readonly (readonly [day: number, numberStart: string, base: number])[],
): Promise<void> {
  await db.many(STAGE_DAY, days)
}

/** `ticketNumber`, said in SQL: at least four digits. */
const NUMBER = `
  coalesce(s.ticket_no, d.number_start || case when d.base + s.place < 10000
    then substr(cast(10000 + d.base + s.place as text), 2) else cast(d.base + s.place as text) end)`
const stagedAsAdopted = (columns: readonly StagedColumn[]): string => `
  select ${NUMBER}, $1, 1, $4, ${columns.map((column) => `s.${column}`).join(', ')}
  from staged_ticket s left join staged_day d on d.day = s.day
  where s.seq > $2 and s.seq <= $3 order by s.seq`
const STAGED_PHONES = `
  select p.digits, ${NUMBER}
  from staged_phone p join staged_ticket s on s.seq = p.seq left join staged_day d on d.day = s.day
  where s.seq > $1 and s.seq <= $2 order by p.seq, p.digits`

/** What all rows of an import have alike. */
interface Adopted {
  readonly import_id: string
  /** No month was closed yet that a row could concern. */
  readonly settled: boolean
  /** The columns that were filled. */
  readonly live: readonly StagedColumn[]
}

/** What becomes the number. */
const OF_STAGE: readonly StagedColumn[] = ['seq', 'day', 'place', 'ticket_no']

/** Makes tickets of the staged rows after `from` up to `to`. The import has one entry in the journal, its rows have none. */
export async function adoptTickets(db: WriteDb, of: Adopted, from: number, to: number): Promise<number> {
  const values = [of.import_id, from, to, of.settled ? 1 : 0]
  const columns = of.live.filter((column) => !OF_STAGE.includes(column))
  const into = ['ticket_no', 'import_id', 'revision', 'settled_revision', ...columns]
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
