import type { LedgerLine, History } from './decision.ts'
import { keptLiability } from './fine.ts'
import type { Finding } from './rules.ts'

/** What a booked line says, and a finding too. */
export type Stated = Pick<
  LedgerLine,
  'kind' | 'channel' | 'ticket_no' | 'occurred_at' | 'amount' | 'branch' | 'maintainer'
>

/** Do the records say anything else of a confirmed fine than what was booked? Whom a correction names answers. */
export function movedSince(booked: Stated, finding: Finding, history: History): boolean {
  const said: Stated = { ...finding, ...keptLiability(history) }
  const fields = ['kind', 'channel', 'ticket_no', 'occurred_at', 'amount', 'branch', 'maintainer'] as const
  return fields.some((field) => said[field] !== booked[field])
}

/** Do the records contradict it? Where the branch alone answered, a maintainer who is known since contradicts nothing. */
export function contradicted(booked: Stated, finding: Finding, history: History): boolean {
  const { maintainer } = { ...finding, ...keptLiability(history) }
  return movedSince({ ...booked, maintainer: booked.maintainer ?? maintainer }, finding, history)
}
