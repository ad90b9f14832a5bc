import { faults } from './fault-table.ts'
import type { Text } from './text.ts'

export type FaultCode = keyof typeof faults

/** A user's problem: `code` decides the exit status and the next step, `what` says what and where. */
export class Fault extends Error {
  readonly code: FaultCode
  readonly what: Text
  readonly next: Text

  constructor(code: FaultCode, what: Text, next: Text = faults[code].next) {
    super(what.en)
    this.name = 'Fault'
    this.code = code
    this.what = what
    this.next = next
  }

  get status(): number {
    return faults[this.code].status
  }
}

/** Every code with its exit status and next step, for help and the README. */
export function faultTable(): { code: FaultCode; status: number; next: Text }[] {
  return Object.entries(faults).map(([code, { status, next }]) => ({ code: code as FaultCode, status, next }))
}
