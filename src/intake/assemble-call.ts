import type { ReadDb } from '../kernel/db.ts'
import { Fault } from '../kernel/faults.ts'
import { cliWords } from '../kernel/messages/cli.ts'
import { flagWords } from '../kernel/messages/flags.ts'
import { intakeWords as t } from '../kernel/messages/intake.ts'
import { flagName } from '../kernel/verb.ts'
import type { Given } from '../kernel/verb.ts'
import type { Instant } from '../kernel/zone.ts'
import { onDutyAt } from '../duty/queries.ts'
import { findBranch } from '../office/find-people.ts'
import { presentBranch, requireOpenBranch } from '../office/moves-and-ends.ts'
import { readBranches } from '../office/queries.ts'
import type { Call } from '../ticket/ticket.ts'
import type { callFlags } from './call-flags.ts'
import { knownCustomers } from './find-customer.ts'

/** What the clerk said of the call so far. */
export type CallGiven = Given<typeof callFlags> & { readonly reported_at: Instant }

/** The call as given, with what is known of the customer where nothing was. */
export async function assembleCall(db: ReadDb, given: CallGiven): Promise<Call> {
  const filled = await fillInDesk(db, await fillIn(db, given))
  const { name, address, phone, symptom, class: fault_class, branch, taken_by } = filled
  if (
    name === undefined ||
    address === undefined ||
    phone === undefined ||
    symptom === undefined ||
    fault_class === undefined ||
    branch === undefined ||
    taken_by === undefined
  ) {
    throw missing(filled)
  }
  const { code } = findBranch(await readBranches(db), branch)
  await requireOpenBranch(db, code)
  return {
    fault_class,
    service: filled.service ?? null,
    account_no: filled.account ?? null,
    customer_name: name,
    address,
    phone,
    symptom,
    intake: filled.intake ?? 'desk',
    branch: code,
    reported_at: given.reported_at,
    taken_by,
    note: filled.note ?? null,
  }
}

const NEEDED = ['phone', 'name', 'address', 'branch', 'symptom', 'class', 'taken_by'] as const

/** Is there nothing left to ask? */
export function isComplete(given: CallGiven): boolean {
  return NEEDED.every((key) => given[key] !== undefined)
}

function missing(given: CallGiven): Fault {
  const labels = NEEDED.filter((key) => given[key] === undefined).map(flagName)
  return new Fault('USAGE', flagWords.missing(labels), cliWords.seeHelp('log'))
}

async function fillIn(db: ReadDb, given: CallGiven): Promise<CallGiven> {
  const { phone, account } = given
  const isComplete = [phone, given.name, given.address, given.branch].every((value) => value !== undefined)
  if (isComplete || (phone ?? account) === undefined) return given
  const known = (await knownCustomers(db, phone, account)).filter(
    (c) => (given.name ?? c.customer_name) === c.customer_name && (given.address ?? c.address) === c.address,
  )
  const [customer, another] = known
  if (customer === undefined) return given
  if (another !== undefined) {
    const all = known.map((c) => `${c.customer_name} ${c.address} (${c.branch})`)
    throw new Fault('USAGE', t.severalKnown(phone ?? account ?? '', all), t.sayWho)
  }
  return {
    ...given,
    name: given.name ?? customer.customer_name,
    address: given.address ?? customer.address,
    branch: given.branch ?? (await presentBranch(db, customer.branch)),
    phone: phone ?? customer.phone,
    account: account ?? customer.account_no ?? undefined,
  }
}

/** The only one on duty took it (1.1); a branch that takes calls itself has no duty list here. */
async function fillInDesk(db: ReadDb, given: CallGiven): Promise<CallGiven> {
  if (given.taken_by !== undefined || given.intake === 'branch') return given
  const [taken_by, another] = await onDutyAt(db, given.reported_at)
  return another === undefined ? { ...given, taken_by } : given
}
