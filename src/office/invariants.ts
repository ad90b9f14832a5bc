import type { Invariant } from '../kernel/invariant.ts'
import { rulesFromTheBeginning } from './invariants/rules-from-the-beginning.ts'
import { rulesMakeSense } from './invariants/rules-make-sense.ts'
import { settingsReadable } from './invariants/settings-readable.ts'

export const officeInvariants: readonly Invariant[] = [settingsReadable, rulesFromTheBeginning, rulesMakeSense]
