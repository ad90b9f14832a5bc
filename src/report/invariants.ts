import { MOST_BREACHES } from '../kernel/invariant.ts'
import type { Breach, Invariant } from '../kernel/invariant.ts'
import type { Ctx } from '../kernel/ctx.ts'
import type { ReadDb } from '../kernel/db.ts'
import { Fault } from '../kernel/faults.ts'
import { invariantWords as t } from '../kernel/messages/invariants.ts'
import type { Clock } from '../kernel/moment.ts'
import type { Text } from '../kernel/text.ts'
import { bookInvariants } from '../books/invariants.ts'
import { dutyInvariants } from '../duty/invariants.ts'
import { fineInvariants } from '../fines/invariants.ts'
import { handoverInvariants } from '../handover/invariants.ts'
import { officeInvariants } from '../office/invariants.ts'
import { asFault } from '../store/driver-faults.ts'
import { Interrupted, giveWay } from '../store/interrupted.ts'
import { storeInvariants } from '../store/invariants.ts'
import { doubtful } from '../ticket/each-ticket.ts'
import { ticketInvariants } from '../ticket/invariants.ts'

/** Everything that must hold, in the order of the rooms. */
export const invariants: readonly Invariant[] = [
  ...storeInvariants,
  ...officeInvariants,
  ...ticketInvariants,
  ...dutyInvariants,
  ...handoverInvariants,
  ...fineInvariants,
  ...bookInvariants,
]

/** A breach with the invariant that it breaks. */
export interface Broken extends Breach {
  readonly invariant: Invariant
}

/** All breaches; of each invariant at most a thousand. */
export async function brokenIn(db: ReadDb, ctx: Clock & Pick<Ctx, 'signal'>, full: boolean): Promise<Broken[]> {
  const asked = invariants.filter(({ thorough }) => thorough !== true || full)
  const found: Broken[] = []
  await giveWay(ctx.signal)
  for (const invariant of await worthALook(db, asked)) {
    await giveWay(ctx.signal)
    found.push(...(await breachesOf(invariant, db, ctx)))
  }
  return found
}

async function worthALook(db: ReadDb, asked: readonly Invariant[]): Promise<readonly Invariant[]> {
  try {
    return await doubtful(db, asked)
  } catch (error) {
    whyUnread(error)
    return asked
  }
}

async function breachesOf(invariant: Invariant, db: ReadDb, clock: Clock): Promise<Broken[]> {
  const found: Broken[] = []
  try {
    for await (const breach of invariant.breaches(db, clock)) {
      found.push({ ...breach, invariant })
      if (found.length >= MOST_BREACHES) break
    }
  } catch (error) {
    // What cannot be read on the way is a finding like any other.
    found.push({ subject: invariant.name, what: whyUnread(error), invariant })
  }
  return found
}

/** Records that no program wrote stop any reader; what the system or the user stops is no finding. */
function whyUnread(error: unknown): Text {
  if (error instanceof Fault && error.code === 'DB_DAMAGED') return error.what
  if (error instanceof Interrupted || asFault(error, '') instanceof Fault) throw error
  return t.unread(error instanceof Error ? error.message : String(error))
}
