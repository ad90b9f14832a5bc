import { BOOK_ENCODINGS } from '../kernel/book-encoding.ts'
import type { BookEncoding } from '../kernel/book-encoding.ts'
import * as f from '../kernel/flags.ts'
import { bookWords as b } from '../kernel/messages/books.ts'
import { moreBookWords as t } from '../kernel/messages/books-more.ts'
import type { Given } from '../kernel/verb.ts'
import { readDelimiter } from './delimiter.ts'
import { sheetFlag } from './source-sheet.ts'
import { emptyFlag } from './empty-flag.ts'
import { pageFlag } from './understood.ts'
import type { PageAsked } from './understood.ts'

export const listOperands = { file: f.required(f.fileToRead(b.file)) }

/** How a list is read, whatever it is of. */
export const listFlags = {
  dry_run: f.toggle(b.dryRun),
  ...pageFlag,
  strict: f.toggle(b.strict),
  ...sheetFlag,
  encoding: f.otherwise(f.choice(['auto', ...BOOK_ENCODINGS], b.encoding), 'auto'),
  delimiter: f.optional('CHAR', b.delimiter, readDelimiter),
  book: f.text('NAME', t.listName),
  empty: emptyFlag,
  rejects: f.text('FILE', b.rejects),
}

/** What was asked of one list. */
export interface ListAsked {
  readonly file: string
  readonly book: string | undefined
  readonly sheet: string | undefined
  readonly encoding: BookEncoding | undefined
  readonly delimiter: string | undefined
  readonly dry_run: boolean
  readonly format: PageAsked['format']
  readonly strict: boolean
  readonly empty: readonly string[]
  readonly rejects: string | undefined
}

/** The same once the list is open, which has a name then. */
export interface NamedList extends ListAsked {
  readonly book: string
}

export function listAsked(given: Given<typeof listOperands & typeof listFlags>): ListAsked {
  return {
    ...given,
    encoding: given.encoding === 'auto' ? undefined : given.encoding,
    empty: given.empty ?? [],
  }
}
