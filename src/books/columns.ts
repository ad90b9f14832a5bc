import { fieldWords as h } from '../kernel/messages/fields.ts'
import { ticketView } from '../ticket/views.ts'
import { BOOK_FIELDS, HEADER_WORDS, foldHeading } from './header-words.ts'
import type { BookField } from './header-words.ts'
import { isLost } from './lost-text.ts'
import { STAGED_COLUMNS } from '../ticket/staged-tickets.ts'
import type { StagedColumn } from '../ticket/staged-tickets.ts'

/** Which column of a book tells which field. */
export interface BookColumns {
  readonly headings: readonly string[]
  /** The column of each field; −1: none. */
  readonly at: Readonly<Record<BookField, number>>
  /** Further columns of phones and notes. */
  readonly phones: readonly number[]
  readonly notes: readonly number[]
  /** Columns that are about none of our fields; kept with the ticket. */
  readonly unmapped: readonly number[]
  /** What each of them is called there: no two alike. */
  readonly keys: readonly string[]
  /** A file with exactly our columns: read literally. */
  readonly isOwn: boolean
}

/** Marks of a rejects file, after the columns of the book. */
const MARKS: readonly BookField[] = ['_line', '_reason', '_book']

/** The field that a heading stands for; ours in either language too. */
export function fieldOf(heading: string): BookField | undefined {
  return HEADER_WORDS.get(foldHeading(heading)) ?? OURS_IN_CHINESE.get(foldHeading(heading))
}

const OURS_IN_CHINESE: ReadonlyMap<string, BookField> = new Map(
  BOOK_FIELDS.flatMap((field) => (field in h ? [[foldHeading(h[field as keyof typeof h].zh), field] as const] : [])),
)

const OUR_NAMES = ticketView.map((column) => column.name)
const OUR_HEADINGS = ticketView.map((column) => column.heading.zh)

/** Does the header show one of our own exports, or its rejects file? */
export function isOwnHeader(headings: readonly string[]): boolean {
  const rest = headings.slice(OUR_NAMES.length)
  if (rest.length > 0 && rest.join() !== MARKS.join()) return false
  const ours = headings.slice(0, OUR_NAMES.length)
  return same(ours, OUR_NAMES) || same(ours, OUR_HEADINGS)
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((value, index) => value === b[index])
}

/** Fields that several columns may tell: what they say is joined. */
export const JOINED: readonly BookField[] = ['phone', 'note']

/** `named`: what `--map` says of single columns, by their place; `null` leaves one out of the fields. */
export function mapColumns(
  headings: readonly string[],
  named: ReadonlyMap<number, BookField | null> = new Map(),
): BookColumns {
  const at = Object.fromEntries(BOOK_FIELDS.map((field) => [field, -1])) as Record<BookField, number>
  const further = { phone: [] as number[], note: [] as number[] }
  const found = headings.map((heading, index) => (named.has(index) ? named.get(index) : fieldOf(heading)) ?? undefined)
  // What is named counts more than what a heading seems to say.
  for (const [index, field] of found.entries()) {
    if (field !== undefined && named.has(index) && !JOINED.includes(field)) at[field] = index
  }
  const unmapped: number[] = []
  for (const [index, field] of found.entries()) {
    if (field === undefined) unmapped.push(index)
    else if (at[field] < 0) at[field] = index
    else if (field === 'phone' || field === 'note') further[field].push(index)
    else if (at[field] !== index) unmapped.push(index)
  }
  const isOwn = isOwnHeader(headings) && (named.size === 0 || isAsFound(named, fieldsByPlace(mapColumns(headings))))
  const kept = isOwn ? [] : unmapped
  const keys = keysOf(headings, kept, at.hold_reason)
  return { headings, at: withLoneDates(at), phones: further.phone, notes: further.note, unmapped: kept, keys, isOwn }
}

/** Headings, those that come again with the place of their column. Reasons in words of their own stand beside them. */
function keysOf(headings: readonly string[], unmapped: readonly number[], holdReason: number): string[] {
  const taken = new Set(holdReason < 0 ? [] : [columnName(headings, holdReason)])
  return unmapped.map((index) => {
    let key = columnName(headings, index)
    while (taken.has(key)) key = `${key}#${index + 1}`
    taken.add(key)
    return key
  })
}

/** Does a map say no more than what is found without it? */
function isAsFound(
  named: ReadonlyMap<number, BookField | null>,
  found: ReadonlyMap<number, string | undefined>,
): boolean {
  return [...named].every(([index, field]) => (found.get(index) ?? null) === field)
}

/** Which field each mapped column tells. */
export function fieldsByPlace({ at, phones, notes }: BookColumns): Map<number, string> {
  const fields = new Map(Object.entries(at).map(([field, index]) => [index, field]))
  for (const index of phones) fields.set(index, 'phone')
  for (const index of notes) fields.set(index, 'note')
  fields.delete(-1)
  return fields
}

/** What the rows of a book always have, whatever its columns. */
const ALWAYS: readonly StagedColumn[] = [
  ...(['seq', 'ticket_no', 'fault_class', 'customer_name', 'address', 'phone', 'symptom', 'intake', 'branch'] as const),
  ...(['reported_at', 'entered_at', 'taken_by', 'source', 'phone_key', 'place_key'] as const),
  ...(['closed_at', 'filed', 'import_key'] as const),
]
/** What a column of the stage needs to be told of beside itself. */
const NEEDS: Readonly<Partial<Record<StagedColumn, BookField>>> = {
  void_at: 'status',
  import_hash: 'ticket_no',
  extra: 'hold_reason',
}

/** The columns of the stage that rows of these columns can fill. */
export function liveColumns({ at, unmapped, isOwn }: BookColumns): readonly StagedColumn[] {
  if (isOwn) return STAGED_COLUMNS
  const isTold = (field: string): boolean => field in at && at[field as BookField] >= 0
  return STAGED_COLUMNS.filter((column) => {
    return ALWAYS.includes(column) || isTold(NEEDS[column] ?? column) || (column === 'extra' && unmapped.length > 0)
  })
}

/** A date column without a time column beside it is the moment. */
function withLoneDates(at: Record<BookField, number>): Record<BookField, number> {
  for (const [date, moment] of [
    ['reported_date', 'reported_at'],
    ['repaired_date', 'repaired_at'],
  ] as const) {
    if (at[moment] >= 0) continue
    at[moment] = at[date]
    at[date] = -1
  }
  return at
}

/** Column → field, for the report. */
export function mappingOf(columns: BookColumns): { column: string; field: string }[] {
  if (columns.isOwn) return OUR_NAMES.map((field, index) => ({ column: columnName(columns.headings, index), field }))
  const further = [
    ...columns.phones.map((index) => ['phone', index] as const),
    ...columns.notes.map((index) => ['note', index] as const),
  ]
  return [...Object.entries(columns.at), ...further]
    .filter(([, index]) => index >= 0)
    .sort(([, a], [, b]) => a - b)
    .map(([field, index]) => ({ column: columnName(columns.headings, index), field }))
}

/** A column's heading, or its place where it has none that can be kept. */
export function columnName(headings: readonly string[], index: number): string {
  const heading = headings[index]?.trim() ?? ''
  return heading === '' || isLost(heading) ? `#${index + 1}` : heading
}
