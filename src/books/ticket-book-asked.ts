import type { BookEncoding } from '../kernel/book-encoding.ts'
import type { BookMap } from './book-map.ts'
import type { PageAsked } from './understood.ts'
import type { FaultClass } from '../ticket/ticket.ts'

/** What was asked of one book of tickets. */
export interface TicketBookAsked {
  readonly file: string
  /** As somebody named it. */
  readonly book: string | undefined
  readonly sheet: string | undefined
  readonly encoding: BookEncoding | undefined
  readonly delimiter: string | undefined
  /** What was typed of these two, whatever the map says. */
  readonly typed: { readonly encoding: BookEncoding | undefined; readonly delimiter: string | undefined }
  readonly dry_run: boolean
  readonly format: PageAsked['format']
  readonly strict: boolean
  readonly default_branch: string | undefined
  readonly default_class: FaultClass | undefined
  readonly year: number | undefined
  readonly fill_down: boolean
  readonly create_missing: boolean
  readonly keep_open: boolean
  /** Further marks for "nothing here". */
  readonly empty: readonly string[]
  readonly rejects: string | undefined
  readonly map_out: string | undefined
  readonly map_file: string | undefined
  readonly map: BookMap
}

/** The same once the book is open, which has a name then. */
export interface NamedTicketBook extends TicketBookAsked {
  readonly book: string
}
