import type { Month } from '../kernel/calendar.ts'
import type { Fen } from '../kernel/money.ts'
import type { LedgerLine } from './decision.ts'
import type { Fine } from './fine.ts'

/** What one branch and maintainer owe for a month; counts and fen of confirmed fines, pending ones apart. */
export interface SummaryRow {
  readonly month: Month
  readonly branch: string
  readonly branch_name: string
  readonly maintainer: string | null
  readonly overdue_count: number
  readonly overdue: Fen
  readonly repeat_count: number
  readonly repeat: Fen
  readonly complaint_count: number
  readonly complaint: Fen
  /** Booked in this month for cases of earlier ones. */
  readonly adjustment: Fen
  readonly total: Fen
  readonly pending_count: number
  readonly pending: Fen
}

const ZERO = {
  overdue_count: 0,
  overdue: 0,
  repeat_count: 0,
  repeat: 0,
  complaint_count: 0,
  complaint: 0,
  adjustment: 0,
  total: 0,
  pending_count: 0,
  pending: 0,
}
type Sums = typeof ZERO
const SUMS = Object.keys(ZERO) as (keyof Sums)[]

interface Booked {
  readonly month: Month
  /** The lines booked in the month. */
  readonly lines: readonly LedgerLine[]
  readonly pending: readonly Fine[]
  /** Branch names by code. */
  readonly names: ReadonlyMap<string, string>
}

/** One row for each branch and maintainer that has anything but zeros. */
export function summarize({ month, lines, pending, names }: Booked): SummaryRow[] {
  const parts = [
    ...lines.map((line) => ({ who: line, sums: sumsOfLine(line) })),
    ...pending.map((fine) => ({ who: fine, sums: sumsOfPending(fine) })),
  ]
  return addUp(
    parts.map(({ who: { branch, maintainer }, sums }) => {
      return { month, branch, branch_name: names.get(branch) ?? branch, maintainer, ...ZERO, ...sums }
    }),
  )
}

function sumsOfLine({ month, booked_month, kind, amount, entry }: LedgerLine): Partial<Sums> {
  if (month !== booked_month) return { adjustment: amount, total: amount }
  return { [kind]: amount, [`${kind}_count`]: entry === 'reverse' ? -1 : 1, total: amount }
}

function sumsOfPending({ amount }: Fine): Partial<Sums> {
  return { pending_count: 1, pending: amount }
}

/** One row for each branch. */
export function byBranch(rows: readonly SummaryRow[]): SummaryRow[] {
  return addUp(rows.map((row) => ({ ...row, maintainer: null })))
}

/** Rows of one branch and maintainer as one; those that are all zero are left out. */
function addUp(rows: readonly SummaryRow[]): SummaryRow[] {
  const byWho = new Map<string, SummaryRow>()
  for (const row of rows) {
    const key = JSON.stringify([row.branch, row.maintainer])
    const known = byWho.get(key)
    byWho.set(key, known === undefined ? row : plus(known, row))
  }
  return [...byWho.values()]
    .filter((row) => SUMS.some((sum) => row[sum] !== 0))
    .sort((a, b) => compare(a.branch, b.branch) || compare(a.maintainer ?? '', b.maintainer ?? ''))
}

function plus(a: SummaryRow, b: SummaryRow): SummaryRow {
  return { ...a, ...Object.fromEntries(SUMS.map((sum) => [sum, a[sum] + b[sum]])) }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}
