import type { ReadDb } from '../../kernel/db.ts'
import type { Breach, Invariant } from '../../kernel/invariant.ts'
import { invariantWords as t } from '../../kernel/messages/invariants.ts'
import type { NumbersLeft } from '../taken-back.ts'

/** A number of a day that a ticket has. */
interface Taken {
  readonly number: number
  /** It came with a book: the counter was raised over what lies below it. */
  readonly imported: boolean
}

/** Numbers that no ticket has, from `first` to `last`. */
interface Gap {
  readonly first: number
  readonly last: number
}

/** Art. 1.3, every caller is recorded: the numbers of a day without a gap, up to where its counter stands. */
function gapsIn(taken: readonly Taken[], counter: number): Gap[] {
  const gaps: Gap[] = []
  let expected = 1
  for (const { number, imported } of [...taken].sort((a, b) => a.number - b.number)) {
    if (number > expected && !imported) gaps.push({ first: expected, last: number - 1 })
    expected = number + 1
  }
  if (counter >= expected) gaps.push({ first: expected, last: counter })
  return gaps
}

const CODE = `select value from setting where key = 'office_code'`
const DAYS = `
  select start, last,
    (select count(*) from ticket where ticket_no >= start || '-' and ticket_no < start || '.') as tickets,
    (select max(ticket_no) from ticket where ticket_no >= start || '-' and ticket_no < start || '.') as highest
  from (select $1 || '-' || replace(substr(name, 8), '-', '') as start, last
    from counter where name >= 'ticket:' and name < 'ticket;') as counted
  order by start`
const TICKETS = `select count(*) as tickets from ticket where ticket_no >= $1 || '-' and ticket_no < $1 || '.'`
const STARTS = `
  select distinct substr(ticket_no, 1, length($1) + 9) as start from ticket
  where ticket_no >= $1 || '-' and ticket_no < $1 || '.' order by start`
const OF_DAY = `select ticket_no, import_id from ticket where ticket_no >= $1 and ticket_no < $2 order by ticket_no`
const UNDONE = `select report from import where kind = 'tickets' and undone_at is not null order by import_id`

/** Art. 1.3: looks closer only at the days whose numbers and tickets do not come to the same. */
export const numbersWithoutGaps: Invariant = {
  name: 'numbers-without-gaps',
  remedy: t.findNumber,
  async *breaches(db) {
    const code = (await db.get(CODE))?.value
    // That it is missing is told by `settings-readable`.
    if (typeof code !== 'string') return
    const days = new Map((await db.all(DAYS, [code])).map((row) => [String(row.start), row]))
    let counted = 0
    for (const [start, { last, tickets, highest }] of days) {
      counted += Number(tickets)
      // From 10000 on the highest number is not the last text: such a day is looked into, too.
      const isWhole = tickets === last && highest === numbered(start, Number(last))
      if (!isWhole) yield* lookInto(db, start, Number(last))
    }
    if (counted === (await db.get(TICKETS, [code]))?.tickets) return
    for (const row of await db.all(STARTS, [code])) {
      const start = String(row.start)
      // Some stand on days that have no counter; what is of no day, no counter numbered.
      if (!days.has(start) && /-\d{8}$/.test(start)) yield* lookInto(db, start, 0)
    }
  },
}

async function* lookInto(db: ReadDb, start: string, counter: number): AsyncIterable<Breach> {
  const rows = await db.all(OF_DAY, [`${start}-`, `${start}.`])
  const taken = rows.flatMap(({ ticket_no, import_id }): Taken[] => {
    const digits = String(ticket_no).slice(start.length + 1)
    return /^\d{4,}$/.test(digits) ? [{ number: Number(digits), imported: import_id !== null }] : []
  })
  const highest = Math.max(0, ...taken.map(({ number }) => number))
  if (highest > counter) yield { subject: start, what: t.counterBehind(numbered(start, highest), counter) }
  for (const { first, last } of gapsIn([...taken, ...(await numbersLeft(db, start))], counter)) {
    yield { subject: numbered(start, first), what: t.numberMissing(numbered(start, first), numbered(start, last)) }
  }
}

/** An import that was undone took numbers with it, and its report keeps which. */
async function numbersLeft(db: ReadDb, start: string): Promise<Taken[]> {
  const reports = (await db.all(UNDONE)).map(({ report }) => JSON.parse(String(report)) as Undone)
  const spans = reports.flatMap(({ numbers_left }) => numbers_left ?? []).filter((span) => span.start === start)
  return spans.flatMap(({ first, last }) =>
    Array.from({ length: last - first + 1 }, (_, index) => ({ number: first + index, imported: true })),
  )
}

interface Undone {
  readonly numbers_left?: readonly NumbersLeft[]
}

function numbered(start: string, number: number): string {
  return `${start}-${String(number).padStart(4, '0')}`
}
