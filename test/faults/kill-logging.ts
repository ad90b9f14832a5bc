import { spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { expect } from 'vitest'
import { BINARY } from '../binary.ts'
import { call, openSeat, randomBetween, sleep } from './seat.ts'
import type { Seat } from './seat.ts'

/** A clerk who logs one call after the other until all at once the power goes; stdout is a file. */
async function logUntilKilled(seat: Seat, clerk: string): Promise<string[]> {
  const out = openSync(seat.path(clerk), 'a')
  const words = [process.execPath, BINARY, ...call(1), '--json'].map((word) => `'${word}'`).join(' ')
  const child = spawn('sh', ['-c', `while :; do ${words}; done`], {
    env: { ...process.env, ...seat.desk.env },
    stdio: ['ignore', out, 'ignore'],
    detached: true,
  })
  const over = new Promise((resolve) => child.once('close', resolve))
  await sleep(randomBetween(400, 1000))
  // The whole group: the loop and the call that runs now.
  process.kill(-(child.pid ?? 0), 'SIGKILL')
  await over
  closeSync(out)
  const printed = readFileSync(seat.path(clerk), 'utf8').split('\n').slice(0, -1)
  return printed.map((line) => (JSON.parse(line) as { ticket_no: string }).ticket_no)
}

/** Kills clerks while they log: every number that was printed exists. */
export async function killClerks(rounds: number, clerks: number): Promise<void> {
  const seat = await openSeat()
  for (let round = 0; round < rounds; round += 1) {
    const names = Array.from({ length: clerks }, (_, index) => `round${round}-clerk${index}`)
    const printed = (await Promise.all(names.map(async (name) => logUntilKilled(seat, name)))).flat()
    const known = new Set(seat.desk.rows('select ticket_no from ticket').map(({ ticket_no }) => ticket_no))
    expect(printed.filter((number) => !known.has(number))).toEqual([])
    expect(new Set(printed).size).toBe(printed.length)
    await seat.sound()
  }
  expect(seat.count('ticket')).toBeGreaterThan(0)
}
