import { dayAt, readableTime } from '../kernel/calendar.ts'
import type { Day } from '../kernel/calendar.ts'
import type { Ctx } from '../kernel/ctx.ts'
import type { ReadDb, WriteDb } from '../kernel/db.ts'
import { Fault } from '../kernel/faults.ts'
import * as f from '../kernel/flags.ts'
import { handoverWords as t } from '../kernel/messages/handover.ts'
import { paper } from '../kernel/outcome.ts'
import { PAPER_FORMATS, printed } from '../kernel/paper.ts'
import { verb } from '../kernel/verb.ts'
import { findBranch } from '../office/find-people.ts'
import type { Branch, Office } from '../office/office.ts'
import { readBranches, readOffice } from '../office/queries.ts'
import type { Ticket } from '../ticket/ticket.ts'
import { batchSheet } from './batch-sheet.ts'
import { batchOf, batchView } from './batch.ts'
import type { Batch } from './batch.ts'
import { SLOTS, batchNumber } from './handover.ts'
import type { Handover, Slot } from './handover.ts'
import { countReprint, insertHandover, readBranchesPast, readDue, readHandoversOf, readSlips } from './queries.ts'
import { cutOffOf, latestCutOff, nextCutOff } from './rules.ts'
import type { CutOff } from './rules.ts'

/** What a print will do: batches printed before are printed again, the others are frozen now. */
interface Plan {
  readonly again: readonly Handover[]
  readonly frozen: readonly { handover: Handover; tickets: readonly Ticket[] }[]
}

/** Art. 1.4: each half-day's slips go to the branch concerned. */
export const printBatches = verb({
  path: 'handover print',
  summary: t.print,
  notes: t.printNotes,
  examples: [
    'baoxiu handover print',
    'baoxiu handover print --preview',
    'baoxiu handover print --date 2026-11-22 --slot morning --branch CG',
  ],
  operands: {},
  flags: {
    date: f.day(t.date),
    slot: f.choice(SLOTS, t.slot),
    branch: f.text('CODE', t.branch),
    format: f.otherwise(f.choice(PAPER_FORMATS, t.format), 'text'),
    preview: f.toggle(t.preview),
  },
  faults: ['HANDOVER_NOT_DUE', 'BRANCH_UNKNOWN'],
  async run(ctx, given) {
    const work = async (db: ReadDb, apply: (plan: Plan, office: Office) => Promise<Batch[]>) => {
      const office = await readOffice(db)
      const cutOff = chooseCutOff(office, ctx, given)
      const branches = await readBranches(db)
      const chosen = given.branch === undefined ? branches : [findBranch(branches, given.branch)]
      const plan = await planPrint(db, office, cutOff, chosen, ctx)
      return { office, cutOff, branches, batches: await apply(plan, office) }
    }
    const { office, cutOff, branches, batches } = given.preview
      ? await ctx.reading((db) => work(db, (plan, office) => preview(db, plan, office, ctx)))
      : await ctx.writing((db) => work(db, (plan, office) => freeze(db, plan, office, ctx)))
    const notes = batches.length === 0 ? [t.nothingDue(readableTime(office.zone, cutOff.at))] : []
    const sheets = batches.map((batch) => batchSheet(batch, office, branches, ctx.language))
    return paper(printed(sheets, given.format, t.title, ctx), batchView, batches, { notes })
  },
})

interface Choice {
  readonly date: Day | undefined
  readonly slot: Slot | undefined
  readonly preview: boolean
}

function chooseCutOff(office: Office, { now }: Ctx, { date, slot, preview }: Choice): CutOff {
  if (date === undefined && slot === undefined) return preview ? nextCutOff(office, now) : latestCutOff(office, now)
  const day = date ?? dayAt(office.zone, now)
  const slots = slot === undefined ? SLOTS : [slot]
  const cutOffs = slots.map((s) => cutOffOf(office, day, s))
  const chosen = cutOffs.findLast((cutOff) => cutOff.at <= now) ?? (preview ? cutOffs[0] : undefined)
  if (chosen !== undefined) return chosen
  throw new Fault('HANDOVER_NOT_DUE', t.notDue(readableTime(office.zone, cutOffs[0]?.at ?? now)))
}

async function planPrint(
  db: ReadDb,
  office: Office,
  cutOff: CutOff,
  branches: readonly Branch[],
  ctx: Ctx,
): Promise<Plan> {
  const wanted = new Map(branches.map((branch) => [branch.code, branch]))
  const again = (await readHandoversOf(db, cutOff.date, cutOff.slot)).filter((handover) => wanted.has(handover.branch))
  const past = await readBranchesPast(db, cutOff.at)
  const done = new Set([...again.map((handover) => handover.branch), ...past])
  const due = await readDue(db, cutOff.at)
  const frozen = [...wanted.values()].flatMap((branch) => {
    const tickets = done.has(branch.code) ? [] : due.filter((ticket) => ticket.branch === branch.code)
    return tickets.length === 0 ? [] : [{ handover: newBatch(office, cutOff, branch, tickets.length, ctx), tickets }]
  })
  return { again, frozen }
}

function newBatch(office: Office, cutOff: CutOff, branch: Branch, ticket_count: number, { now }: Ctx): Handover {
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

async function freeze(db: WriteDb, plan: Plan, office: Office, { now }: Ctx): Promise<Batch[]> {
  const batches: Batch[] = []
  for (const handover of plan.again) {
    batches.push(batchOf(await countReprint(db, handover), await readSlips(db, handover.handover_no), office, now))
  }
  for (const { handover, tickets } of plan.frozen) {
    batches.push(batchOf(handover, await insertHandover(db, handover, tickets), office, now))
  }
  return byBranch(batches)
}

async function preview(db: ReadDb, plan: Plan, office: Office, { now }: Ctx): Promise<Batch[]> {
  const batches: Batch[] = plan.frozen.map(({ handover, tickets }) => ({
    ...batchOf(handover, tickets, office, now),
    printed_at: null,
  }))
  for (const handover of plan.again)
    batches.push(batchOf(handover, await readSlips(db, handover.handover_no), office, now))
  return byBranch(batches)
}

function byBranch(batches: readonly Batch[]): Batch[] {
  return [...batches].sort((a, b) => (a.branch < b.branch ? -1 : 1))
}
