import type { Value } from '../kernel/db.ts'

/** Is the value one that this program could have written? */
type CellCheck = (value: Value) => boolean

/** From the year 1000 to 9998: a time has four digits of year in every zone. */
const FIRST_SECOND = -30_610_224_000
const LAST_SECOND = 253_370_764_799
const MOST_MONEY = 1_000_000_000_000

const isWithin =
  (least: number, most: number): CellCheck =>
  (value) =>
    value === null || (Number.isInteger(value) && Number(value) >= least && Number(value) <= most)

const isTime = isWithin(FIRST_SECOND, LAST_SECOND)
const isCount = isWithin(0, Number.MAX_SAFE_INTEGER)
const isLike =
  (form: RegExp): CellCheck =>
  (value) =>
    value === null || form.test(String(value))
const isOneOf =
  (...words: readonly string[]): CellCheck =>
  (value) =>
    value === null || words.includes(String(value))

const isJson =
  (isShape: (parsed: unknown) => boolean): CellCheck =>
  (value) => {
    try {
      return value === null || isShape(JSON.parse(String(value)))
    } catch {
      return false
    }
  }
const isObject = (parsed: unknown): boolean => typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)

const TIMES = /_at$|^(?:at|deadline|approved_deadline|cut_off)$/
const COUNTS =
  /^(?:chases|reprints|ticket_count|revision|settled_revision|chase|hold|approval|decision|line|shift_no|place|rows_read|imported|duplicates|rejected)$/
const MONTHS = /^(?:booked_)?month$/

/** By the column's name, whichever table it stands in. */
const CHECKS: Readonly<Record<string, CellCheck>> = {
  amount: isWithin(-MOST_MONEY, MOST_MONEY),
  filed: isWithin(0, 1),
  date: isLike(/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/),
  service: isOneOf('tv', 'telecom'),
  fault_class: isOneOf('line', 'network', 'severe'),
  intake: isOneOf('desk', 'branch'),
  area: isOneOf('urban', 'township'),
  slot: isOneOf('morning', 'afternoon', 'notice'),
  handover_channel: isOneOf('paper', 'phone'),
  hold_reason: isOneOf('absent', 'customer-request', 'no-access', 'parts', 'weather', 'other'),
  verdict: isOneOf('confirm', 'dismiss', 'correct'),
  list: isJson(Array.isArray),
  summary: isJson(Array.isArray),
  extra: isJson(isObject),
  ground: isOneOf('not-upheld', 'duplicate', 'excused'),
}

/**
 * What a cell of this column must be, so that a time out of range or a word that nobody wrote is found where its row is
 * read, whoever reads it. Numbers beyond what JavaScript counts exactly are none of ours in any column.
 */
export function cellCheckOf(column: string): CellCheck {
  if (TIMES.test(column)) return isTime
  if (COUNTS.test(column)) return isCount
  if (MONTHS.test(column)) return isLike(/^\d{4}-(?:0[1-9]|1[0-2])$/)
  return (Object.hasOwn(CHECKS, column) ? CHECKS[column] : undefined) ?? isExact
}

const isExact: CellCheck = (value) => typeof value !== 'number' || Math.abs(value) <= Number.MAX_SAFE_INTEGER
