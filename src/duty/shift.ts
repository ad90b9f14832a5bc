import type { Instant } from '../kernel/zone.ts'

/** Somebody's time at the desk (1.1): `on_at ≤ moment < off_at`; `off_at` is absent while on duty. */
export interface Shift {
  readonly shift_no: number
  readonly name: string
  readonly on_at: Instant
  readonly off_at: Instant | null
  readonly entered_at: Instant
  /** `book:line` for rows of an old roster. */
  readonly source: string | null
  readonly import_id: string | null
  readonly void_at: Instant | null
  readonly void_reason: string | null
}

const UNTOUCHED = { source: null, import_id: null, void_at: null, void_reason: null } as const

/** A shift as the desk signs it. */
export function shiftSigned(shift_no: number, signed: Pick<Shift, 'name' | 'on_at' | 'off_at' | 'entered_at'>): Shift {
  return { shift_no, ...signed, ...UNTOUCHED }
}

/** A shift as an old roster has it; it gets its number when it is written. */
export function shiftOfRoster(
  row: Pick<Shift, 'name' | 'on_at' | 'off_at' | 'entered_at' | 'source' | 'import_id'>,
): Omit<Shift, 'shift_no'> {
  return { ...UNTOUCHED, ...row }
}
