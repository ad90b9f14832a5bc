import type { Invariant } from '../kernel/invariant.ts'
import { changesRecorded } from './invariants/changes-recorded.ts'
import { chasesCounted } from './invariants/chases-counted.ts'
import { closedWithRepair } from './invariants/closed-with-repair.ts'
import { closedWithSignatures } from './invariants/closed-with-signatures.ts'
import { customerKeys } from './invariants/customer-keys.ts'
import { duplicatesAlive } from './invariants/duplicates-alive.ts'
import { duplicatesKnown } from './invariants/duplicates-known.ts'
import { holdWithAppointment } from './invariants/hold-with-appointment.ts'
import { latestApproval } from './invariants/latest-approval.ts'
import { latestHold } from './invariants/latest-hold.ts'
import { numbersWithoutGaps } from './invariants/numbers-without-gaps.ts'
import { repairsWhole } from './invariants/repairs-whole.ts'
import { timesInOrder } from './invariants/times-in-order.ts'

/** Rows of old books say what their book says; where the program's own habits bind, `import_id is null` stands. */
export const ticketInvariants: readonly Invariant[] = [
  numbersWithoutGaps,
  timesInOrder,
  repairsWhole,
  closedWithRepair,
  closedWithSignatures,
  chasesCounted,
  latestHold,
  holdWithAppointment,
  latestApproval,
  duplicatesKnown,
  duplicatesAlive,
  changesRecorded,
  customerKeys,
]
