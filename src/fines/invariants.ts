import type { Invariant } from '../kernel/invariant.ts'
import { closedMonthsUnchanged } from './invariants/closed-months-unchanged.ts'
import { confirmedWithGround } from './invariants/confirmed-with-ground.ts'
import { decisionsWithFinding } from './invariants/decisions-with-finding.ts'
import { ledgerAddsUp } from './invariants/ledger-adds-up.ts'
import { ledgerFollowsDecisions } from './invariants/ledger-follows-decisions.ts'

export const fineInvariants: readonly Invariant[] = [
  closedMonthsUnchanged,
  confirmedWithGround,
  decisionsWithFinding,
  ledgerAddsUp,
  ledgerFollowsDecisions,
]
