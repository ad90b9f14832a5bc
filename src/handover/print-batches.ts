import { dayAt, readableTime } from '../kernel/calendar.ts'
import type { Day } from '../kernel/calendar.ts'
import type { Ctx } from '../kernel/ctx.ts'
import type { ReadDb } from '../kernel/db.ts'
import { Fault } from '../kernel/faults.ts'
import * as f from '../kernel/flags.ts'
import { codeWords } from '../kernel/messages/codes.ts'
import { handoverWords as t } from '../kernel/messages/handover.ts'
import { paper } from '../kernel/outcome.ts'
import { PAPER_FORMATS, printed } from '../kernel/paper.ts'
import type { Text } from '../kernel/text.ts'
import { verb } from '../kernel/verb.ts'
import type { Slot } from '../office/cut-offs.ts'
import { findBranch } from '../office/find-people.ts'
import type { Branch, Office } from '../office/office.ts'
import { readBranches, readOffice } from '../office/queries.ts'
import { batchSheet } from './batch-sheet.ts'
import { batchView } from './batch.ts'
import { SLOTS } from './handover.ts'
import { freezePlan, planPrint, previewPlan } from './plan-print.ts'
import type { Plan } from './plan-print.ts'
import { cutOffOf, latestCutOff, nextCutOff } from './rules.ts'
import type { CutOff } from './rules.ts'

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
    slot: f.choice(SLOTS, t.slot, codeWords.slot),
    branch: f.text('CODE', t.branch),
    format: f.otherwise(f.choice(PAPER_FORMATS, t.format, codeWords.paper_format), 'text'),
    preview: f.toggle(t.preview),
  },
  faults: ['HANDOVER_NOT_DUE', 'BRANCH_UNKNOWN'],
  async run(ctx, given) {
    const { office, cutOff, branches, plan, batches } = given.preview
      ? await ctx.reading(async (db) => {
          const planned = await choosePlan(db, ctx, given)
          return { ...planned, batches: await previewPlan(db, planned.plan, planned.office, ctx.now) }
        })
      : await ctx.writing(async (db) => {
          const planned = await choosePlan(db, ctx, given)
          return { ...planned, batches: await freezePlan(db, planned.plan, planned.office, ctx.now) }
        })
    const nothing = batches.length + plan.leftOut.length === 0
    const notes = nothing ? [t.nothingDue(readableTime(office.zone, cutOff.at))] : leftOutNotes(plan, office, ctx)
    const sheets = batches.map((batch) => batchSheet(batch, office, branches, ctx.language))
    return paper(printed(sheets, given.format, t.title, ctx), batchView, batches, { notes })
  },
})

interface Choice {
  readonly date: Day | undefined
  readonly slot: Slot | undefined
  readonly branch: string | undefined
  readonly preview: boolean
}

interface Planned {
  readonly office: Office
  readonly branches: readonly Branch[]
  readonly cutOff: CutOff
  readonly plan: Plan
}

async function choosePlan(db: ReadDb, ctx: Ctx, given: Choice): Promise<Planned> {
  const office = await readOffice(db)
  const branches = await readBranches(db)
  const wanted = given.branch === undefined ? branches : [findBranch(branches, given.branch)]
  const planFor = async (cutOff: CutOff): Promise<Planned> => {
    return { office, branches, cutOff, plan: await planPrint(db, office, cutOff, wanted, ctx.now) }
  }
  const chosen = await planFor(chooseCutOff(office, ctx, given))
  const isFree = given.preview && given.date === undefined && given.slot === undefined
  // A preview alone looks ahead only where the last half-day leaves nothing to hand over.
  return isFree && chosen.plan.frozen.length === 0 ? planFor(nextCutOff(office, ctx.now)) : chosen
}

function chooseCutOff(office: Office, { now }: Ctx, { date, slot, preview }: Choice): CutOff {
  if (date === undefined && slot === undefined) return latestCutOff(office, now)
  const day = date ?? dayAt(office.zone, now)
  const slots = slot === undefined ? SLOTS : [slot]
  const cutOffs = slots.map((s) => cutOffOf(office, day, s))
  const chosen = cutOffs.findLast((cutOff) => cutOff.at <= now) ?? (preview ? cutOffs[0] : undefined)
  if (chosen !== undefined) return chosen
  throw new Fault('HANDOVER_NOT_DUE', t.notDue(readableTime(office.zone, cutOffs[0]?.at ?? now)))
}

/** Nobody should look for a slip on a sheet that was frozen without it. */
function leftOutNotes({ leftOut }: Plan, office: Office, { now }: Ctx): Text[] {
  const time = (at: number): string => readableTime(office.zone, at)
  const next = time(nextCutOff(office, now).at)
  return leftOut.map(({ branch, tickets, frozen }) => {
    const numbers = tickets.map((ticket) => ticket.ticket_no)
    return frozen === undefined
      ? t.laterPrinted(branch.name, numbers, next)
      : t.frozenWithout(branch.name, numbers, frozen.handover_no, time(frozen.printed_at), next)
  })
}
