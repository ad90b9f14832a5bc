import type { ReadDb, Row, WriteDb } from '../kernel/db.ts'
import { lowerNumber } from '../office/numbering.ts'
import { ticketNumber, ticketSeries } from './ticket.ts'

/** Numbers of a day that an import took with it and that later ones stand above, from `first` to `last`. */
export interface NumbersLeft {
  /** `KF-20261122`. */
  readonly start: string
  readonly first: number
  readonly last: number
}

const CHANGED = `
  select ticket_no from ticket
  where import_id = $1 and (revision > 1
    or ticket_no in (select ticket_no from chase)
    or ticket_no in (select ticket_no from hold)
    or ticket_no in (select ticket_no from approval)
    or ticket_no in (select duplicate_of from ticket where duplicate_of is not null))
  order by ticket_no limit 1`

/** A ticket of the import that was changed, or that another was found a duplicate of; absent: all are as they came. */
export async function changedTicketOf(db: ReadDb, importId: string): Promise<string | undefined> {
  const row = await db.get(CHANGED, [importId])
  return row === undefined ? undefined : String(row.ticket_no)
}

const OF_IMPORT = `
  select ticket_no from ticket where import_id = $1 and ticket_no > $2 order by ticket_no limit $3`
const DELETE_PHONES = `
  delete from ticket_phone where ticket_no in (
    select ticket_no from ticket where import_id = $1 and ticket_no >= $2 and ticket_no <= $3)`
const DELETE_TICKETS = `delete from ticket where import_id = $1 and ticket_no >= $2 and ticket_no <= $3`

/**
 * Takes back the tickets of an import, none of which was changed. Where they had the last numbers of a day, the day's
 * counter goes back behind them; answers the numbers that others stand above.
 */
export async function takeBackTickets(db: WriteDb, importId: string, officeCode: string): Promise<NumbersLeft[]> {
  const gone = new GoneNumbers(officeCode)
  for await (const block of db.each(OF_IMPORT, [importId], 'ticket_no', '')) {
    const span = [importId, block[0]?.ticket_no ?? '', block.at(-1)?.ticket_no ?? '']
    await db.run(DELETE_PHONES, span)
    await db.run(DELETE_TICKETS, span)
    gone.add(block)
  }
  const left: NumbersLeft[] = []
  for (const { day, start, spans } of gone.days()) {
    const highest = await highestNumber(db, start)
    await lowerNumber(db, ticketSeries(day), highest)
    left.push(...spans.filter(({ first }) => first < highest).map((span) => ({ start, ...span })))
  }
  return left
}

const OF_DAY = `select ticket_no from ticket where ticket_no >= $1 and ticket_no < $2`

async function highestNumber(db: ReadDb, start: string): Promise<number> {
  const numbers = (await db.all(OF_DAY, [`${start}-`, `${start}.`])).map((row) =>
    String(row.ticket_no).slice(start.length + 1),
  )
  return numbers.reduce(
    (highest, digits) => (/^\d{4,9}$/.test(digits) ? Math.max(highest, Number(digits)) : highest),
    0,
  )
}

interface NumberSpan {
  first: number
  last: number
}

/** The office's own numbers among those that go, as spans: a million of them are few spans. */
class GoneNumbers {
  private readonly own: RegExp
  private readonly officeCode: string
  private readonly byDay = new Map<string, NumberSpan[]>()

  constructor(officeCode: string) {
    this.officeCode = officeCode
    this.own = new RegExp(String.raw`^${officeCode}-(\d{4})(\d\d)(\d\d)-(\d{4,9})$`)
  }

  add(rows: readonly Row[]): void {
    for (const { ticket_no } of rows) {
      const match = this.own.exec(String(ticket_no))
      if (match !== null) this.addTo(`${match[1]}-${match[2]}-${match[3]}`, Number(match[4]))
    }
  }

  days(): { day: string; start: string; spans: NumberSpan[] }[] {
    return [...this.byDay].map(([day, spans]) => {
      return { day, start: ticketNumber(this.officeCode, day, 0).slice(0, -'-0000'.length), spans }
    })
  }

  private addTo(day: string, number: number): void {
    const spans = this.byDay.get(day) ?? []
    const last = spans.at(-1)
    if (last !== undefined && last.last === number - 1) last.last = number
    else spans.push({ first: number, last: number })
    this.byDay.set(day, spans)
  }
}
