import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openDesk } from '../desk.ts'
import type { Desk } from '../desk.ts'

async function log(desk: Desk, reportedAt: string, typedAt = reportedAt, branch = 'CG'): Promise<string> {
  desk.at(typedAt)
  const call = ['--name', '张三', '--address', '建设路5号', '--phone', '110', '--symptom', '无信号', '--class', 'line']
  const ticket = await desk.json('log', ...call, '--branch', branch, '--taken-by', '小刘', '--reported-at', reportedAt)
  return String(ticket['ticket_no'])
}

/** Prints the half-days that have passed; answers each batch with its tickets. */
async function print(desk: Desk, now: string, ...flags: string[]): Promise<Map<string, string[]>> {
  const batches = await desk.at(now).list('handover', 'print', ...flags)
  return new Map(
    batches.map((b) => [String(b['handover_no']), (b['tickets'] as { ticket_no: string }[]).map((t) => t.ticket_no)]),
  )
}

describe('half-open windows (1.4)', () => {
  const cases: [string, string][] = [
    ['2026-11-22 03:00:00', 'KF-20261122-AM-CG'],
    ['2026-11-22 07:59:59', 'KF-20261122-AM-CG'],
    ['2026-11-22 08:00:00', 'KF-20261122-PM-CG'],
    ['2026-11-22 13:59:59', 'KF-20261122-PM-CG'],
    ['2026-11-22 14:00:00', 'KF-20261123-AM-CG'],
  ]
  it.each(cases)('a report at %s is in %s', async (reportedAt, batch) => {
    const desk = await openDesk()
    const ticket = await log(desk, reportedAt)
    const found = new Map<string, string[]>()
    for (const now of ['2026-11-22 08:00', '2026-11-22 14:00', '2026-11-23 08:00']) {
      if (now >= reportedAt.slice(0, 16)) for (const [no, tickets] of await print(desk, now)) found.set(no, tickets)
    }
    expect([...found]).toEqual([[batch, [ticket]]])
  })

  it('a call typed late goes into the next batch, and printing again prints the same batch', async () => {
    const desk = await openDesk()
    const first = await log(desk, '2026-11-22 07:00')
    expect(await print(desk, '2026-11-22 08:05')).toEqual(new Map([['KF-20261122-AM-CG', [first]]]))
    const late = await log(desk, '2026-11-22 07:30', '2026-11-22 08:30')
    expect(await print(desk, '2026-11-22 08:40')).toEqual(new Map([['KF-20261122-AM-CG', [first]]]))
    expect(await desk.json('handover', 'show', 'KF-20261122-AM-CG')).toMatchObject({ reprints: 0, ticket_count: 1 })
    expect(await print(desk, '2026-11-22 14:00')).toEqual(new Map([['KF-20261122-PM-CG', [late]]]))
  })

  it('a branch that had nothing still gets its batch later, until a later half-day was printed for it', async () => {
    const desk = await openDesk()
    expect(await print(desk, '2026-11-22 08:05')).toEqual(new Map())
    const late = await log(desk, '2026-11-22 07:30', '2026-11-22 08:30')
    expect(await print(desk, '2026-11-22 08:40')).toEqual(new Map([['KF-20261122-AM-CG', [late]]]))
    const xz = await log(desk, '2026-11-22 12:00', '2026-11-22 12:00', 'XZ')
    expect(await print(desk, '2026-11-22 14:00')).toEqual(new Map([['KF-20261122-PM-XZ', [xz]]]))
    await log(desk, '2026-11-22 07:45', '2026-11-22 15:00', 'XZ')
    expect(await print(desk, '2026-11-22 15:10', '--slot', 'morning', '--branch', 'XZ')).toEqual(new Map())
  })
})

it('no call is ever in two batches or in none: random days', async () => {
  // Minutes of three days; each report may be typed up to ten hours later, and some prints are forgotten.
  const report = fc.record({
    at: fc.integer({ min: 0, max: 3 * 1440 }),
    delay: fc.integer({ min: 0, max: 600 }),
    branch: fc.constantFrom('CG', 'XZ'),
  })
  const days = fc.record({
    reports: fc.array(report, { maxLength: 12 }),
    skipped: fc.uniqueArray(fc.integer({ min: 0, max: 8 })),
  })
  const text = (minutes: number): string =>
    new Date(Date.UTC(2026, 1, 27) + minutes * 60_000).toISOString().slice(0, 16).replace('T', ' ')
  await fc.assert(
    fc.asyncProperty(days, async ({ reports, skipped }) => {
      const desk = await openDesk({ now: '2026-02-26 00:00:00' })
      const prints = [0, 1, 2, 3, 4]
        .flatMap((day) => [day * 1440 + 480, day * 1440 + 840])
        .filter((_, index) => index === 9 || !skipped.includes(index))
      const events = [
        ...reports.map((r) => ({ at: r.at + r.delay, report: r })),
        ...prints.map((at) => ({ at, report: undefined })),
      ].sort((a, b) => a.at - b.at || (a.report === undefined ? 1 : -1))
      const logged = new Map<string, string>()
      const batches = new Map<string, string[]>()
      for (const { at, report: r } of events) {
        if (r === undefined) for (const [no, tickets] of await print(desk, text(at))) batches.set(no, tickets)
        else logged.set(await log(desk, text(r.at), text(at), r.branch), r.branch)
      }
      const handed = [...batches].flatMap(([no, tickets]) => tickets.map((ticket) => [ticket, no.slice(-2)] as const))
      expect(handed.toSorted()).toEqual([...logged].toSorted())
      desk.close()
    }),
    { numRuns: 12 },
  )
})
