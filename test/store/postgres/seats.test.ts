import { describe, expect, test } from 'vitest'
import { binary } from '../../binary.ts'
import { A_CALL, openServerDesk } from '../../desk.ts'
import { needsPg } from '../../pg-desk.ts'
import { serverTarget } from '../../../src/kernel/server-target.ts'
import { openServer } from '../../../src/store/postgres/open-server.ts'
import { seatOf, workName } from '../../../src/store/postgres/who-writes.ts'
import type { WritingSeat } from '../../../src/store/postgres/who-writes.ts'
import { proxied } from './proxy.ts'

const LOG = ['log', ...A_CALL, '--class', 'line', '--branch', 'CG']
const SEATS = Number(process.env['BAOXIU_SEATS'] ?? '3')
const CALLS = Number(process.env['BAOXIU_CALLS'] ?? '2')

describe('several seats on one server', () => {
  test('every call gets a number, and none is missing', async (context) => {
    needsPg(context)
    const desk = await openServerDesk({})
    const numbers = await Promise.all(
      Array.from({ length: SEATS }, async () => {
        const told: string[] = []
        for (let call = 0; call < CALLS; call += 1) {
          const { status, stdout, stderr } = await binary([...LOG, '--json'], { env: desk.env })
          expect([status, stderr]).toEqual([0, ''])
          told.push((JSON.parse(stdout) as { ticket_no: string }).ticket_no)
        }
        return told
      }),
    )
    const expected = Array.from({ length: SEATS * CALLS }, (_, i) => `KF-20261122-${String(i + 1).padStart(4, '0')}`)
    expect(numbers.flat().toSorted()).toEqual(expected)
    await desk.ok('check', '--full')
  })

  test('two print one batch once', async (context) => {
    needsPg(context)
    const desk = await openServerDesk({ now: '2026-11-22 09:00' })
    await desk.ok(...LOG)
    desk.at('2026-11-22 14:30')
    const ends = await Promise.all([1, 2].map(() => binary(['handover', 'print', '--json'], { env: desk.env })))
    expect(ends.map(({ status }) => status)).toEqual([0, 0])
    expect(desk.rows('select handover_no, ticket_count from handover')).toEqual([
      { handover_no: 'KF-20261122-PM-CG', ticket_count: 1 },
    ])
  })

  test('close-month against confirm: each line in the month in which it was booked', async (context) => {
    needsPg(context)
    const desk = await openServerDesk({ now: '2026-11-02 09:00' })
    await desk.ok(...LOG)
    await desk.at('2026-11-05 10:00').ok('repair', 'KF-20261102-0001', '--by', '王伟', '--resolution', '换线')
    desk.at('2026-12-01 09:00')
    const fine = 'overdue:KF-20261102-0001'
    const [close, confirm] = await Promise.all([
      binary(['fines', 'close-month', '2026-11', '--by', '陈经理'], { env: desk.env }),
      binary(['fines', 'confirm', fine, '--by', '陈经理'], { env: desk.env }),
    ])
    expect([close.status, confirm.status]).toEqual([0, 0])
    const lines = await desk.list('fines', 'ledger')
    expect(lines).toMatchObject([{ fine_id: fine, amount_yuan: 10 }])
    expect(['2026-11', '2026-12']).toContain(lines[0]?.['booked_month'])
    await desk.ok('check', '--full')
  })

  test('who holds the office up is told by name, and waited for as long as it works', async (context) => {
    needsPg(context)
    const desk = await openServerDesk({})
    const { signal } = new AbortController()
    const told: WritingSeat[] = []
    const seat = (): Promise<Awaited<ReturnType<typeof openServer>>> =>
      openServer(serverTarget(desk.file, {}, 'nobody'), signal, { tell: (one) => void told.push(one), most: 60_000 })
    const [holder, waiter] = [await seat(), await seat()]
    let release = (): void => undefined
    const held = new Promise<void>((resolve) => (release = resolve))
    let begun = (): void => undefined
    const begins = new Promise<void>((resolve) => (begun = resolve))
    const deed = { actor: '小李', verb: 'import tickets', at: 1_795_000_000 }
    const one = holder.writing(deed, async () => {
      begun()
      await held
    })
    await begins
    setTimeout(release, 11_000)
    await waiter.writing({ ...deed, actor: '小王', verb: 'log' }, async () => undefined)
    await one
    expect(told).toEqual([{ actor: '小李', verb: 'import tickets', at: 1_795_000_000 }])
    holder.close()
    waiter.close()
  })
})

test('a name of work is ASCII and short, and tells who, what and since when', () => {
  const deed = { actor: '欧阳小李小李小李小李', verb: 'fines close-month', at: 1_795_000_000 }
  expect(workName(deed)).toMatch(/^[\x20-\x7e]{1,63}$/)
  expect(seatOf(workName(deed))).toEqual({ actor: '欧阳小李小李', verb: 'fines close-month', at: 1_795_000_000 })
  expect(seatOf('psql')).toBeUndefined()
})

test.each([
  // Ten of them for the call itself; what it changes in findings is read one after the other.
  [22, LOG],
  [10, ['board']],
])('at most %i turns to the server and back: %j', async (most, argv) => {
  const desk = await openServerDesk({})
  const { proxy, url } = await proxied(desk.file)
  await desk.ok(...LOG)
  proxy.turns = 0
  await desk.ok(...argv, '--db', url)
  expect(proxy.turns).toBeLessThanOrEqual(most)
})
