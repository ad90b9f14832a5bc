import type { Invariant } from '../kernel/invariant.ts'
import { importsWhole } from './invariants/imports-whole.ts'
import { importsWithoutGaps } from './invariants/imports-without-gaps.ts'

export const bookInvariants: readonly Invariant[] = [importsWithoutGaps, importsWhole]
