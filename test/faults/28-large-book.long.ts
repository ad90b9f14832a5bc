import type { ChildProcessWithoutNullStreams } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { ended } from '../binary.ts'
import type { Ended } from '../binary.ts'
import { bookOf, openSeat, sleep } from './seat.ts'

/** Waits for the end; also the most memory that the process ever had, in megabytes. */
async function endedWithin(child: ChildProcessWithoutNullStreams): Promise<Ended & { peak: number }> {
  let peak = 0
  const timer = setInterval(() => {
    try {
      const match = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))
      peak = Math.max(peak, Number(match?.[1] ?? 0) / 1024)
    } catch {
      // It has just ended.
    }
  }, 50)
  const end = await ended(child)
  clearInterval(timer)
  return { ...end, peak }
}

test('fault 27: 200 MB after a quote that never ends: refused with its line at once, and memory stays bounded', async () => {
  const seat = await openSeat()
  const header = '报修时间,姓名,电话,地址,故障现象,分公司\n'
  writeFileSync(seat.path('book.csv'), `${header}2008-03-05 15:20,"${'x'.repeat(200_000_000)}`)
  const begun = performance.now()
  const { status, stderr, peak } = await endedWithin(seat.start(['import', 'tickets', seat.path('book.csv')]))
  expect(performance.now() - begun).toBeLessThan(5000)
  expect(status).toBe(2)
  expect(stderr).toContain('line 2 of')
  expect(peak).toBeLessThan(400)
  await seat.sound()
})

test('fault 28: a book of a million rows: memory stays bounded, and other seats can still read', async () => {
  const seat = await openSeat()
  writeFileSync(seat.path('book.csv'), bookOf(1_000_000, 400))
  const child = seat.start(['import', 'tickets', seat.path('book.csv')])
  const over = endedWithin(child)
  let reads = 0
  for (; child.exitCode === null; reads += 1) {
    expect((await seat.run(['list'])).status).toBe(0)
    await sleep(200)
  }
  const { status, peak } = await over
  expect(status).toBe(0)
  expect(reads).toBeGreaterThan(10)
  expect(peak).toBeLessThan(700)
  expect(seat.count('ticket')).toBe(1_000_000)
  await seat.sound()
})
