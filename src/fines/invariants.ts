import type { Invariant } from '../kernel/invariant.ts'
import { changesAfterClose } from './invariants/changes-after-close.ts'
import { closedMonthsUnchanged } from './invariants/closed-months-unchanged.ts'
import { complaintsWithoutGaps } from './invariants/complaints-without-gaps.ts'
import { confirmedWithGround } from './invariants/confirmed-with-ground.ts'
import { decisionsWithFinding } from './invariants/decisions-with-finding.ts'
import { decisionsWithoutGaps } from './invariants/decisions-without-gaps.ts'
import { ledgerAddsUp } from './invariants/ledger-adds-up.ts'
import { ledgerFollowsDecisions } from './invariants/ledger-follows-decisions.ts'
import { ledgerWithoutGaps } from './invariants/ledger-without-gaps.ts'
import { linesInTheirMonth } from './invariants/lines-in-their-month.ts'
import { linesWithDecision } from './invariants/lines-with-decision.ts'

export const fineInvariants: readonly Invariant[] = [
  complaintsWithoutGaps,
  decisionsWithoutGaps,
  ledgerWithoutGaps,
  closedMonthsUnchanged,
  changesAfterClose,
  confirmedWithGround,
  decisionsWithFinding,
  ledgerAddsUp,
  ledgerFollowsDecisions,
  linesWithDecision,
  linesInTheirMonth,
]
