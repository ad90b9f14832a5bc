import type { Invariant } from '../kernel/invariant.ts'
import { journalTellsAll } from './invariants/journal-tells-all.ts'
import { journalWithoutGaps } from './invariants/journal-without-gaps.ts'
import { rowsRecorded } from './invariants/rows-recorded.ts'

export const storeInvariants: readonly Invariant[] = [journalWithoutGaps, rowsRecorded, journalTellsAll]
