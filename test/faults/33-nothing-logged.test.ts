import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { needs } from './needs.ts'
import { call, openSeat } from './seat.ts'

test('fault 33: nothing is written but the office’s own files, and no other program is started', async (context) => {
  needs(context, 'strace')
  const seat = await openSeat()
  const through = ['strace', '-f', '-qq', '-e', 'trace=openat,execve,connect', '-o', seat.path('trace')]
  expect((await seat.run(call(1), { through })).status).toBe(0)
  const calls = readFileSync(seat.path('trace'), 'utf8').split('\n')
  const written = calls.filter((line) => /O_(WRONLY|RDWR)/.test(line) && !/ENOENT|\/dev\/(null|tty)/.test(line))
  expect(written.length).toBeGreaterThan(0)
  expect(written.filter((line) => !line.includes(`"${seat.file}`))).toEqual([])
  expect(calls.filter((line) => line.includes('execve(')).length).toBe(1)
  expect(calls.filter((line) => line.includes('connect('))).toEqual([])
})
