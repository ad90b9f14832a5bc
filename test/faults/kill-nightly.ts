import { mkdirSync, readFileSync, readdirSync } from 'node:fs'
import { expect } from 'vitest'
import { ended } from '../binary.ts'
import { call, openSeat, randomBetween, sleep } from './seat.ts'

/** Kills nightly runs at random moments: every file is an old whole one or a new whole one. */
export async function killNightlies(kills: number): Promise<void> {
  const seat = await openSeat({ now: '2026-10-30 09:00' })
  for (let i = 0; i < 20; i += 1) await seat.desk.ok(...call(i))
  mkdirSync(seat.path('out'))
  seat.desk.at('2026-11-22 03:00')
  await seat.desk.ok('nightly', '--out-dir', seat.path('out'))
  const whole = contents(seat.path('out'))
  for (let kill = 0; kill < kills; kill += 1) {
    const child = seat.start(['nightly', '--out-dir', seat.path('out')])
    const over = ended(child)
    await sleep(randomBetween(20, 400))
    child.kill('SIGKILL')
    await over
    expect(contents(seat.path('out'))).toEqual(whole)
  }
  await seat.sound()
}

/** What the accounts department finds; a killed process cannot take its hidden temporary file with it. */
function contents(folder: string): Record<string, string> {
  const names = readdirSync(folder).filter((name) => !name.startsWith('.'))
  return Object.fromEntries(names.sort().map((name) => [name, readFileSync(`${folder}/${name}`, 'utf8')]))
}
