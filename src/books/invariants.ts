import type { Invariant } from '../kernel/invariant.ts'
import { importsWhole } from './invariants/imports-whole.ts'

export const bookInvariants: readonly Invariant[] = [importsWhole]
