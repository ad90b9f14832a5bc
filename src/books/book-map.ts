import type { BookEncoding } from '../kernel/book-encoding.ts'
import type { DateOrder } from '../kernel/book-days.ts'
import type { OpenBook } from '../store/open-book.ts'
import type { FaultClass } from '../ticket/ticket.ts'
import { columnName, fieldOf, fieldsByPlace } from './columns.ts'
import type { BookColumns } from './columns.ts'
import type { BookField } from './header-words.ts'
import type { BookWords } from './row-cells.ts'

/** What a person said about a book, beside it: `--map`. */
export interface BookMap {
  readonly encoding?: BookEncoding | undefined
  readonly delimiter?: string | undefined
  /** 0: there is none. */
  readonly header_line?: number | undefined
  readonly book?: string | undefined
  readonly year?: number | undefined
  readonly date_order?: DateOrder | undefined
  readonly fill_down?: boolean | undefined
  /** Further marks for "nothing here". */
  readonly empty?: readonly string[] | undefined
  readonly default_branch?: string | undefined
  readonly default_class?: FaultClass | undefined
  /** By heading, or by place from 1 on; `null` keeps a column out of the fields. */
  readonly columns: readonly { readonly column: string | number; readonly field: BookField | null }[]
  readonly words: BookWords
}

export const NO_MAP: BookMap = { columns: [], words: new Map() }

/** Knows the headings that the map names, too; one that it keeps out of the fields is a heading all the same. */
export function fieldOfMapped(map: BookMap): (heading: string) => string | undefined {
  const named = new Map(map.columns.map(({ column, field }) => [column, field ?? 'none']))
  return (heading) => named.get(heading.trim()) ?? fieldOf(heading)
}

/** What a map says of the columns of one book. */
export interface NamedColumns {
  readonly at: ReadonlyMap<number, BookField | null>
  /** Names that no column of the book has. */
  readonly missing: readonly string[]
  /** Columns that are named twice. */
  readonly twice: readonly string[]
}

/** Places count first; of several columns with one heading each name takes the next. */
export function namedColumns(map: BookMap, headings: readonly string[]): NamedColumns {
  const at = new Map<number, BookField | null>()
  const missing: string[] = []
  const twice: string[] = []
  const byPlaceFirst = [...map.columns].sort((a, b) => typeOrder(a.column) - typeOrder(b.column))
  for (const { column, field } of byPlaceFirst) {
    const isNamed = (heading: string): boolean => heading.trim() === column
    const index =
      typeof column === 'number'
        ? column - 1
        : headings.findIndex((heading, place) => isNamed(heading) && !at.has(place))
    if (index >= headings.length || !(typeof column === 'number' || headings.some(isNamed))) missing.push(`${column}`)
    else if (index < 0 || at.has(index)) twice.push(`${column}`)
    else at.set(index, field)
  }
  return { at, missing, twice }
}

function typeOrder(column: string | number): number {
  return typeof column === 'number' ? 0 : 1
}

/** What was found, as a map to start from. A year of title lines is found again, and may change from page to page. */
export function mapText(book: OpenBook, columns: BookColumns, year: number | undefined): string {
  const fields = fieldsByPlace(columns)
  const seen = new Set<string>()
  const named = columns.headings.map((heading, index) => {
    const name = columnName(columns.headings, index)
    const isPlain = heading.trim() === name && !seen.has(name)
    seen.add(name)
    return { column: isPlain ? name : index + 1, field: fields.get(index) ?? null }
  })
  const found = {
    // A workbook is what it is.
    ...(book.sheet === undefined && { encoding: book.encoding, delimiter: book.delimiter }),
    header_line: book.header.line,
    year,
    columns: named,
  }
  return `${JSON.stringify(found, undefined, 2)}\n`
}
