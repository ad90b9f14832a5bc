import { readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { walkedDesk } from '../walked-desk.ts'
import { flipBits } from './flip-bits.ts'
import { call, sha256 } from './seat.ts'

test.each([100, 0.5, 0.99])('fault 16: cut to %d: found before the first write', async (left) => {
  const desk = await walkedDesk()
  const whole = readFileSync(desk.file)
  writeFileSync(desk.file, whole.subarray(0, left > 1 ? left : Math.floor(whole.length * left)))
  const before = sha256(desk.file)
  for (const argv of [['list'], call(1), ['backup', desk.path('copy.db')]]) {
    expect(await desk.refused(...argv)).toMatchObject({ status: 1, code: 'DB_DAMAGED' })
  }
  expect((await desk.run('check')).status).toBe(1)
  expect(sha256(desk.file)).toBe(before)
})

test('fault 16: flipped bits: never a bug, and a good backup is only replaced by a sound one', async () => {
  await flipBits(16)
})
