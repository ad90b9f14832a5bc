import type { Invariant } from '../kernel/invariant.ts'
import { noticesWithoutGaps } from './invariants/notices-without-gaps.ts'
import { oneBatchAtATime } from './invariants/one-batch-at-a-time.ts'
import { signaturesWhole } from './invariants/signatures-whole.ts'
import { slipsCounted } from './invariants/slips-counted.ts'
import { ticketsInTheirBatch } from './invariants/tickets-in-their-batch.ts'

export const handoverInvariants: readonly Invariant[] = [
  slipsCounted,
  signaturesWhole,
  ticketsInTheirBatch,
  oneBatchAtATime,
  noticesWithoutGaps,
]
