import type { Fen } from './money.ts'
import type { Text } from './text.ts'
import type { Instant } from './zone.ts'

/** How a column's value is told: the renderers know no other kinds. */
export type Cell =
  /** `told`: what people read instead in tables. */
  | { kind: 'text'; value: string | undefined; told?: Text }
  /** A closed word: the code in JSON and CSV, its translation in tables. */
  | { kind: 'code'; value: string | undefined; word?: Text }
  | { kind: 'moment'; value: Instant | undefined }
  | { kind: 'count'; value: number | undefined }
  | { kind: 'yuan'; value: Fen | undefined }
  | { kind: 'flag'; value: boolean | undefined }
  /** Several words: an array in JSON. */
  | { kind: 'words'; value: readonly string[] }
  /** What the books of others have beside our columns, by its heading: an object in JSON. */
  | { kind: 'fields'; value: Readonly<Record<string, string>> | undefined }
  | { kind: 'list'; view: View<never>; value: readonly unknown[] }

/** How a value stands out on a screen: a breach, something that needs hurry, something over and done. */
export type Tone = 'bad' | 'soon' | 'past'

/** One column of a view: the same name in table, JSON and CSV. */
export interface Column<T> {
  readonly name: string
  readonly heading: Text
  /** Left out of tables of several records, to fit a screen; a single record shows all. */
  readonly detail?: boolean
  /** Left out of a table that does not fit the screen: 1 first, then 2 …; absent: never. */
  readonly spare?: number
  /** Left out of JSON where it has no value, and of tables. */
  readonly ifKnown?: boolean
  /** Holds records of its own. */
  readonly nested?: boolean
  /** Numbers that can be added up, below a list that is written as a workbook. */
  readonly sum?: boolean
  cell(row: T): Cell
  tone?(row: T): Tone | undefined
}

/** One list of columns for table, JSON and CSV. */
export type View<T> = readonly Column<T>[]

type Maybe<V> = V | null | undefined
type Of<T, V> = (row: T) => Maybe<V>

export function text<T>(name: string, heading: Text, value: Of<T, string>): Column<T> {
  return { name, heading, cell: (row) => ({ kind: 'text', value: value(row) ?? undefined }) }
}

/** A closed word with its translations. */
export function code<T>(
  name: string,
  heading: Text,
  value: Of<T, string>,
  words: Readonly<Record<string, Text>>,
): Column<T> {
  return {
    name,
    heading,
    cell(row) {
      const found = value(row) ?? undefined
      const word = found === undefined ? undefined : words[found]
      return word === undefined ? { kind: 'code', value: found } : { kind: 'code', value: found, word }
    },
  }
}

export function moment<T>(name: string, heading: Text, value: Of<T, Instant>): Column<T> {
  return { name, heading, cell: (row) => ({ kind: 'moment', value: value(row) ?? undefined }) }
}

export function count<T>(name: string, heading: Text, value: Of<T, number>): Column<T> {
  // A count of things, not a number that says something else: `ticket_count`, not `header_line`.
  const sum = name.endsWith('_count')
  return { name, heading, sum, cell: (row) => ({ kind: 'count', value: value(row) ?? undefined }) }
}

export function yuan<T>(name: string, heading: Text, value: Of<T, Fen>): Column<T> {
  return { name, heading, sum: true, cell: (row) => ({ kind: 'yuan', value: value(row) ?? undefined }) }
}

export function words<T>(name: string, heading: Text, value: (row: T) => readonly string[]): Column<T> {
  return { name, heading, cell: (row) => ({ kind: 'words', value: value(row) }) }
}

/** Kept as JSON text. */
export function fields<T>(name: string, heading: Text, value: Of<T, string>): Column<T> {
  return {
    name,
    heading,
    cell(row) {
      const kept = value(row) ?? undefined
      return { kind: 'fields', value: kept === undefined ? undefined : (JSON.parse(kept) as Record<string, string>) }
    },
  }
}

export function flag<T>(name: string, heading: Text, value: Of<T, boolean>): Column<T> {
  return { name, heading, cell: (row) => ({ kind: 'flag', value: value(row) ?? undefined }) }
}

/** Records inside a record: an array in JSON, a section below a single record, left out of CSV and tables. */
export function list<T, U>(name: string, heading: Text, view: View<U>, value: (row: T) => readonly U[]): Column<T> {
  return { name, heading, nested: true, cell: (row) => ({ kind: 'list', view, value: value(row) }) }
}

/** A column of few records: left out of tables, and of JSON where it has no value. */
export function ifKnown<T>(column: Column<T>): Column<T> {
  return { ...column, ifKnown: true, detail: true }
}

/** The same column, standing out by its row. */
export function toned<T>(column: Column<T>, tone: (row: T) => Tone | undefined): Column<T> {
  return { ...column, tone }
}

/** The same columns, some of which give way first where a screen is narrow. */
export function withSpares<T>(view: View<T>, spares: readonly string[]): View<T> {
  return view.map((column) =>
    spares.includes(column.name) ? { ...column, spare: spares.indexOf(column.name) + 1 } : column,
  )
}

/** The same columns, some of them left out of tables of several records. */
export function withDetails<T>(view: View<T>, wide: readonly string[]): View<T> {
  return view.map((column) => ({ ...column, detail: !wide.includes(column.name) }))
}

/** Only these columns are added up below the list. */
export function withSums<T>(view: View<T>, summed: readonly string[]): View<T> {
  return view.map((column) => ({ ...column, sum: summed.includes(column.name) }))
}
