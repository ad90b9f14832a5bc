import type { Fen } from '../kernel/money.ts'
import { joinedBranches } from '../office/joined-branches.ts'
import type { BranchJoin } from '../office/joined-branches.ts'
import type { NamedFine } from './fine.ts'

/** `booked`: of the month itself; `adjusted`: booked in it for an earlier one; `pending`: nobody has verified it yet. */
export const PAY_PARTS = ['booked', 'adjusted', 'pending'] as const
export type PayPart = (typeof PAY_PARTS)[number]

/** One person of one branch, or what the branch itself answers for. */
export interface PayBlock {
  readonly branch: string
  readonly maintainer: string | null
  readonly fines: Readonly<Record<PayPart, readonly NamedFine[]>>
  /** What is to be paid: all that is booked in the month. */
  readonly total: Fen
  /** Not to be paid as long as nobody has verified it. */
  readonly pending: Fen
}

/** The people of one branch. */
export interface PayPage {
  readonly branch: string
  readonly blocks: readonly PayBlock[]
  readonly total: Fen
  readonly pending: Fen
}

/** A month's list for payroll: its totals are those of the summary, to the fen. */
export function payPages(month: string, list: readonly NamedFine[], joins: readonly BranchJoin[]): PayPage[] {
  const owed = list.filter((fine) => partOf(month, fine) !== undefined)
  const byWho = grouped(owed, ({ branch, maintainer }) => {
    return JSON.stringify([joinedBranches(joins, maintainer, branch).present, maintainer])
  })
  const blocks = [...byWho].map(([who, fines]) => blockOf(month, who, fines))
  const pages = [...grouped(blocks, ({ branch }) => branch)].map(([branch, own]) => pageOf(branch, own))
  return pages.sort((a, b) => compare(a.branch, b.branch))
}

function grouped<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row])
  return groups
}

function pageOf(branch: string, blocks: PayBlock[]): PayPage {
  blocks.sort((a, b) => compare(a.maintainer ?? '', b.maintainer ?? ''))
  return { branch, blocks, total: sumOf(blocks, 'total'), pending: sumOf(blocks, 'pending') }
}

function sumOf(blocks: readonly PayBlock[], field: 'total' | 'pending'): Fen {
  return blocks.reduce((sum, block) => sum + block[field], 0)
}

function blockOf(month: string, who: string, fines: readonly NamedFine[]): PayBlock {
  const [branch, maintainer] = JSON.parse(who) as [string, string | null]
  const of = (part: PayPart): NamedFine[] => fines.filter((fine) => partOf(month, fine) === part)
  const parts = { booked: of('booked'), adjusted: of('adjusted'), pending: of('pending') }
  const add = (own: readonly NamedFine[]): Fen => own.reduce((sum, { amount }) => sum + amount, 0)
  return {
    branch,
    maintainer,
    fines: parts,
    total: add(parts.booked) + add(parts.adjusted),
    pending: add(parts.pending),
  }
}

/** Whatever was dismissed, or is booked elsewhere, is nothing for payroll. */
function partOf(month: string, fine: NamedFine): PayPart | undefined {
  if (fine.booked_month === month) return fine.month === month ? 'booked' : 'adjusted'
  return fine.status === 'pending' ? 'pending' : undefined
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}
