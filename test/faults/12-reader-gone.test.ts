import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { BINARY } from '../binary.ts'
import { call, openSeat } from './seat.ts'
import type { Seat } from './seat.ts'

/** `baoxiu ARGV | reader` in a shell, with the status of baoxiu. */
async function piped(
  seat: Seat,
  argv: readonly string[],
  reader: string,
): Promise<{ stdout: string; stderr: string; status: string }> {
  const words = [process.execPath, BINARY, ...argv].map((word) => `'${word}'`).join(' ')
  const script = `{ ${words}; echo $? >"$0"; } | ${reader}; cat "$0"`
  const done = await promisify(execFile)('sh', ['-c', script, seat.path('status')], {
    env: { ...process.env, ...seat.desk.env },
    maxBuffer: 1e9,
  })
  const lines = done.stdout.trimEnd().split('\n')
  return { stdout: lines.slice(0, -1).join('\n'), stderr: done.stderr, status: lines.at(-1) ?? '' }
}

test('fault 12: the reader goes away: quiet, exit 0', async () => {
  const seat = await openSeat({ rows: 8000 })
  for (const argv of [
    ['list', '--limit', '100000', '--json'],
    ['export', 'tickets'],
  ]) {
    const { stdout, stderr, status } = await piped(seat, argv, 'head -1')
    expect({ stderr, status, lines: stdout.split('\n').length }).toEqual({ stderr: '', status: '0', lines: 1 })
  }
})

test('fault 12: the reader goes away: what was committed stays', async () => {
  const seat = await openSeat()
  expect(await piped(seat, call(1), 'true')).toMatchObject({ stderr: '', status: '0' })
  expect(seat.count('ticket')).toBe(1)
})

test('fault 13: a slow reader gets every byte', async () => {
  const seat = await openSeat({ rows: 5000 })
  const whole = await seat.run(['export', 'tickets'])
  expect(whole.stdout.split('\n')).toHaveLength(5002)
  const { stdout } = await piped(seat, ['export', 'tickets'], '(sleep 0.4; wc -c)')
  expect(Number(stdout)).toBe(whole.bytes.length)
})
