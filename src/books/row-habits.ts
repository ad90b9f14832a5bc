import type { MomentReader } from '../kernel/book-moments.ts'
import type { Instant } from '../kernel/zone.ts'
import type { DatedRule } from '../office/rules.ts'
import type { FaultClass } from '../ticket/ticket.ts'
import type { BookColumns } from './columns.ts'
import type { CellReader } from './cells/cell-reader.ts'
import type { People } from './people.ts'
import type { BookWords } from './row-cells.ts'

/** How the rows of one book are read. */
export interface RowHabits {
  readonly columns: BookColumns
  readonly cells: CellReader
  readonly moments: MomentReader
  /** Somebody named the year of dates without one: titles do not change it. */
  readonly yearIsGiven: boolean
  readonly people: People
  readonly now: Instant
  readonly officeCode: string
  /** Of numbers and sources. */
  readonly book: string
  readonly defaultBranch: string | undefined
  readonly defaultClass: FaultClass | undefined
  /** The first second of `fines_from`: an older row without a repair is filed. */
  readonly finesFrom: Instant
  readonly keepOpen: boolean
  readonly words: BookWords
  /** Of this office: an export of another may give other deadlines. */
  readonly rules: readonly DatedRule[]
}
