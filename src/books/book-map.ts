import type { BookEncoding } from '../kernel/book-encoding.ts'
import type { DateOrder } from '../kernel/book-days.ts'
import type { OpenBook } from '../store/open-book.ts'
import type { FaultClass } from '../ticket/ticket.ts'
import { columnName, fieldOf } from './columns.ts'
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
  readonly default_branch?: string | undefined
  readonly default_class?: FaultClass | undefined
  /** By heading, or by place from 1 on; `null` keeps a column out of the fields. */
  readonly columns: readonly { readonly column: string | number; readonly field: BookField | null }[]
  readonly words: BookWords
}

export const NO_MAP: BookMap = { columns: [], words: new Map() }

/** Knows the headings that the map names, too. */
export function fieldOfMapped(map: BookMap): (heading: string) => string | undefined {
  const named = new Map(map.columns.map(({ column, field }) => [column, field ?? undefined]))
  return (heading) => (named.has(heading.trim()) ? named.get(heading.trim()) : fieldOf(heading))
}

/** The columns that the map names, by their place; of several columns with one heading each name takes the next. */
export function namedColumns(map: BookMap, headings: readonly string[]): Map<number, BookField | null> {
  const named = new Map<number, BookField | null>()
  for (const { column, field } of map.columns) {
    const index =
      typeof column === 'number'
        ? column - 1
        : headings.findIndex((heading, place) => heading.trim() === column && !named.has(place))
    if (index >= 0) named.set(index, field)
  }
  return named
}

/** Names of the map that no column of the book has. */
export function missingColumns(map: BookMap, headings: readonly string[]): string[] {
  return map.columns
    .filter(({ column }) =>
      typeof column === 'number' ? column > headings.length : !headings.some((h) => h.trim() === column),
    )
    .map(({ column }) => String(column))
}

/** What was found, as a map to start from. */
export function mapText(book: OpenBook, columns: BookColumns, year: number | undefined): string {
  const fields = new Map<number, string>(Object.entries(columns.at).map(([field, index]) => [index, field]))
  for (const index of columns.phones) fields.set(index, 'phone')
  for (const index of columns.notes) fields.set(index, 'note')
  const seen = new Set<string>()
  const named = columns.headings.map((heading, index) => {
    const name = columnName(columns.headings, index)
    const isPlain = heading.trim() === name && !seen.has(name)
    seen.add(name)
    return { column: isPlain ? name : index + 1, field: fields.get(index) ?? null }
  })
  const found = {
    encoding: book.encoding,
    delimiter: book.delimiter,
    header_line: book.header.line,
    year,
    columns: named,
  }
  return `${JSON.stringify(found, undefined, 2)}\n`
}
