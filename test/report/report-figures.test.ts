import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openDesk } from '../desk.ts'
import type { Desk, Fields } from '../desk.ts'

/** One thing that happens, an hour or some after the one before. */
const step = fc.record({
  do: fc.constantFrom('log', 'log', 'log', 'repair', 'repair', 'void', 'hold', 'complain', 'hand', 'shift', 'decide'),
  hours: fc.integer({ min: 1, max: 40 }),
  pick: fc.nat(50),
  who: fc.nat(5),
})
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

const START = Date.UTC(2026, 9, 20) / 1000
const wall = (at: number): string => new Date((at + 8 * 3600) * 1000).toISOString().slice(0, 19).replace('T', ' ')

/** Plays a desk's weeks; what is refused in the state it meets changes nothing. */
async function play(desk: Desk, steps: readonly Step[]): Promise<string> {
  let at = START
  for (const one of steps) {
    at += one.hours * 3600
    desk.at(wall(at))
    const tickets = one.do === 'log' ? [] : await desk.list('list')
    const ticket = idOf(tickets, one.pick, 'ticket_no') ?? 'KF-20260101-0001'
    const fines = one.do === 'decide' ? await desk.list('fines', 'list') : []
    for (const argv of commandsOf(one, ticket, fines)) await desk.run(...argv)
  }
  return wall(at)
}

/** One of them, if there are any. */
function idOf(rows: readonly Fields[], pick: number, name: string): string | undefined {
  const id = rows[pick % Math.max(1, rows.length)]?.[name]
  return typeof id === 'string' ? id : undefined
}

function commandsOf({ do: what, who, pick }: Step, ticket: string, fines: readonly Fields[]): string[][] {
  const fine = idOf(fines, pick, 'fine_id') ?? 'overdue:none'
  switch (what) {
    case 'log': {
      const caller = ['--name', `客户${who}`, '--phone', `1380000000${who}`, '--address', `南街${who % 3}号`]
      const fault = ['--class', ['line', 'network', 'severe'][pick % 3] ?? 'line', '--branch', who < 3 ? 'CG' : 'XZ']
      return [['log', ...caller, '--symptom', '无信号', ...fault, '--taken-by', '小刘']]
    }
    case 'repair':
      return [['repair', ticket, '--by', '王伟', '--resolution', '换接头']]
    case 'void':
      return pick % 4 === 0 ? [['void', ticket, '--reason', '误录']] : []
    case 'hold':
      return [['hold', ticket, '--reason', pick % 2 === 0 ? 'absent' : 'weather', '--appointment', '2027-01-01 09:00']]
    case 'complain':
      return [['complaint', 'add', '--channel', 'mayor-hotline', '--ticket', ticket, '--content', '没人来']]
    case 'hand':
      return [['handover', 'print', '--format', 'text']]
    case 'shift':
      return pick % 2 === 0 ? [['duty', 'on', '--name', '小刘']] : [['duty', 'off', '--name', '小刘']]
    case 'decide':
      return pick % 3 === 0
        ? [['fines', 'dismiss', fine, '--ground', 'not-upheld', '--reason', '查无此事', '--by', '刘总']]
        : [['fines', 'confirm', fine, '--by', '刘总']]
  }
}

/** What the other commands say of the same span, counted here. */
async function asOthersTell(desk: Desk, from: string, to: string, month: string): Promise<Fields> {
  const isIn = (value: unknown): boolean =>
    typeof value === 'string' && value.slice(0, 10) >= from && value.slice(0, 10) <= to
  const tickets = await desk.list('list')
  const alive = tickets.filter((ticket) => ticket['status'] !== 'void')
  const repaired = alive.filter((ticket) => isIn(ticket['repaired_at']))
  const fines = (await desk.list('fines', 'list')).filter((fine) => isIn(fine['occurred_at']))
  const owed = fines.filter(({ status }) => status === 'pending' || status === 'confirmed')
  const complaints = (await desk.list('complaint', 'list')).filter((one) => isIn(one['received_at']))
  const voids = new Set(tickets.filter((ticket) => ticket['status'] === 'void').map((ticket) => ticket['ticket_no']))
  const holds = await desk.list('export', 'holds', '--from', from, '--to', to)
  const gaps = await desk.list('duty', 'coverage', '--from', from, '--to', to)
  const shifts = await desk.list('duty', 'list', '--from', '2026-10-01', '--to', '2027-01-31')
  const keepsList = shifts.some((shift) => String(shift['on_at']).slice(0, 10) <= to)
  const seconds = repaired.map((one) => secondsOf(one['repaired_at']) - secondsOf(one['reported_at']))
  const sums = await desk.list('fines', 'summary', '--group', 'branch', '--month', month)
  return {
    calls: alive.filter((ticket) => isIn(ticket['reported_at'])).length,
    void_tickets: tickets.filter((one) => one['status'] === 'void' && isIn(one['reported_at'])).length,
    handed_over: alive.filter((ticket) => isIn(ticket['handed_over_at'])).length,
    repaired: repaired.length,
    on_time: repaired.filter(({ late }) => late === false).length,
    late: repaired.filter(({ late }) => late === true).length,
    overdue: alive.filter(({ late, deadline }) => late === true && isIn(deadline)).length,
    repeats: fines.filter(({ kind }) => kind === 'repeat').length,
    complaints: complaints.length,
    holds: holds.filter((hold) => !voids.has(hold['ticket_no'])).length,
    repair_median_minutes: rank(seconds, 0.5),
    repair_p90_minutes: rank(seconds, 0.9),
    fines_count: owed.length,
    fines_yuan: owed.reduce((sum, fine) => sum + Number(fine['amount_yuan']), 0),
    gaps: keepsList ? gaps.length : null,
    gap_minutes: keepsList ? gaps.reduce((sum, gap) => sum + Number(gap['minutes']), 0) : null,
    fines_by_branch: sums.map((row) =>
      Object.fromEntries(Object.entries(row).filter(([name]) => name !== 'maintainer')),
    ),
  }
}

const secondsOf = (iso: unknown): number => Date.parse(String(iso)) / 1000

function rank(seconds: readonly number[], part: number): number | null {
  const sorted = [...seconds].sort((a, b) => a - b)
  const found = sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)]
  return found === undefined ? null : Math.floor(found / 60)
}

test('every figure of a report is what list, fines and duty say of the same days', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 14, maxLength: 22 }), async (steps) => {
      const desk = await openDesk({ now: wall(START) })
      try {
        const now = await play(desk, steps)
        const today = now.slice(0, 10)
        for (const month of new Set(['2026-10', today.slice(0, 7)])) {
          const last = `${month}-31` < today ? `${month}-31` : today
          const report = await desk.json('report', 'month', '--month', month)
          expect(report).toMatchObject(await asOthersTell(desk, `${month}-01`, lastDay(month, last), month))
        }
        const day = await desk.json('report', 'day')
        expect(day).toMatchObject(await asOthersTell(desk, today, today, today.slice(0, 7)))
      } finally {
        desk.close()
      }
    }),
    { numRuns: 3, endOnFailure: true },
  )
}, 120_000)

/** The last day of a month, or the one before where that lies ahead. */
function lastDay(month: string, last: string): string {
  const end = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).toISOString().slice(0, 10)
  return end < last ? end : last
}

test('the parts of a report add up to the whole', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 12, maxLength: 20 }), async (steps) => {
      const desk = await openDesk({ now: wall(START) })
      try {
        const now = await play(desk, steps)
        const report = await desk.json('report', 'month', '--month', now.slice(0, 7))
        const sum = (list: string, of: string): number =>
          (report[list] as Fields[]).reduce((all, row) => all + Number(row[of]), 0)
        for (const figure of ['calls', 'handed_over', 'repaired', 'on_time', 'late', 'overdue']) {
          expect([sum('by_class', figure), sum('by_branch', figure)]).toEqual([report[figure], report[figure]])
        }
        expect(sum('calls_by_day', 'calls')).toBe(report['calls'])
        expect(sum('calls_by_hour', 'calls')).toBe(report['calls'])
        expect(sum('repair_times', 'repairs')).toBe(report['repaired'])
        expect(sum('holds_by_reason', 'holds')).toBe(report['holds'])
        expect(sum('complaints_by_channel', 'complaints')).toBe(report['complaints'])
      } finally {
        desk.close()
      }
    }),
    { numRuns: 3, endOnFailure: true },
  )
}, 120_000)
