import { Fault } from '../../kernel/faults.ts'
import { serverWords as t } from '../../kernel/messages/server.ts'
import type { Value } from '../../kernel/db.ts'

type Parse = (text: string) => Value

const BOOL = 16
const NUMBERS = new Set([20, 21, 23, 26, 700, 701, 1700])

/** The value of a cell as the port has it: counts and sums are numbers, what is true is 1. */
export const cellValues = {
  getTypeParser: (oid: number): Parse => {
    if (oid === BOOL) return (text) => (text === 't' ? 1 : 0)
    return NUMBERS.has(oid) ? wholeNumber : (text) => text
  },
}

function wholeNumber(text: string): number {
  const value = Number(text)
  if (!Number.isFinite(value) || Math.abs(value) > Number.MAX_SAFE_INTEGER)
    throw new Fault('DB_DAMAGED', t.outOfRange(text))
  return value
}
