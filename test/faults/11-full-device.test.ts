import { expect, test } from 'vitest'
import { call, openSeat } from './seat.ts'
import type { Seat } from './seat.ts'

/** Runs the program with its output on a device that takes nothing. */
async function intoFull(seat: Seat, argv: readonly string[]): Promise<{ status: number | null; stderr: string }> {
  const { status, stderr } = await seat.run(argv, { through: ['sh', '-c', '"$@" >/dev/full', 'sh'] })
  return { status, stderr }
}

test('fault 11: output to a full device fails', async () => {
  const seat = await openSeat({ rows: 2000 })
  for (const argv of [
    ['list', '--limit', '9999'],
    ['list', '--json'],
    ['export', 'tickets'],
    ['office', 'show'],
    ['--help'],
    ['--version'],
  ]) {
    const { status, stderr } = await intoFull(seat, argv)
    expect(status).toBe(1)
    expect(stderr).toMatch(/DISK_FULL.*standard output/)
  }
})

test('fault 11: a call that was logged before its output failed is said to be saved', async () => {
  const seat = await openSeat()
  const { status, stderr } = await intoFull(seat, call(1))
  expect({ status, tickets: seat.count('ticket') }).toEqual({ status: 1, tickets: 1 })
  expect(stderr).toContain('the change itself was saved; do not repeat it')
})
