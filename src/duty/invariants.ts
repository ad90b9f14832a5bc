import type { Invariant } from '../kernel/invariant.ts'
import { conductItemsKnown } from './invariants/conduct-items-known.ts'
import { inspectionsWithoutGaps } from './invariants/inspections-without-gaps.ts'
import { notesWithoutGaps } from './invariants/notes-without-gaps.ts'
import { oneSeatAtATime } from './invariants/one-seat-at-a-time.ts'
import { shiftsWithoutGaps } from './invariants/shifts-without-gaps.ts'

export const dutyInvariants: readonly Invariant[] = [
  shiftsWithoutGaps,
  inspectionsWithoutGaps,
  oneSeatAtATime,
  notesWithoutGaps,
  conductItemsKnown,
]
