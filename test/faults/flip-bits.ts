import { readFileSync, writeFileSync } from 'node:fs'
import { expect } from 'vitest'
import type { Desk } from '../desk.ts'
import { walkedDesk } from '../walked-desk.ts'
import { call, randomBetween } from './seat.ts'

/** Flips single bits of an office: no command answers with a bug, and a good backup is only replaced by a sound one. */
export async function flipBits(rounds: number): Promise<void> {
  const desk = await walkedDesk()
  await desk.ok('backup', desk.path('good.db'))
  const [whole, good] = [readFileSync(desk.file), readFileSync(desk.path('good.db'))]
  const number = 'KF-20261120-0001'
  const commands = [['list'], ['check', '--full'], ['show', number], ['backup', desk.path('good.db')], call(1)]
  for (let round = 0; round < rounds; round += 1) {
    // Every byte of the header that says what the file is, and others at random.
    const at = round < rounds / 2 ? 16 + randomBetween(0, 84) : randomBetween(100, whole.length)
    const flipped = Buffer.from(whole)
    flipped.writeUInt8(flipped.readUInt8(at) ^ (1 << randomBetween(0, 8)), at)
    writeFileSync(desk.file, flipped)
    for (const argv of commands) {
      const { err } = await desk.run(...argv)
      expect(`${at} ${argv.join(' ')}: ${err}`).not.toContain('BUG')
    }
    expect(await fileFindings(desk, 'good.db')).toEqual([])
    writeFileSync(desk.path('good.db'), good)
  }
}

async function fileFindings(desk: Desk, name: string): Promise<unknown[]> {
  const { out } = await desk.run('check', '--db', desk.path(name), '--json')
  return (JSON.parse(out) as { invariant: string }[]).filter(({ invariant }) => invariant.startsWith('file'))
}
