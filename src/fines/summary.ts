import type { Month } from '../kernel/calendar.ts'
import type { Fen } from '../kernel/money.ts'
import type { Liability } from './complaint.ts'
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
  const sums = new SumsByWho()
  for (const line of lines) addLine(sums.of(line), line)
  for (const fine of pending) addPending(sums.of(fine), fine)
  return sums.rows(({ branch }) => ({ month, branch_name: names.get(branch) ?? branch }))
}

function addLine(sums: Sums, { month, booked_month, kind, amount, entry }: LedgerLine): void {
  sums.total += amount
  if (month !== booked_month) {
    sums.adjustment += amount
    return
  }
  sums[kind] += amount
  sums[`${kind}_count`] += entry === 'reverse' ? -1 : 1
}

function addPending(sums: Sums, { amount }: Fine): void {
  sums.pending_count += 1
  sums.pending += amount
}

/** The rows added up anew, by whoever is to stand for each. */
export function regrouped(rows: readonly SummaryRow[], whoOf: (row: SummaryRow) => Liability): SummaryRow[] {
  const sums = new SumsByWho()
  for (const row of rows) {
    const own = sums.of(whoOf(row))
    for (const sum of SUMS) own[sum] += row[sum]
  }
  return sums.rows(({ branch }) => {
    const first = rows.find((row) => row.branch === branch)
    return { month: rows[0]?.month ?? '', branch_name: first?.branch_name ?? branch }
  })
}

/** All rows as one; absent where there are none. */
export function addedUp(rows: readonly SummaryRow[]): SummaryRow | undefined {
  const [first] = rows
  if (first === undefined) return undefined
  const sums = { ...ZERO }
  for (const row of rows) for (const sum of SUMS) sums[sum] += row[sum]
  return { ...first, branch: '', branch_name: '', maintainer: null, ...sums }
}

/** Adds up by branch and maintainer; whoever has nothing but zeros is left out. */
class SumsByWho {
  private readonly sums = new Map<string, { readonly who: Liability; readonly sums: Sums }>()

  of({ branch, maintainer }: Liability): Sums {
    const key = JSON.stringify([branch, maintainer])
    const known = this.sums.get(key) ?? { who: { branch, maintainer }, sums: { ...ZERO } }
    this.sums.set(key, known)
    return known.sums
  }

  rows(named: (who: Liability) => Pick<SummaryRow, 'month' | 'branch_name'>): SummaryRow[] {
    return [...this.sums.values()]
      .filter(({ sums }) => SUMS.some((sum) => sums[sum] !== 0))
      .map(({ who, sums }) => {
        const { month, branch_name } = named(who)
        return { month, branch: who.branch, branch_name, maintainer: who.maintainer, ...sums }
      })
      .sort((a, b) => compare(a.branch, b.branch) || compare(a.maintainer ?? '', b.maintainer ?? ''))
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}
