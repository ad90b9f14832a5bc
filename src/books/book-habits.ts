import { MomentReader } from '../kernel/book-moments.ts'
import { dayAt, startOfDay } from '../kernel/calendar.ts'
import type { ReadDb } from '../kernel/db.ts'
import type { Clock } from '../kernel/moment.ts'
import { findBranch } from '../office/find-people.ts'
import type { Branch, Office, Staff } from '../office/office.ts'
import { readBranches, readOffice, readStaff } from '../office/queries.ts'
import { CellReader } from './cells/cell-reader.ts'
import type { BookColumns } from './columns.ts'
import { People } from './people.ts'
import type { RowHabits } from './row-habits.ts'
import type { NamedTicketBook } from './ticket-book-asked.ts'

/** What of the office the rows of a book are read against. */
export interface Facts {
  readonly office: Office
  readonly branches: readonly Branch[]
  readonly staff: readonly Staff[]
}

export async function readFacts(db: ReadDb): Promise<Facts> {
  return { office: await readOffice(db), branches: await readBranches(db), staff: await readStaff(db) }
}

export function habitsOf(
  clock: Clock,
  asked: NamedTicketBook,
  { office, branches, staff }: Facts,
  columns: BookColumns,
  year: number | undefined,
): RowHabits {
  const thisYear = Number(dayAt(clock.zone, clock.now).slice(0, 4))
  return {
    columns,
    cells: new CellReader(asked.empty),
    moments: new MomentReader({ year, order: asked.map.date_order, thisYear }, clock.zone),
    yearIsGiven: asked.year !== undefined,
    people: new People(branches, staff, asked.create_missing),
    now: clock.now,
    officeCode: office.office_code,
    book: asked.book,
    defaultBranch: asked.default_branch === undefined ? undefined : findBranch(branches, asked.default_branch).code,
    defaultClass: asked.default_class,
    finesFrom: startOfDay(office.zone, office.fines_from),
    keepOpen: asked.keep_open,
    words: asked.map.words,
    rules: office.rules,
  }
}
