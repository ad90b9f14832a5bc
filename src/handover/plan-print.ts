import type { ReadDb, WriteDb } from '../kernel/db.ts'
import type { Instant } from '../kernel/zone.ts'
import type { Branch, Office } from '../office/office.ts'
import type { Ticket } from '../ticket/ticket.ts'
import { batchOf } from './batch.ts'
import type { Batch } from './batch.ts'
import { batchNumber } from './handover.ts'
import type { Handover } from './handover.ts'
import { insertHandover, readBranchesPast, readDue, readHandoversOf, readSlips } from './queries.ts'
import type { CutOff } from './rules.ts'

/** Slips of a branch that were reported before the cut-off and are on no sheet of this print. */
export interface LeftOut {
  readonly branch: Branch
  readonly tickets: readonly Ticket[]
  /** The batch of this half-day that was frozen without them; absent: a later half-day was printed already. */
  readonly frozen: Handover | undefined
}

/** What a print will do: batches printed before are printed again, the others are frozen now. */
export interface Plan {
  readonly again: readonly Handover[]
  readonly frozen: readonly { handover: Handover; tickets: readonly Ticket[] }[]
  readonly leftOut: readonly LeftOut[]
}

export async function planPrint(
  db: ReadDb,
  office: Office,
  cutOff: CutOff,
  branches: readonly Branch[],
  now: Instant,
): Promise<Plan> {
  const wanted = new Set(branches.map(({ code }) => code))
  const again = (await readHandoversOf(db, cutOff.date, cutOff.slot)).filter((handover) => wanted.has(handover.branch))
  const past = await readBranchesPast(db, cutOff.at)
  const due = await readDue(db, cutOff.at)
  const waiting = branches
    .map((branch) => ({ branch, tickets: due.filter((ticket) => ticket.branch === branch.code) }))
    .filter(({ tickets }) => tickets.length > 0)
  const frozenFor = (branch: Branch): Handover | undefined => again.find((handover) => handover.branch === branch.code)
  const isDone = (branch: Branch): boolean => frozenFor(branch) !== undefined || past.has(branch.code)
  return {
    again,
    frozen: waiting
      .filter(({ branch }) => !isDone(branch))
      .map(({ branch, tickets }) => ({ handover: newBatch(office, cutOff, branch, tickets.length, now), tickets })),
    leftOut: waiting
      .filter(({ branch }) => isDone(branch))
      .map(({ branch, tickets }) => ({ branch, tickets, frozen: frozenFor(branch) })),
  }
}

function newBatch(office: Office, cutOff: CutOff, branch: Branch, ticket_count: number, now: Instant): Handover {
  return {
    handover_no: batchNumber(office.office_code, cutOff.date, cutOff.slot, branch.code),
    channel: branch.area === 'township' ? 'phone' : 'paper',
    branch: branch.code,
    date: cutOff.date,
    slot: cutOff.slot,
    cut_off: cutOff.at,
    printed_at: now,
    reprints: 0,
    ticket_count,
    collected_by: null,
    signed_at: null,
  }
}

/** Freezes what is new; the batches by branch. */
export async function freezePlan(db: WriteDb, plan: Plan, office: Office, now: Instant): Promise<Batch[]> {
  const batches = await printedBefore(db, plan, office, now)
  for (const { handover, tickets } of plan.frozen)
    batches.push(batchOf(handover, await insertHandover(db, handover, tickets), office, now))
  return byBranch(batches)
}

/** The same, with nothing frozen. */
export async function previewPlan(db: ReadDb, plan: Plan, office: Office, now: Instant): Promise<Batch[]> {
  const batches = await printedBefore(db, plan, office, now)
  for (const { handover, tickets } of plan.frozen)
    batches.push(batchOf({ ...handover, printed_at: null, tickets: [] }, tickets, office, now))
  return byBranch(batches)
}

async function printedBefore(db: ReadDb, { again }: Plan, office: Office, now: Instant): Promise<Batch[]> {
  const batches: Batch[] = []
  for (const handover of again) batches.push(batchOf(handover, await readSlips(db, handover.handover_no), office, now))
  return batches
}

function byBranch(batches: readonly Batch[]): Batch[] {
  return batches.toSorted((a, b) => (a.branch < b.branch ? -1 : 1))
}
