import { isWall } from '../kernel/zone.ts'
import type { Instant } from '../kernel/zone.ts'

export const FAULT_CLASSES = ['line', 'network', 'severe'] as const
export type FaultClass = (typeof FAULT_CLASSES)[number]

export const SERVICES = ['tv', 'telecom'] as const
export type Service = (typeof SERVICES)[number]

export const INTAKES = ['desk', 'branch'] as const
/** Who took the call: the customer department, or the township branch itself (2.7). */
export type Intake = (typeof INTAKES)[number]

export const HOLD_REASONS = ['absent', 'customer-request', 'no-access', 'parts', 'weather', 'other'] as const
export type HoldReason = (typeof HOLD_REASONS)[number]

/** Art. 2.6 asks for an appointment where it is the customer that was missed; parts and weather have none yet. */
export function needsAppointment(reason: HoldReason): boolean {
  return reason === 'absent' || reason === 'customer-request' || reason === 'no-access'
}

/**
 * One report of a fault and all that happened to it: the facts, as table `ticket` holds them. `null` is "not (yet)".
 * Deadline, late and status are verdicts: see `judge`.
 */
export interface Ticket {
  readonly ticket_no: string
  readonly fault_class: FaultClass
  readonly service: Service | null
  readonly account_no: string | null
  readonly customer_name: string
  readonly address: string
  readonly phone: string
  readonly symptom: string
  readonly intake: Intake
  readonly branch: string
  /** When the customer called; the clock starts here (2.2). */
  readonly reported_at: Instant
  /** When it was typed. */
  readonly entered_at: Instant
  readonly taken_by: string
  readonly note: string | null
  /** `book:line` for rows of an old book. */
  readonly source: string | null
  readonly phone_key: string | null
  readonly place_key: number | null
  /** The approval that counts, of a severe fault (2.4). */
  readonly approved_deadline: Instant | null
  readonly approved_by: string | null
  /** The current batch (1.4), when it was printed and whether paper went out. */
  readonly handover_no: string | null
  readonly handed_over_at: Instant | null
  readonly handover_channel: 'paper' | 'phone' | null
  readonly assigned_to: string | null
  readonly assigned_at: Instant | null
  readonly chases: number
  /** The latest hold (2.6). */
  readonly hold_reason: HoldReason | null
  readonly appointment_at: Instant | null
  readonly repaired_at: Instant | null
  readonly repaired_by: string | null
  readonly resolution: string | null
  readonly customer_signed_by: string | null
  readonly maintainer_signed_by: string | null
  readonly returned_at: Instant | null
  readonly no_slip_reason: string | null
  /** When the desk recorded that the slip is back. */
  readonly closed_at: Instant | null
  /** 1: an old row without a repair, filed as closed when its book was brought in. */
  readonly filed: number
  readonly void_at: Instant | null
  readonly void_reason: string | null
  readonly duplicate_of: string | null
  readonly import_id: string | null
  readonly import_key: string | null
  readonly import_hash: string | null
  /** Columns of an old book that have no field here, as JSON. */
  readonly extra: string | null
  /** Counts the changes, so that two seats cannot overwrite one another. */
  readonly revision: number
  /** Whose it was until its branch was merged, as JSON: see `branchAt`. */
  readonly former_branches: string | null
}

/** What the caller says. */
export interface Call {
  readonly fault_class: FaultClass
  readonly service: Service | null
  readonly account_no: string | null
  readonly customer_name: string
  readonly address: string
  readonly phone: string
  readonly symptom: string
  readonly intake: Intake
  readonly branch: string
  readonly reported_at: Instant
  readonly taken_by: string
  readonly note: string | null
}

/** Nothing has happened to it yet. */
const UNTOUCHED = {
  source: null,
  approved_deadline: null,
  approved_by: null,
  handover_no: null,
  handed_over_at: null,
  handover_channel: null,
  assigned_to: null,
  assigned_at: null,
  chases: 0,
  hold_reason: null,
  appointment_at: null,
  repaired_at: null,
  repaired_by: null,
  resolution: null,
  customer_signed_by: null,
  maintainer_signed_by: null,
  returned_at: null,
  no_slip_reason: null,
  closed_at: null,
  filed: 0,
  void_at: null,
  void_reason: null,
  duplicate_of: null,
  import_id: null,
  import_key: null,
  import_hash: null,
  extra: null,
  revision: 1,
  former_branches: null,
} as const

/** A ticket as a call makes it (1.3). The customer's keys are set when it is written. */
export function ticketOfCall(ticket_no: string, call: Call, entered_at: Instant): Ticket {
  return { ticket_no, ...call, entered_at, phone_key: null, place_key: null, ...UNTOUCHED }
}

/** `KF-20261122-0001`: office code, day of the report, a gap-free number of that day. */
export function ticketNumber(officeCode: string, day: string, number: number): string {
  return `${officeCode}-${day.replaceAll('-', '')}-${String(number).padStart(4, '0')}`
}

const NUMBER = /^([^-]+)-(\d{8})-(\d{4,})$/
const MOST_DIGITS = 9
/** A million numbers of a book are of some thousand days. */
const realDays = new Set<string>()

/** What keeps a number of this office's form from being one that it ever gives; absent too for any other number. */
export function flawOfNumber(ticketNo: string, officeCode: string): 'no-such-day' | 'no-such-number' | undefined {
  const match = NUMBER.exec(ticketNo)
  if (match === null || match[1] !== officeCode) return undefined
  const [, , day = '', digits = ''] = match
  if (!realDays.has(day) && !isReal(day)) return 'no-such-day'
  realDays.add(day)
  const isGiven = digits.length <= MOST_DIGITS && digits !== '0000' && (digits.length === 4 || digits[0] !== '0')
  return isGiven ? undefined : 'no-such-number'
}

function isReal(day: string): boolean {
  const [year, month, date] = [Number(day.slice(0, 4)), Number(day.slice(4, 6)), Number(day.slice(6))]
  return isWall({ year, month, day: date, hour: 0, minute: 0, second: 0 })
}

/** The counter behind a day's numbers. */
export function ticketSeries(day: string): string {
  return `ticket:${day}`
}
