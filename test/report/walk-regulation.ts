import fc from 'fast-check'
import { expect } from 'vitest'
import { openDesk } from '../desk.ts'
import type { Desk } from '../desk.ts'
import { replayed } from '../replay.ts'
import { Regulation, statusOf } from './regulation.ts'
import type { Channel, Slip, Verdict } from './regulation.ts'

const START = Date.UTC(2026, 10, 20, 1) / 1000

/** One step of a day: what is done, to which of the things that exist, and how. */
interface Step {
  readonly kind: (typeof KINDS)[number]
  readonly pick: number
  readonly choice: number
  readonly minutes: number
}

const KINDS = [
  'wait',
  'wait',
  'log',
  'log',
  'log',
  'chase',
  'hold',
  'assign',
  'approve',
  'repair',
  'repair',
  'close',
  'reopen',
  'void',
  'amend',
  'amend',
  'notify',
  'print',
  'print',
  'sign',
  'complain',
  'confirm',
  'dismiss',
] as const
const PHONES = ['13800000001', '13800000002', '13800000003']
const PEOPLE = ['王伟', '李强', '赵敏']
const CHANNELS: readonly Channel[] = ['telecom-10000', 'mayor-hotline', 'bureau-leader', 'company-leader']

const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom(...KINDS),
  pick: fc.nat(1000),
  choice: fc.nat(1000),
  minutes: fc.integer({ min: 1, max: 2000 }),
})

const of = <T>(list: readonly T[], index: number): T => list[index % list.length] as T

/** `2026-11-20 09:00:00` on the office's clock. */
const clock = (at: number): string => new Date((at + 8 * 3600) * 1000).toISOString().slice(0, 19).replace('T', ' ')

type Told = (...argv: string[]) => Promise<Verdict>

/** Does a step on both, and answers what the program said and what it should have said. */
async function walk(desk: Desk, model: Regulation, one: Step): Promise<[Verdict, Verdict]> {
  const { kind, pick, choice, minutes } = one
  const told: Told = async (...argv) => {
    const { status, err } = await desk.run(...argv, '--json', '--yes')
    if (status === 0) return undefined
    return (JSON.parse(err.trimEnd().split('\n').at(-1) ?? '') as { error: { code: string } }).error.code
  }
  if (kind === 'wait') {
    model.now += minutes * 60
    desk.at(clock(model.now))
    return [undefined, undefined]
  }
  if (kind === 'log') {
    const call = {
      phone: of(PHONES, pick),
      account: of([undefined, undefined, 'A1', 'A2'], choice),
      fault_class: of(['line', 'network', 'severe'] as const, choice),
      branch: of(['CG', 'XZ'] as const, pick + choice),
      intake: of(['desk', 'desk', 'branch'] as const, pick),
      reported_at: model.now - (choice % 3) * minutes * 60,
    }
    model.log(call)
    const words = ['--name', '张三', '--address', '路1', '--phone', call.phone, '--symptom', '坏', '--taken-by', '小刘']
    const more = call.account === undefined ? [] : ['--account', call.account]
    const facts = ['--class', call.fault_class, '--branch', call.branch, '--intake', call.intake]
    return [await told('log', ...words, ...facts, ...more, '--reported-at', clock(call.reported_at)), undefined]
  }
  if (kind === 'print') {
    model.print()
    return [await told('handover', 'print'), undefined]
  }
  if (kind === 'complain') {
    const [branch, channel] = [of(['CG', 'XZ'] as const, pick), of(CHANNELS, choice)]
    model.complain(branch, channel)
    return [await told('complaint', 'add', '--branch', branch, '--channel', channel, '--content', '投诉'), undefined]
  }
  if (kind === 'confirm' || kind === 'dismiss') {
    const fines = model.fines()
    if (fines.length === 0) return [undefined, undefined]
    const fine = of(fines, pick)
    if (kind === 'confirm') {
      model.confirm(fine)
      return [await told('fines', 'confirm', fine.fine_id, '--by', '陈经理'), undefined]
    }
    const ground = of(['not-upheld', 'duplicate', 'excused'], choice)
    const words = ['--ground', ground, '--reason', '查过', '--by', '陈经理']
    return [await told('fines', 'dismiss', fine.fine_id, ...words), model.dismiss(fine, ground)]
  }
  if (kind === 'sign') {
    if (model.batches.length === 0) return [undefined, undefined]
    const [batch, by] = [of(model.batches, pick), of(PEOPLE, choice)]
    return [await told('handover', 'sign', batch.no, '--by', by), model.sign(batch, by)]
  }
  const onSlip = ON_SLIP[kind]
  if (onSlip === undefined || model.slips.length === 0) return [undefined, undefined]
  return onSlip(told, model, of(model.slips, pick), one)
}

type OnSlip = (told: Told, model: Regulation, slip: Slip, step: Step) => Promise<[Verdict, Verdict]>

/** What may be done to one slip. */
const ON_SLIP: Partial<Record<Step['kind'], OnSlip>> = {
  chase: async (told, model, slip) => [await told('chase', slip.no), model.chase(slip)],
  async hold(told, model, slip, { choice, minutes }) {
    const reason = of(['absent', 'parts', 'weather'], choice)
    const appointment = clock(model.now + minutes * 60)
    return [await told('hold', slip.no, '--reason', reason, '--appointment', appointment), model.hold(slip, reason)]
  },
  async assign(told, model, slip, { choice }) {
    const to = of(PEOPLE, choice)
    return [await told('assign', slip.no, '--to', to), model.assign(slip, to)]
  },
  async approve(told, model, slip, { minutes }) {
    const deadline = model.now + (minutes - 1000) * 60
    return [
      await told('approve', slip.no, '--deadline', clock(deadline), '--by', '刘总'),
      model.approve(slip, deadline),
    ]
  },
  async repair(told, model, slip, { choice, minutes }) {
    const [by, at] = [of(PEOPLE, choice), model.now - (choice % 2) * minutes * 60]
    const words = ['--by', by, '--resolution', '换接头', '--at', clock(at)]
    return [await told('repair', slip.no, ...words), model.repair(slip, by, at)]
  },
  async close(told, model, slip, { choice }) {
    const [by, signed] = [of(PEOPLE, choice), choice % 4 !== 0]
    const paper = signed
      ? ['--customer-signed', '张三', '--maintainer-signed', by]
      : ['--no-slip', '--reason', '电话指导']
    const work = slip.repaired === undefined ? ['--resolution', '换接头'] : []
    return [await told('close', slip.no, ...paper, '--by', by, ...work), model.close(slip, by, signed)]
  },
  reopen: async (told, model, slip) => [await told('reopen', slip.no, '--reason', '录错'), model.reopen(slip)],
  async void(told, model, slip, { choice, minutes }) {
    // Seldom: a void slip is of no further interest.
    if (choice % 2 !== 0) return [undefined, undefined]
    const original = choice % 4 === 0 ? of(model.slips, minutes) : undefined
    const doubles = original === undefined ? [] : ['--duplicate-of', original.no]
    return [await told('void', slip.no, '--reason', '重复', ...doubles), model.strikeOut(slip, original)]
  },
  async amend(told, model, slip, { choice, minutes }) {
    const [flag, change] = of(
      [
        ['--branch', { branch: 'CG' }],
        ['--branch', { branch: 'XZ' }],
        ['--class', { fault_class: 'line' }],
        ['--class', { fault_class: 'severe' }],
        ['--phone', { phone: of(PHONES, minutes) }],
      ] as const,
      choice,
    )
    return [await told('amend', slip.no, flag, ...Object.values(change), '--reason', '更正'), model.amend(slip, change)]
  },
  async notify(told, model, slip, { choice }) {
    const to = of(PEOPLE, choice)
    return [await told('notify', slip.no, '--to', to), model.notify(slip, to)]
  },
}

const instant = (iso: unknown): number | null => (typeof iso === 'string' ? Date.parse(iso) / 1000 : null)

async function expectSameBooks(desk: Desk, model: Regulation): Promise<void> {
  const tickets = await desk.list('list', '--limit', '9999')
  const doubled = new Map(
    desk.rows('select ticket_no, duplicate_of from ticket').map((t) => [t.ticket_no, t.duplicate_of]),
  )
  const shown = tickets.map((t) => [
    t.ticket_no,
    t.status,
    instant(t.deadline),
    t.handover_no,
    t.assigned_to,
    t.chases,
    t.repaired_by,
    doubled.get(t.ticket_no),
  ])
  const slips = model.slips.map((slip) => [
    slip.no,
    statusOf(slip),
    model.deadlineOf(slip) ?? null,
    slip.batch?.no ?? null,
    slip.assigned ?? null,
    slip.chases,
    slip.repaired?.by ?? null,
    slip.doubles?.no ?? null,
  ])
  expect(sorted(shown)).toEqual(sorted(slips))
  const batches = (await desk.list('handover', 'list')).map((b) => [
    b.handover_no,
    b.ticket_count,
    b.reprints,
    b.collected_by,
  ])
  expect(sorted(batches)).toEqual(sorted(model.batches.map((b) => [b.no, b.slips, b.reprints, b.signedBy ?? null])))
  const fines = (await desk.list('fines', 'list')).map((f) => [
    f.fine_id,
    f.branch,
    f.maintainer,
    instant(f.occurred_at),
    f.amount_yuan,
    f.status,
  ])
  const due = model.fines().map((f) => [f.fine_id, f.branch, f.maintainer, f.occurred_at, f.amount, f.status])
  expect(sorted(fines)).toEqual(sorted(due))
  const ledger = (await desk.list('fines', 'ledger')).reduce((sum, line) => sum + Number(line.amount_yuan), 0)
  expect(ledger).toBe(model.booked())
}

const sorted = (rows: unknown[][]): unknown[][] => [...rows].sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1))

/** Random days at a desk, done on the program and on the plain model of the regulation: both say the same. */
export async function walkRandomly(days: number): Promise<void> {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 45, size: 'max' }), async (steps) => {
      const desk = await openDesk({ now: clock(START) })
      const model = new Regulation(START)
      try {
        for (const [index, one] of steps.entries()) {
          const [said, expected] = await walk(desk, model, one)
          expect({ index, ...one, verdict: said }).toEqual({ index, ...one, verdict: expected })
        }
        await expectSameBooks(desk, model)
        expect(await unsound(desk)).toEqual([])
        const { stored, told } = await replayed(desk)
        expect(told).toEqual(stored)
      } finally {
        desk.close()
      }
    }),
    { numRuns: days },
  )
}

/** What check finds beside confirmed fines whose ground has gone or moved: those are a person's to decide again. */
async function unsound(desk: Desk): Promise<unknown[]> {
  const { out } = await desk.run('check', '--full', '--json')
  return (JSON.parse(out) as { invariant: string }[]).filter(({ invariant }) => invariant !== 'confirmed-with-ground')
}
