import { ticketView } from '../ticket/views.ts'
import { BOOK_FIELDS } from './header-words.ts'
import type { BookField } from './header-words.ts'
import { belongTogether, chooseColumns, countsAnew, holdsHours, isBareBranch } from './headings/choose.ts'
import type { Unclear } from './headings/choose.ts'
import { meaningOfHeading } from './headings/meaning.ts'
import { BARE } from './headings/rules.ts'
import type { Meaning } from './headings/rules.ts'
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
  /** Fields for which several columns have an equal claim; nothing can be read before somebody settles it. */
  readonly unclear: readonly Unclear[]
  /** The slip number stands in a column that may only count lines. */
  readonly hasBareNumber: boolean
}

/** What the rows of a book say of its columns. */
export interface Evidence {
  /** The first rows, as they stand. */
  readonly samples: readonly (readonly string[])[]
  readonly isBranch: (cell: string) => boolean
}

const NO_EVIDENCE: Evidence = { samples: [], isBranch: () => true }

/** Marks of a rejects file, after the columns of the book. */
const MARKS: readonly BookField[] = ['_line', '_reason', '_book']

/** The field that a heading stands for; ours in either language too. */
export function fieldOf(heading: string): BookField | undefined {
  return meaningOfHeading(heading)?.field
}

/** Does a heading mean something only where nothing says more? */
export function isBareHeading(heading: string): boolean {
  return meaningOfHeading(heading)?.rank === BARE
}

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
  evidence: Evidence = NO_EVIDENCE,
): BookColumns {
  const isOwn = isOwnHeader(headings) && (named.size === 0 || isAsFound(named, fieldsByPlace(mapColumns(headings))))
  const meant = headings.map((heading, index) => meaningAt(heading, index, named, evidence))
  const joined = (field: BookField): number[] => meant.flatMap((m, index) => (m?.field === field ? [index] : []))
  const { at: chosen, unclear } = chooseColumns(withPairs(meant, evidence))
  const at = Object.fromEntries(BOOK_FIELDS.map((field) => [field, chosen.get(field) ?? -1])) as BookColumns['at']
  const [[, ...phones], [, ...notes]] = [joined('phone'), joined('note')]
  const all = { ...at, phone: joined('phone')[0] ?? -1, note: joined('note')[0] ?? -1 }
  const taken = new Set([...Object.values(all), ...phones, ...notes])
  const kept = isOwn ? [] : headings.map((_, index) => index).filter((index) => !taken.has(index))
  return {
    headings,
    at: withLoneDates(all),
    phones,
    notes,
    unmapped: kept,
    keys: keysOf(headings, kept, at.hold_reason),
    isOwn,
    unclear: isOwn ? [] : unclear.filter(({ field }) => !JOINED.includes(field as BookField)),
    hasBareNumber: meant[at.ticket_no]?.rank === BARE,
  }
}

/** What is named counts more than what a heading seems to say, and a heading without a clear meaning needs its cells. */
function meaningAt(
  heading: string,
  index: number,
  named: ReadonlyMap<number, BookField | null>,
  { samples, isBranch }: Evidence,
): Meaning | undefined {
  const said = named.get(index)
  if (said !== undefined) return said === null ? undefined : { field: said, rank: 0 }
  const meaning = meaningOfHeading(heading)
  if (meaning === undefined) return undefined
  if (isBareBranch(meaning) && !holdsBranches(samples, index, isBranch)) return undefined
  const isSerial = meaning.field === 'ticket_no' && meaning.rank >= BARE && countsAnew(samples, index)
  return isSerial ? undefined : meaning
}

/** At least every other cell. */
function holdsBranches(samples: Evidence['samples'], index: number, isBranch: Evidence['isBranch']): boolean {
  const told = samples.map((cells) => cells[index]?.trim() ?? '').filter((cell) => cell !== '')
  return told.filter(isBranch).length * 2 >= told.length
}

const PAIRS = [
  ['reported_date', 'reported_at'],
  ['repaired_date', 'repaired_at'],
] as const

/** A day of one event beside the moment of another one is no pair: the weaker of them is left out. */
function withPairs(meant: readonly (Meaning | undefined)[], { samples }: Evidence): (Meaning | undefined)[] {
  let left = [...meant]
  for (const [dateField, momentField] of PAIRS) {
    const { at } = chooseColumns(left)
    const [dateAt, momentAt] = [at.get(dateField), at.get(momentField)]
    if (dateAt === undefined || momentAt === undefined) continue
    const [date, moment] = [left[dateAt], left[momentAt]]
    if (date === undefined || moment === undefined) continue
    if (date.rank === 0 || moment.rank === 0 || belongTogether(date, moment, holdsHours(samples, momentAt))) continue
    const weaker = date.rank > moment.rank ? dateField : momentField
    left = left.map((meaning) => (meaning?.field === weaker ? undefined : meaning))
  }
  return left
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
function withLoneDates(found: Record<BookField, number>): Record<BookField, number> {
  const at = { ...found }
  for (const [date, moment] of PAIRS) {
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
