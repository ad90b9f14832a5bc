import type { Invariant } from '../kernel/invariant.ts'
import { conductItemsKnown } from './invariants/conduct-items-known.ts'
import { oneSeatAtATime } from './invariants/one-seat-at-a-time.ts'

export const dutyInvariants: readonly Invariant[] = [oneSeatAtATime, conductItemsKnown]
